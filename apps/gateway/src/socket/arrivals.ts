import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { LoopShare } from '../core/async/loop-share';
import type { NetworkKeys } from '../core/network-prefix';
import { FairQueue } from './fair-queue';
import { RefusedBodies } from './refused-bodies';

/** Requests that wait, of everyone and of one network, and for how long at most (ms). */
const WAITING = { waiting: 2_000, waitingPerSender: 100, waitingUrgent: 500, waitsMost: 5_000 };

/** Answers that one connection may be owed. Browsers and proxies ask one after another. */
const OWED_MOST = 8;

const BUSY = JSON.stringify({ refusal: 'server_busy' });
const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Retry-After': '5',
  Connection: 'close',
};

export interface ArrivalOptions {
  /** Null where it cannot be told from another. */
  readonly networkOf: (request: IncomingMessage) => NetworkKeys | null;
  /** Of a session that is known here, or of a page that is connected already: it never waits. */
  readonly isKnown: (request: IncomingMessage) => boolean;
  /** A quick exit is refused to nobody because others ask too much. */
  readonly isUrgent: (request: IncomingMessage) => boolean;
  /** Told of each request that is refused. */
  readonly onRefused: (refusal: 'server_busy' | 'too_fast') => void;
}

/**
 * Requests of people who are not known here begin when there is room on the event loop, those of the network that has asked least
 * lately first. So a flood of requests, from however many networks, waits for itself and not others for it.
 */
export class Arrivals {
  private readonly turns = new FairQueue({ ...WAITING, running: 1, runningPerSender: 1 });
  private readonly bodies = new RefusedBodies();
  private readonly owed = new WeakMap<object, number>();

  constructor(
    private readonly options: ArrivalOptions,
    private readonly share: Pick<LoopShare, 'room'> = new LoopShare(),
  ) {}

  /** Answers in its turn; refuses with 503 when that takes too long. */
  async request(request: IncomingMessage, response: ServerResponse, answer: () => void): Promise<void> {
    if (!this.isOneOfFew(request, response)) return;
    this.bodies.watch(request, response, this.keyOf(request));
    if (this.options.isKnown(request)) return answer();
    if (!(await this.isItsTurn(request))) {
      if (response.headersSent || response.destroyed) return;
      response.writeHead(503, HEADERS).end(BUSY);
    } else if (!response.destroyed) answer();
  }

  /** The same for a connection that asks to become a WebSocket. */
  async upgrade(request: IncomingMessage, socket: Duplex, answer: () => void): Promise<void> {
    if (this.options.isKnown(request)) return answer();
    // Nobody else listens before its turn, and an error nobody hears of would end this process.
    socket.on('error', () => undefined);
    if (!(await this.isItsTurn(request))) socket.destroy();
    else if (!socket.destroyed) answer();
  }

  private keyOf(request: IncomingMessage): string {
    return this.options.networkOf(request)?.current ?? '';
  }

  private async isItsTurn(request: IncomingMessage): Promise<boolean> {
    const key = this.keyOf(request);
    const isUrgent = this.options.isUrgent(request);
    const turn = await this.turns.run({ key, isUrgent }, () => this.share.room());
    if (!turn.isRun) this.options.onRefused(turn.why);
    return turn.isRun;
  }

  /** A connection that asks for much at once is closed: each of its requests would be begun before anything else. */
  private isOneOfFew({ socket }: IncomingMessage, response: ServerResponse): boolean {
    if (socket.destroyed) return false;
    const owed = (this.owed.get(socket) ?? 0) + 1;
    this.owed.set(socket, owed);
    response.once('close', () => this.owed.set(socket, (this.owed.get(socket) ?? 1) - 1));
    if (owed <= OWED_MOST) return true;
    this.options.onRefused('too_fast');
    socket.destroy();
    return false;
  }
}
