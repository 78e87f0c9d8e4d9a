import { io, type Socket } from 'socket.io-client';
import type { Reply } from '@warmline/contracts';
import { NotDone } from './note';

/** How long people wait for anything (ms). */
export const PATIENCE = 20_000;

interface PageOptions {
  readonly url: string;
  readonly auth: Readonly<Record<string, unknown>>;
  /** Where they come from: honest people have networks of their own. */
  readonly address: string;
  readonly cookie?: string;
}

/** A page connects as our pages do. Rejects with NotDone. */
export const connect = async ({ url, auth, address, cookie }: PageOptions): Promise<Socket> => {
  const socket = io(url, {
    ...{
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      timeout: PATIENCE,
      auth: { ...auth },
    },
    ...{ localAddress: address },
    ...(cookie === undefined ? {} : { extraHeaders: { cookie } }),
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', ({ message }) => {
      socket.disconnect();
      reject(new NotDone(`not connected: ${message}`));
    });
  });
};

/** The value of a command. Rejects with NotDone, at once where the connection has ended already: a page knows that. */
export const command = <Value>(socket: Socket, name: string, payload: unknown): Promise<Value> =>
  new Promise((resolve, reject) => {
    if (!socket.connected) return reject(new NotDone('the connection closed'));
    const closed = (): void => reject(new NotDone('the connection closed'));
    socket.once('disconnect', closed);
    socket.timeout(PATIENCE).emit(name, payload, (late: Error | null, reply: Reply<Value>) => {
      socket.off('disconnect', closed);
      if (late !== null) reject(new NotDone('no answer'));
      else if (reply.ok) resolve(reply.value);
      else reject(new NotDone(reply.refusal));
    });
  });
