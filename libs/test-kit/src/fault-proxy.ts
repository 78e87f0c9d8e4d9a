import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './fault';
import { FaultyLine, type Weather } from './faulty-line';

const HOST = '127.0.0.1';
/** Another process may briefly use our port while we refuse connections, so binding retries (ms). */
const BIND_EVERY = 50;
const BIND_WITHIN = 10_000;

interface Turning extends Weather {
  readonly turn: () => void;
}

const weatherOf = (fault: Fault | null): Turning => {
  let turn = (): void => undefined;
  const turned = new Promise<void>((resolve) => {
    turn = resolve;
  });
  return { fault, turned, turn };
};

/** A proxy on its own port before a loopback port. It applies the fault that is set. */
export class FaultProxy {
  private readonly lines = new Set<FaultyLine>();
  private weather = weatherOf(null);
  private server: Server | null = null;
  /** Runs the openings and closings of the port one after the other. */
  private portChanges: Promise<void> = Promise.resolve();

  private constructor(
    readonly port: number,
    private readonly target: number,
  ) {}

  static async before(target: number): Promise<FaultProxy> {
    const finder = createServer().listen(0, HOST);
    await once(finder, 'listening');
    const address = finder.address();
    if (address === null || typeof address === 'string') throw new Error('listening nowhere');
    finder.close();
    await once(finder, 'close');
    const proxy = new FaultProxy(address.port, target);
    await proxy.listen();
    return proxy;
  }

  get fault(): Fault | null {
    return this.weather.fault;
  }

  get openLines(): number {
    return this.lines.size;
  }

  /** From now on; null heals. Resolves when the port is open or closed as the fault wants it. */
  async set(fault: Fault | null): Promise<void> {
    const { turn } = this.weather;
    this.weather = weatherOf(fault);
    turn();
    this.portChanges = this.portChanges.then(() =>
      this.fault?.kind === 'refuse' ? this.unlisten() : this.listen(),
    );
    await this.portChanges;
  }

  /** Resets every open line, once; answers how many. */
  reset(): number {
    const open = [...this.lines];
    for (const line of open) line.reset();
    return open.length;
  }

  /** Ends the fault, so that no one waits permanently, then resets every connection. Safe to call twice. */
  async close(): Promise<void> {
    this.weather.turn();
    this.weather = weatherOf(null);
    await this.portChanges;
    await this.unlisten();
    this.reset();
    await Promise.all([...this.lines].map(({ ended }) => ended));
  }

  private async unlisten(): Promise<void> {
    const { server } = this;
    this.server = null;
    // Not awaited: it calls back only after the last connection ends.
    server?.close();
  }

  private async listen(): Promise<void> {
    const deadline = Date.now() + BIND_WITHIN;
    while (this.server === null) {
      const server = createServer({ allowHalfOpen: true }, (near) => this.open(near));
      try {
        server.listen(this.port, HOST);
        await once(server, 'listening');
        this.server = server;
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await delay(BIND_EVERY);
      }
    }
  }

  private open(near: Socket): void {
    const far = (): Socket => connect({ port: this.target, host: HOST, allowHalfOpen: true });
    const line = new FaultyLine(near, far, () => this.weather);
    this.lines.add(line);
    void line.ended.finally(() => this.lines.delete(line));
  }
}
