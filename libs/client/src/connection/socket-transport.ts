import { io, type Socket } from 'socket.io-client';
import type { PROTOCOL_VERSION, STAFF_NAMESPACE, VISITOR_NAMESPACE } from '@warmline/contracts';
import type { Transport, TransportListener } from './transport';

/** Typed by the contract, so that raising the number there stops this from compiling; its schemas stay out of the page. */
export const PROTOCOL: typeof PROTOCOL_VERSION = 3;

export interface SocketTransportOptions {
  readonly namespace: typeof VISITOR_NAMESPACE | typeof STAFF_NAMESPACE;
  /** What the handshake carries, asked anew at each try. Travels in the body, never in a URL. */
  readonly handshake: () => Readonly<Record<string, unknown>>;
  /** Origin of the server; this page's own unless given. */
  readonly origin?: string;
}

class SocketTransport implements Transport {
  readonly #socket: Socket;

  constructor({ namespace, handshake, origin = '' }: SocketTransportOptions) {
    this.#socket = io(`${origin}${namespace}`, {
      auth: (give) => give({ ...handshake() }),
      autoConnect: false,
      forceNew: true,
      reconnection: false,
      timeout: 8_000,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
    });
  }

  listen(listener: TransportListener): void {
    this.#socket.on('connect', () => listener.connected());
    this.#socket.on('connect_error', (error) => listener.failed(error.message));
    this.#socket.on('disconnect', (reason) => {
      // Our own cut is already known to whoever cut.
      if (reason !== 'io client disconnect')
        listener.disconnected(reason === 'io server disconnect' ? 'moved' : 'closed');
    });
    this.#socket.io.on('ping', () => listener.heard());
    this.#socket.onAny((name: string, payload: unknown) => {
      listener.heard();
      listener.notice(name, payload);
    });
  }

  open(): void {
    // Socket.IO would repeat here what it could not send before; what is repeated, and when, is decided above.
    this.#socket.sendBuffer.length = 0;
    this.#socket.connect();
  }

  close(): void {
    this.#socket.disconnect();
  }

  send(command: string, payload: unknown, answered: (reply: unknown) => void): void {
    this.#socket.emit(command, payload, answered);
  }
}

/** A Socket.IO line: WebSocket first, long-polling where a network blocks it. */
export const socketTransport = (options: SocketTransportOptions): Transport => new SocketTransport(options);
