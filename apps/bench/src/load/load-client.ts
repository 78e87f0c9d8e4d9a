import { io, type Socket } from 'socket.io-client';
import { v7 as uuid } from 'uuid';
import type { Entry } from '@warmline/contracts';
import type { ClientSetUp } from './jobs';
import type { Meter } from './meter';

/** As long as the messages of earlier measurements. */
export const BODY =
  'I do not know how to begin. It has been a hard week and tonight it feels like too much, so I thought I would write'
    .padEnd(113, '.')
    .slice(0, 113);

const PATIENCE = 20_000;

interface Reply {
  readonly ok: boolean;
  readonly refusal?: string;
}

/** More staff connect at once than one network may: like a page, a client that was turned away comes back. */
const COMES_BACK = { reconnectionDelay: 200, reconnectionDelayMax: 1_000, reconnectionAttempts: 60 };

/** Resolves when the socket is open; rejects with the server's reason. */
export const connect = async (setUp: Pick<ClientSetUp, 'url' | 'auth' | 'cookie'>): Promise<Socket> => {
  const socket = io(setUp.url, {
    transports: ['websocket'],
    forceNew: true,
    ...COMES_BACK,
    auth: setUp.auth,
    ...(setUp.cookie === undefined ? {} : { extraHeaders: { cookie: setUp.cookie } }),
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => {
      // From here on a lost connection is a fault of the run.
      socket.io.reconnection(false);
      resolve(socket);
    });
    socket.on('connect_error', (error) => {
      if (!socket.active) reject(error);
    });
    socket.io.once('reconnect_failed', () => reject(new Error('turned away each time')));
  });
};

/** The value of a command that must succeed. */
export const must = async <Value>(socket: Socket, command: string, payload: unknown): Promise<Value> => {
  const reply = await new Promise<Reply & { readonly value: Value }>((resolve, reject) => {
    const answer = (late: Error | null, said: Reply & { readonly value: Value }): void =>
      late === null ? resolve(said) : reject(new Error(`${command}: no answer`));
    socket.timeout(PATIENCE).emit(command, payload, answer);
  });
  if (!reply.ok) throw new Error(`${command} was refused: ${reply.refusal}`);
  return reply.value;
};

/** One socket of the load. */
export class LoadClient {
  meter: Meter | null = null;

  private constructor(
    readonly socket: Socket,
    readonly setUp: ClientSetUp,
  ) {
    const isElsewhere = setUp.writes === null;
    socket.on('timeline:appended', ({ entries }: { readonly entries: readonly Entry[] }) => {
      for (const entry of entries)
        if (entry.kind === 'message' && entry.from !== setUp.role) this.meter?.heard(entry.id, isElsewhere);
    });
  }

  static async open(setUp: ClientSetUp): Promise<LoadClient> {
    const client = new LoadClient(await connect(setUp), setUp);
    for (const [command, payload] of setUp.enter) await must(client.socket, command, payload);
    return client;
  }

  /** Wraps a socket that is connected already. */
  static around(socket: Socket, setUp: ClientSetUp): LoadClient {
    return new LoadClient(socket, setUp);
  }

  get isWriting(): boolean {
    return this.setUp.writes !== null;
  }

  /** Sends one message; `then` runs with its answer. */
  send(since: number, then: () => void = () => undefined): void {
    const id = uuid();
    const { meter } = this;
    meter?.sent(id, since);
    this.socket.emit('message:send', { ...this.setUp.writes, id, body: BODY }, ({ ok }: Reply) => {
      meter?.answered(id, ok);
      then();
    });
  }

  leave(): void {
    this.socket.disconnect();
  }
}
