import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** `request`: a WebSocket handshake is taken and never answered. `frames`: it is answered, and no frame comes through. */
export type Held = 'request' | 'frames';

const END_OF_HEAD = '\r\n\r\n';

/** A proxy on a real port that passes plain HTTP on and holds WebSockets back. */
export class WebSocketHoldingProxy {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  /** WebSocket handshakes seen. */
  upgrades = 0;

  private constructor(target: number, held: Held) {
    this.#server = createServer((near) => this.#carry(this.#keep(near), target, held));
  }

  static async before(target: number, held: Held): Promise<WebSocketHoldingProxy> {
    const proxy = new WebSocketHoldingProxy(target, held);
    await once(proxy.#server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get origin(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await once(this.#server.close(), 'close');
  }

  #keep(socket: Socket): Socket {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    return socket;
  }

  #carry(near: Socket, target: number, held: Held): void {
    near.once('data', (head) => {
      const isWebSocket = /^upgrade: websocket/im.test(head.toString('latin1'));
      if (isWebSocket) this.upgrades += 1;
      if (isWebSocket && held === 'request') return;
      const far = this.#keep(connect(target, '127.0.0.1'));
      near.on('close', () => far.destroy());
      far.on('close', () => near.destroy());
      far.write(head);
      if (!isWebSocket) near.pipe(far).pipe(near);
      else far.once('data', (answer) => near.write(answer.subarray(0, answer.indexOf(END_OF_HEAD) + 4)));
    });
  }
}
