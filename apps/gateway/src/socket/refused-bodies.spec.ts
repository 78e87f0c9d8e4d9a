import { createServer, request as ask, type Server } from 'node:http';
import { RefusedBodies } from './refused-bodies';

let server: Server;
let port = 0;
/** Bodies whose answer was written, and the most of them that were on the wire at the same time. */
const taken = { now: 0, most: 0 };

beforeAll(async () => {
  const bodies = new RefusedBodies();
  server = createServer((request, response) => {
    bodies.watch(request, response, 'one');
    if (request.url === '/read') {
      request.resume().on('end', () => response.end('read'));
      return;
    }
    response.once('finish', () => {
      taken.now += 1;
      taken.most = Math.max(taken.most, taken.now);
      request.socket.once('close', () => (taken.now -= 1));
    });
    response.statusCode = 401;
    response.end('refused');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' ? (address?.port ?? 0) : 0;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** @returns its status; 0 for none */
const send = (path: string, size = 3_000_000): Promise<number> =>
  new Promise((resolve) => {
    const sent = ask({ port, path, method: 'POST', agent: false }, (response) => {
      response.resume().on('close', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', () => resolve(0));
    sent.end(Buffer.alloc(size));
  });

describe('a large body that is refused', () => {
  it('[SEC4] is taken off the wire one at a time, and its sender is answered', async () => {
    expect(await Promise.all(Array.from({ length: 5 }, () => send('/')))).toEqual([401, 401, 401, 401, 401]);
    expect(taken.most).toBe(1);
  });

  it('keeps nobody waiting whose body is small, or is read', async () => {
    const large = Promise.all(Array.from({ length: 10 }, () => send('/')));
    const began = performance.now();
    expect(await Promise.all([send('/', 10), send('/read')])).toEqual([401, 200]);
    expect(performance.now() - began).toBeLessThan(900);
    await large;
  });

  it('[SEC4] loses its connection where too many wait', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => send('/')));
    expect(answers.filter((status) => status === 401).length).toBeGreaterThanOrEqual(20);
  });
});
