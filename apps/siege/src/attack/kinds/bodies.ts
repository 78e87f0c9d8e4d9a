import type { Kind } from '../kind';
import { holdOpen, openRaw } from '../raw-connection';
import { send } from '../request';

const MEGABYTE = 1_000_000;
/** The largest list that may be imported has 4 MB. */
const NESTED = '['.repeat(3.8 * MEGABYTE);
const LARGE = JSON.stringify({ text: 'x'.repeat(3.8 * MEGABYTE) });
const ROUTES = ['/api/setup/x', '/api/session', '/api/setup/people/import', '/v/exit'];

export const nestedBodies: Kind = {
  name: 'nested-bodies',
  does: '14 at once send 3.8 MB of nested brackets to a route that needs a session',
  run: (stranger) =>
    stranger.together(14, async () => {
      await send(stranger, { method: 'POST', path: '/api/setup/x', body: NESTED });
    }),
};

export const largeBodies: Kind = {
  name: 'large-bodies',
  does: '20 at once send 3.8 MB of valid JSON to several routes',
  run: (stranger) =>
    stranger.together(20, async () => {
      const path = ROUTES[stranger.random(ROUTES.length)] ?? '/';
      await send(stranger, { method: 'POST', path, body: LARGE });
    }),
};

/** Half of them are slow with the headers, half with the body. */
const SLOW = 400;

export const slowBodies: Kind = {
  name: 'slow-bodies',
  does: `${SLOW} connections send a byte of a header or a body each second`,
  run: async (stranger) => {
    const { host, port } = stranger.orders;
    const start = (path: string): string => `POST ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\n`;
    const body = 'Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n';
    const one = async (number: number): Promise<void> => {
      const socket = await openRaw(stranger);
      stranger.count('begun');
      socket.write(start('/api/session') + (number % 2 === 0 ? body : ''));
      const timer = setInterval(() => socket.write(number % 2 === 0 ? '[' : 'X'), 1_000);
      await holdOpen(socket, stranger.endsAt - performance.now());
      clearInterval(timer);
    };
    await Promise.allSettled(Array.from({ length: SLOW }, (_, number) => one(number)));
  },
};
