import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type { Reply } from '@warmline/contracts';
import { until, within } from '@warmline/test-kit';
import type { Refusal } from '@warmline/vocabulary';
import { newestErrors } from './log-lines';

interface AnyCommand {
  readonly payload: unknown;
  readonly reply: unknown;
}
type AnyCommands<Commands> = { readonly [Name in keyof Commands]: AnyCommand };

interface Heard {
  readonly name: string;
  readonly notice: unknown;
}

const open = new Set<Socket>();

const isBusy = (reply: Reply<unknown>): boolean =>
  !reply.ok && (reply.refusal === 'server_busy' || reply.refusal === 'unavailable');

/** Closes every page of this spec, as if the people had gone home. */
export const closeAllPages = (): void => {
  for (const socket of open) socket.disconnect();
  open.clear();
};

export type ConnectOptions = Partial<ManagerOptions & SocketOptions>;

/** A socket of a page, as strict as a test wants it: nothing reconnects by itself. */
export class Page<Commands extends AnyCommands<Commands>, Notices> {
  /** Every reply this page ever got, to search. */
  readonly replies: unknown[] = [];
  private heard: Heard[] = [];
  private readonly waiting = new Set<() => void>();
  private readonly frames: string[] = [];

  protected constructor(readonly socket: Socket) {
    socket.io.engine.on('packet', (packet) => {
      const frame: unknown = packet.data;
      if (typeof frame === 'string') this.frames.push(frame);
    });
    socket.onAny((name: string, notice: unknown) => {
      this.heard.push({ name, notice });
      for (const look of this.waiting) look();
    });
  }

  /** Resolves with an open socket, or rejects with the server's reason as message. */
  protected static async connect(url: string, options: ConnectOptions): Promise<Socket> {
    const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, ...options });
    open.add(socket);
    const opened = new Promise<Socket>((resolve, reject) => {
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', reject);
    });
    return within('a socket to open', opened).catch((error: unknown) => {
      socket.disconnect();
      throw error;
    });
  }

  /** Sends anything at all, and answers with the server's reply. */
  tell(command: string, ...given: unknown[]): Promise<Reply<unknown>> {
    return this.answered<unknown>(command, this.socket.emitWithAck(command, ...given));
  }

  ask<Name extends keyof Commands & string>(
    command: Name,
    payload: Commands[Name]['payload'],
  ): Promise<Reply<Commands[Name]['reply']>> {
    return this.answered<Commands[Name]['reply']>(command, this.socket.emitWithAck(command, payload));
  }

  /** Everything this page was ever told, as text. */
  everything(): string {
    return JSON.stringify([this.replies, this.heard]);
  }

  /** Every frame of the connection since it opened, as it came over the wire. */
  rawFrames(): string {
    return this.frames.join('\n');
  }

  private async answered<Value>(command: string, answer: Promise<Reply<Value>>): Promise<Reply<Value>> {
    const reply = await within(
      `an answer to ${command}`,
      Promise.race([answer, this.broken(`the answer to ${command}`)]),
    );
    this.replies.push(reply);
    return reply;
  }

  /** Rejects when the connection breaks, or is broken already. */
  private broken(awaited: string): Promise<never> {
    const lost = (reason: string): Error => new Error(`the line broke before ${awaited} came: ${reason}`);
    if (!this.socket.connected) return Promise.reject(lost('it was broken already'));
    return new Promise((_resolve, reject) => {
      this.socket.once('disconnect', (reason) => reject(lost(reason)));
    });
  }

  /** The value of a command that must succeed. Where the server is too busy for it, it is sent again, as a page does. */
  async must<Name extends keyof Commands & string>(
    command: Name,
    payload: Commands[Name]['payload'],
  ): Promise<Commands[Name]['reply']> {
    const inTime = async (): Promise<Reply<Commands[Name]['reply']> | null> => {
      const answer = await this.ask(command, payload);
      return isBusy(answer) ? null : answer;
    };
    const reply = await until(`an answer to ${command}`, inTime).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${newestErrors()}`);
    });
    if (!reply.ok) throw new Error(`${command} was refused: ${reply.refusal}`);
    return reply.value;
  }

  /** The refusal of a command, or null when it succeeded. */
  async refusal<Name extends keyof Commands & string>(
    command: Name,
    payload: Commands[Name]['payload'],
  ): Promise<Refusal | null> {
    const reply = await this.ask(command, payload);
    return reply.ok ? null : reply.refusal;
  }

  /** Every notice of this name so far, oldest first. */
  notices<Name extends keyof Notices & string>(name: Name): Notices[Name][] {
    return this.heard.filter((heard) => heard.name === name).map(({ notice }) => notice as Notices[Name]);
  }

  /** The first notice of this name that fits, heard already or awaited; `after` so many, which are not looked at. */
  async hears<Name extends keyof Notices & string>(
    name: Name,
    fits: (notice: Notices[Name]) => boolean = () => true,
    after = 0,
  ): Promise<Notices[Name]> {
    const find = (): Notices[Name] | undefined => this.notices(name).slice(after).find(fits);
    const found = find();
    if (found !== undefined) return found;
    const heard = new Promise<Notices[Name]>((resolve) => {
      const look = (): void => {
        const late = find();
        if (late === undefined) return;
        this.waiting.delete(look);
        resolve(late);
      };
      this.waiting.add(look);
    });
    return within(`the notice ${name}`, Promise.race([heard, this.broken(name)]));
  }

  /** Forgets everything heard until now. */
  forget(): void {
    this.heard = [];
  }

  /** Resolves with the reason when the server closes the connection, or the connection is lost. */
  async closes(): Promise<string> {
    if (!this.socket.connected) return 'closed already';
    return within('the socket to close', new Promise((resolve) => this.socket.once('disconnect', resolve)));
  }

  /** Anything at all, past every protocol. */
  sendsRaw(text: string): void {
    const { ws } = this.socket.io.engine.transport as unknown as { ws: { send(frame: string): void } };
    ws.send(text);
  }

  /** Goes away at once, without a word, as a phone in a tunnel does. */
  cut(): void {
    this.socket.io.engine.close();
    this.socket.disconnect();
  }

  /** Goes on living, and takes nothing from its line any more. */
  stopsReading(): void {
    const { ws } = this.socket.io.engine.transport as unknown as { ws: { pause(): void } };
    ws.pause();
  }

  /** Closes the page as a browser does. */
  leave(): void {
    this.socket.disconnect();
  }
}
