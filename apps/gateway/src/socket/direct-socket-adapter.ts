import type { Server as HttpServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplication } from '@nestjs/common';
import { AbstractWsAdapter } from '@nestjs/websockets';
import { Server, type Namespace } from 'socket.io';
import { STAFF_NAMESPACE } from '@warmline/contracts';
import { FRAME_MAX_BYTES } from '@warmline/vocabulary';
import type { Config } from '../core/config';
import { isAllowedOrigin } from '../core/origin';
import { Timers } from '../core/timers';
import type { CommandsInProgress } from './commands-in-progress';
import type { ConnectionGate, Line } from './connection-gate';
import { closeSlowReader } from './slow-reader';
import { flushOncePerTurn, writeOncePerTurn } from './write-once-per-turn';

/** In a stop: for running commands to be answered, for pages to hear that they should reconnect, for connections to end (ms). */
const SETTLE_WITHIN = 3_000;
const HEAR_WITHIN = 1_000;
const END_WITHIN = 1_000;
const POLL_EVERY = 10;
/** A connection that has not joined a namespace by then is closed (ms). */
const JOIN_WITHIN = 5_000;

/** Whether what a visitor's socket carries names a conversation. */
const hasConversation = (carried: unknown): boolean =>
  typeof carried === 'object' &&
  carried !== null &&
  'conversation' in carried &&
  carried.conversation !== null;

/**
 * Socket.IO under Nest without its per-message pipeline: a command goes from the socket to the dispatcher with one
 * promise and no observable, which is where the stock adapter spends its time (docs/performance.md).
 */
export class DirectSocketAdapter extends AbstractWsAdapter {
  private server: Server | null = null;
  private readonly http: HttpServer;

  constructor(
    app: INestApplication<HttpServer>,
    private readonly config: Config,
    private readonly commands: CommandsInProgress,
    private readonly gate: ConnectionGate,
  ) {
    super(app);
    this.http = app.getHttpServer();
  }

  /** The server is made with the first namespace. */
  override create(_port: number, options: { readonly namespace?: string } = {}): Namespace {
    this.server ??= this.open();
    const namespace = this.server.of(options.namespace ?? '/');
    const claim = namespace.name === STAFF_NAMESPACE ? 'staff' : 'visitor';
    namespace.on('connection', (socket) =>
      this.gate.joined(socket.conn, claim, () => hasConversation(socket.data)),
    );
    return namespace;
  }

  /** Whether this is the id of a connection that is open here. */
  isOpen(id: string): boolean {
    const clients: unknown = this.server === null ? null : Reflect.get(this.server.engine, 'clients');
    return typeof clients === 'object' && clients !== null && Object.hasOwn(clients, id);
  }

  /** There is nothing to bind: the gateways listen themselves, with CommandsInProgress. */
  override bindMessageHandlers(): void {
    return;
  }

  private open(): Server {
    const timers = new Timers(this.config.TIME_SCALE);
    const server = new Server(this.http, {
      path: '/socket.io',
      serveClient: false,
      pingInterval: timers.pingInterval,
      pingTimeout: timers.pingTimeout,
      maxHttpBufferSize: FRAME_MAX_BYTES,
      perMessageDeflate: false,
      connectTimeout: JOIN_WITHIN,
      upgradeTimeout: JOIN_WITHIN,
      allowRequest: (request, decide) => {
        if (!isAllowedOrigin(request.headers.origin, this.config.PUBLIC_URL)) {
          this.commands.refusals.count('not_allowed');
          return decide(null, false);
        }
        const refusal = this.gate.judge(request);
        return decide(refusal, refusal === null);
      },
    });
    // Nobody has anything to do in the namespace that Socket.IO opens by itself.
    server.of('/').use((_socket, next) => next(new Error('not_found')));
    server.engine.on('connection', (line: Line) => this.gate.opened(line));
    server.engine.on('connection', flushOncePerTurn);
    server.engine.on('connection', closeSlowReader);
    this.http.on('upgrade', (_request, socket) => writeOncePerTurn(socket));
    return server;
  }

  /**
   * Accepts no new connection, answers the commands that are running, then tells every page to reconnect elsewhere.
   * Connections that do not end by themselves are ended.
   */
  override async close(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server === null) return;
    this.http.close();
    await this.commands.settleWithin(SETTLE_WITHIN);
    for (const [, namespace] of server._nsps) namespace.disconnectSockets(true);
    await this.waitUntilHeard(server);
    const end = setTimeout(() => this.http.closeAllConnections(), END_WITHIN);
    await server.close();
    clearTimeout(end);
  }

  /** Closing at once would drop the packets that tell pages to reconnect. */
  private async waitUntilHeard(server: Server): Promise<void> {
    const deadline = performance.now() + HEAR_WITHIN;
    while (server.engine.clientsCount > 0 && performance.now() < deadline) await delay(POLL_EVERY);
  }
}
