import { io, type Socket } from 'socket.io-client';
import type { Cancel, Transport, TransportListener } from '@warmline/client';
import type { Random } from './seeded-random';

/** A try to open a line is given up after this (ms, scaled), and never before a busy machine could answer. */
const [OPEN_TIMEOUT, OPEN_TIMEOUT_LEAST] = [8_000, 3_000];

export interface RoamingWireOptions {
  readonly urls: readonly string[];
  readonly namespace: string;
  /** Asked again at each try. */
  readonly handshake: () => Readonly<Record<string, unknown>>;
  readonly headers: () => Record<string, string>;
  readonly random: Random;
  readonly timeScale: number;
}

/** A line that comes back by way of another gateway each time, as behind a load balancer. */
export class RoamingWire implements Transport {
  /** Position of the gateway the newest line goes to. */
  gateway: number;

  private listener: TransportListener | null = null;
  private socket: Socket | null = null;
  private darkUntil = 0;
  private cancelOpening: Cancel = () => undefined;

  constructor(private readonly options: RoamingWireOptions) {
    this.gateway = Math.floor(options.random() * options.urls.length);
  }

  listen(listener: TransportListener): void {
    this.listener = listener;
  }

  open(): void {
    this.close();
    const wait = this.darkUntil - performance.now();
    if (wait > 0) {
      const timer = setTimeout(() => this.listener?.failed('dark'), Math.min(wait, 50));
      this.cancelOpening = () => clearTimeout(timer);
      return;
    }
    this.gateway = (this.gateway + 1) % this.options.urls.length;
    this.follow(this.connect());
  }

  close(): void {
    this.cancelOpening();
    const { socket } = this;
    this.socket = null;
    socket?.io.engine?.close();
    socket?.disconnect();
  }

  send(command: string, payload: unknown, answered: (reply: unknown) => void): void {
    const { socket } = this;
    socket?.emit(command, payload, (reply: unknown) => {
      if (this.socket === socket) answered(reply);
    });
  }

  /** Goes away without a word and stays away for so long (ms), as a phone in a tunnel does. */
  goDark(milliseconds: number): void {
    this.darkUntil = performance.now() + milliseconds;
    const wasOpen = this.socket?.connected === true;
    this.close();
    if (wasOpen) this.listener?.disconnected();
  }

  private connect(): Socket {
    const { urls, namespace, handshake, headers, timeScale } = this.options;
    const url = urls[this.gateway];
    if (url === undefined) throw new Error('a deployment without gateways');
    return io(`${url}${namespace}`, {
      auth: { ...handshake() },
      extraHeaders: headers(),
      forceNew: true,
      reconnection: false,
      timeout: Math.max(OPEN_TIMEOUT_LEAST, OPEN_TIMEOUT * timeScale),
      transports: ['websocket'],
    });
  }

  private follow(socket: Socket): void {
    this.socket = socket;
    const ours = (then: (listener: TransportListener) => void) => (): void => {
      if (this.socket === socket && this.listener !== null) then(this.listener);
    };
    socket.on(
      'connect',
      ours((listener) => listener.connected()),
    );
    socket.on('connect_error', (error) => ours((listener) => listener.failed(error.message))());
    socket.on(
      'disconnect',
      ours((listener) => listener.disconnected()),
    );
    socket.io.on(
      'ping',
      ours((listener) => listener.heard()),
    );
    socket.onAny((name: string, payload: unknown) =>
      ours((listener) => {
        listener.heard();
        listener.notice(name, payload);
      })(),
    );
  }
}
