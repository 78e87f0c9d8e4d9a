import type { Server as HttpServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplication } from '@nestjs/common';
import { AbstractWsAdapter } from '@nestjs/websockets';
import { Server, type Namespace, type Socket } from 'socket.io';
import { FRAME_MAX_BYTES } from '@warmline/kernel';
import type { Config } from '../core/config';
import { isAllowedOrigin } from '../core/origin';
import { Timers } from '../core/timers';
import { closeSlowReader } from './slow-reader';
import { CommandsInProgress } from './commands-in-progress';
import { flushOncePerTurn, writeOncePerTurn } from './write-once-per-turn';

/** For answers that are still being made when a stop begins, for pages to hear that they should move, for lines to end (ms). */
const SETTLE_WITHIN = 3_000;
const HEAR_WITHIN = 1_000;
const END_WITHIN = 1_000;
const LOOK_EVERY = 10;

/** Answers one command of a socket; set up by the namespace's gateway. */
export type Answerer = (command: string, payload: unknown) => Promise<unknown>;
const answerers = new WeakMap<object, Answerer>();

/** Socket.IO hands one over when the sender wants an answer; nothing is done for senders who do not. */
const isAcknowledgement = (value: unknown): value is (reply: unknown) => void => typeof value === 'function';

/** Says who answers this socket's commands. */
export const answerWith = (socket: object, answerer: Answerer): void => {
  answerers.set(socket, answerer);
};

/**
 * Socket.IO under Nest without its per-message pipeline: a command goes from the socket to the dispatcher with one
 * promise and no observable, which is where the stock adapter spends its time (docs/performance.md).
 */
export class DirectSocketAdapter extends AbstractWsAdapter {
  private server: Server | null = null;
  private readonly underWay = new CommandsInProgress();
  private readonly http: HttpServer;

  constructor(
    app: INestApplication<HttpServer>,
    private readonly config: Config,
  ) {
    super(app);
    this.http = app.getHttpServer();
  }

  /** The one server, made when the first namespace is asked for. */
  override create(_port: number, options: { readonly namespace?: string } = {}): Namespace {
    this.server ??= this.open();
    return this.server.of(options.namespace ?? '/');
  }

  /** Nest hands over no handlers: every command of a socket goes to its answerer. */
  override bindMessageHandlers(socket: Socket): void {
    socket.onAny((command: string, ...given: unknown[]) => {
      const acknowledge = given.at(-1);
      const answerer = answerers.get(socket);
      if (!isAcknowledgement(acknowledge) || answerer === undefined) return;
      void this.underWay.track(answerer(command, given.length > 1 ? given[0] : undefined)).then((reply) => {
        acknowledge(reply);
      });
    });
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
      allowRequest: (request, decide) =>
        this.isFull()
          ? decide('too_many_lines', false)
          : decide(null, isAllowedOrigin(request.headers.origin, this.config.PUBLIC_URL)),
    });
    server.engine.on('connection', flushOncePerTurn);
    server.engine.on('connection', closeSlowReader);
    this.http.on('upgrade', (_request, socket) => writeOncePerTurn(socket));
    return server;
  }

  /**
   * Nobody new comes in; what was asked is answered; then every page is told to move, which it does at once, and lines
   * that do not end by themselves are ended.
   */
  override async close(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server === null) return;
    this.http.close();
    await this.underWay.settleWithin(SETTLE_WITHIN);
    for (const [, namespace] of server._nsps) namespace.disconnectSockets(true);
    await this.everyoneHasHeard(server);
    const end = setTimeout(() => this.http.closeAllConnections(), END_WITHIN);
    await server.close();
    clearTimeout(end);
  }

  /** Closing at once would throw away the word that they should move. */
  private async everyoneHasHeard(server: Server): Promise<void> {
    const deadline = performance.now() + HEAR_WITHIN;
    while (server.engine.clientsCount > 0 && performance.now() < deadline) await delay(LOOK_EVERY);
  }

  private isFull(): boolean {
    return (this.server?.engine.clientsCount ?? 0) >= this.config.SOCKETS_MAX;
  }
}
