import { Manager, type Socket } from 'socket.io-client';
import type {
  PROTOCOL_VERSION,
  STAFF_NAMESPACE,
  STAFF_PROTOCOL_VERSION,
  VISITOR_NAMESPACE,
} from '@warmline/contracts';
import { deviceClock, type Cancel } from '../clock';
import type { Transport, TransportListener } from './transport';

/** Typed by the contract, so that raising the number there stops this from compiling. Its schemas stay out of the page. */
export const PROTOCOL: typeof PROTOCOL_VERSION = 3;
/** The console's. */
export const STAFF_PROTOCOL: typeof STAFF_PROTOCOL_VERSION = 4;

/**
 * Some proxies accept a WebSocket and then pass nothing on, which no error reports. A WebSocket that has not connected
 * after this long, in ms, is given up for long-polling.
 */
const FALL_BACK_AFTER_MS = 4_000;
/** Longest time to open either way, in ms. */
const OPEN_TIMEOUT_MS = 8_000;

const WEBSOCKET_FIRST = ['websocket', 'polling'];
/** Long-polling connects, and a WebSocket replaces it once one has carried a message both ways. */
const POLLING_FIRST = ['polling', 'websocket'];

export interface SocketTransportOptions {
  readonly namespace: typeof VISITOR_NAMESPACE | typeof STAFF_NAMESPACE;
  /** What the handshake carries, asked for at each try. Travels in the body, never in a URL. */
  readonly handshake: () => Readonly<Record<string, unknown>>;
  /** Origin of the server; this page's own by default. */
  readonly origin?: string;
}

class SocketTransport implements Transport {
  readonly #socket: Socket;
  #isPollingFirst = false;
  /** Between `open` and the end of what it opened. */
  #isInUse = false;
  #cancelFallBack: Cancel = () => {};

  constructor({ namespace, handshake, origin = '' }: SocketTransportOptions) {
    this.#socket = new Manager(origin, {
      autoConnect: false,
      reconnection: false,
      timeout: OPEN_TIMEOUT_MS,
      tryAllTransports: true,
    }).socket(namespace, { auth: (give) => give({ ...handshake() }) });
  }

  listen(listener: TransportListener): void {
    this.#socket.on('connect', () => {
      this.#cancelFallBack();
      listener.connected();
    });
    this.#socket.on('connect_error', ({ message }) => {
      // An error has tried both ways already; a timeout has tried only the first.
      this.#ended(message === 'timeout');
      listener.failed(message);
    });
    this.#socket.on('disconnect', (reason) => {
      // The owner knows of its own `close`.
      if (reason === 'io client disconnect') return;
      this.#ended(false);
      listener.disconnected(reason === 'io server disconnect' ? 'moved' : 'closed');
    });
    this.#socket.io.on('ping', () => listener.heard());
    this.#socket.onAny((name: string, payload: unknown) => {
      listener.heard();
      listener.notice(name, payload);
    });
  }

  open(): void {
    // Socket.IO would repeat here what it could not send before. The owner decides what is repeated, and when.
    this.#socket.sendBuffer.length = 0;
    this.#socket.io.opts.transports = this.#isPollingFirst ? POLLING_FIRST : WEBSOCKET_FIRST;
    this.#isInUse = true;
    this.#cancelFallBack();
    if (!this.#isPollingFirst)
      this.#cancelFallBack = deviceClock.after(FALL_BACK_AFTER_MS, () => {
        this.close();
        this.open();
      });
    this.#socket.connect();
  }

  /** The owner closes what does not answer, so the next try goes the other way. */
  close(): void {
    this.#ended(this.#isInUse);
    this.#socket.disconnect();
  }

  send(command: string, payload: unknown, answered: (reply: unknown) => void): void {
    this.#socket.emit(command, payload, answered);
  }

  #ended(isOtherWayNext: boolean): void {
    this.#cancelFallBack();
    this.#isInUse = false;
    if (isOtherWayNext) this.#isPollingFirst = !this.#isPollingFirst;
  }
}

/** A Socket.IO connection: WebSocket first, long-polling where a network blocks it or holds it back. */
export const socketTransport = (options: SocketTransportOptions): Transport => new SocketTransport(options);
