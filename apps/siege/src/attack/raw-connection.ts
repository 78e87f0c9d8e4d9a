import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Stranger } from './stranger';

/** A connection that is opened within this time (ms), or not at all. */
const OPEN_WITHIN = 10_000;

/** A TCP connection from the next address of a stranger. Rejects when it is refused or not opened in time. */
export const openRaw = async (stranger: Stranger): Promise<Socket> => {
  const { host, port } = stranger.orders;
  const socket = connect({ host, port, localAddress: stranger.address() });
  // An error after this moment only closes it, and closing is what is waited for.
  socket.on('error', () => stranger.count('reset'));
  socket.setTimeout(OPEN_WITHIN, () => socket.connecting && socket.destroy(new Error('not opened in time')));
  await once(socket, 'connect');
  socket.setTimeout(0);
  return socket;
};

/** Resolves when it has closed, or after so long (ms), whichever is first; then it is gone. */
export const holdOpen = async (socket: Socket, milliseconds: number): Promise<void> => {
  if (!socket.destroyed) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, milliseconds));
      socket.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
  socket.destroy();
};

/** Collects what the server says until `isEnough`, the end of the connection, or so long (ms). */
export const readUntil = async (
  socket: Socket,
  isEnough: (text: string) => boolean,
  milliseconds: number,
): Promise<string> => {
  let text = '';
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const end = (): void => {
      clearTimeout(timer);
      socket.off('data', hear);
      socket.off('close', end);
      resolve();
    };
    const hear = (bytes: Buffer): void => {
      text += bytes.toString('latin1');
      if (isEnough(text)) end();
    };
    socket.on('data', hear);
    socket.once('close', end);
  });
  return text;
};
