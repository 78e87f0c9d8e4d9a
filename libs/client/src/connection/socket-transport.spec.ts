import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { stretched } from '@warmline/test-kit/testing';
import { deviceClock } from '../clock';
import { WebSocketHoldingProxy, type Held } from '../testing/websocket-holding-proxy';
import { Connection } from './connection';
import { socketTransport } from './socket-transport';

/** The goal of a visitor's page behind a proxy that holds WebSockets back. */
const CONNECTED_WITHIN_MS = 10_000;

const http = createServer();
const server = new Server(http);
const proxies: WebSocketHoldingProxy[] = [];

beforeAll(async () => {
  server.of('/visitor').on('connection', (socket) => {
    socket.on('timeline:read', (_payload, answer) => answer({ ok: true, value: { entries: [], head: 0 } }));
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
});
interface Sessions {
  readonly [id: string]: { readonly transport: { readonly name: string } };
}

/** A page that closes says so in a last request, which needs its proxy. */
const untilPollingEnded = async (): Promise<void> => {
  const { clients } = server.engine as unknown as { readonly clients: Sessions };
  while (Object.values(clients).some(({ transport }) => transport.name === 'polling'))
    await new Promise((resolve) => setTimeout(resolve, 10));
};
afterAll(async () => {
  await untilPollingEnded();
  for (const proxy of proxies) await proxy.close();
  await server.close();
});

const behind = async (held: Held) => {
  const { port } = http.address() as AddressInfo;
  const proxy = await WebSocketHoldingProxy.before(port, held);
  proxies.push(proxy);
  const transport = socketTransport({ namespace: '/visitor', origin: proxy.origin, handshake: () => ({}) });
  const connection = new Connection({ transport, clock: deviceClock, random: () => 0 });
  const startedAt = performance.now();
  const online = new Promise<number>((resolve) => {
    connection.state.subscribe(({ name }) => name === 'online' && resolve(performance.now() - startedAt));
  });
  connection.start();
  return { proxy, connection, online };
};

describe('a proxy that holds WebSockets back', () => {
  it.each(['request', 'frames'] as const)(
    'is passed by long-polling within ten seconds when it holds the %s, and commands are answered',
    async (held) => {
      const { proxy, connection, online } = await behind(held);
      expect(await online).toBeLessThan(stretched(CONNECTED_WITHIN_MS));
      expect(proxy.upgrades).toBeGreaterThan(0);
      expect(await connection.send('timeline:read', { after: 0 })).toMatchObject({ kind: 'done' });
      connection.stop();
    },
  );

  it('is passed by long-polling at once after it was met', async () => {
    const { proxy, connection, online } = await behind('request');
    await online;
    const again = new Promise<void>((resolve) => {
      connection.state.subscribe(({ name }) => name === 'online' && resolve());
    });
    const brokenAt = performance.now();
    server.of('/visitor').disconnectSockets(true);
    await again;
    expect(performance.now() - brokenAt).toBeLessThan(stretched(4_000));
    expect(proxy.upgrades).toBeGreaterThan(0);
    connection.stop();
  });
});
