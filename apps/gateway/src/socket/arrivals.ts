import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { LoopShare } from '../core/async/loop-share';
import { NetworkBudget, type BudgetSize } from '../core/network-budget';
import type { NetworkKeys } from '../core/network-prefix';
import { FairQueue } from './fair-queue';
import { RefusedBodies } from './refused-bodies';

/** Requests that wait, of everyone and of one network, and for how long at most (ms). */
const WAITING = { waiting: 2_000, waitingPerSender: 100, waitingUrgent: 500, waitsMost: 5_000 };

/** Answers that one connection may be owed. Browsers and proxies ask one after another. */
const OWED_MOST = 8;

/** How often connections of one network may ask for more, and then how many new ones it may open. Reading what they ask is what costs. */
const OVERRUNS: BudgetSize = { burst: 2, perMinute: 6 };
const AFTER_OVERRUNS: BudgetSize = { burst: 5, perMinute: 120 };

const BUSY = JSON.stringify({ refusal: 'server_busy' });
const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Retry-After': '5',
  Connection: 'close',
};

export interface ArrivalOptions {
  /** Null where it cannot be told from another. */
  readonly networkOf: (request: IncomingMessage) => NetworkKeys | null;
  /** Of a connection that has not asked for anything; null for a proxy. */
  readonly peerOf: (socket: Socket) => NetworkKeys | null;
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
  private readonly overruns = new NetworkBudget(OVERRUNS);
  private readonly afterOverruns = new NetworkBudget(AFTER_OVERRUNS);

  constructor(
    private readonly options: ArrivalOptions,
    private readonly share: Pick<LoopShare, 'room'> = new LoopShare(),
  ) {}

  /** Closes a new connection of a network whose connections asked for too much at once lately, unless there are few. */
  connection(socket: Socket): void {
    const network = this.options.peerOf(socket);
    if (network === null || !this.overruns.isSpent(network)) return;
    if (!this.afterOverruns.take(network)) socket.destroy();
  }

  /** Whether a request may be looked at at all: its connection is open, and is not owed too many answers. */
  mayAsk({ socket }: IncomingMessage, response: ServerResponse): boolean {
    if (socket.destroyed) return false;
    const owed = (this.owed.get(socket) ?? 0) + 1;
    this.owed.set(socket, owed);
    response.once('close', () => this.owed.set(socket, (this.owed.get(socket) ?? 1) - 1));
    if (owed <= OWED_MOST) return true;
    this.options.onRefused('too_fast');
    const network = this.options.peerOf(socket);
    if (network !== null) this.overruns.take(network);
    socket.destroy();
    return false;
  }

  /** Answers in its turn; refuses with 503 when that takes too long. */
  async request(request: IncomingMessage, response: ServerResponse, answer: () => void): Promise<void> {
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
}
