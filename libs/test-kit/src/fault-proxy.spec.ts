import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { FaultProxy } from './fault-proxy';
import { until, within } from './testing/until';

let echo: Server;
let proxy: FaultProxy;
const received: string[] = [];
const lines: Socket[] = [];

beforeAll(async () => {
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      received.push(String(chunk));
      socket.write(chunk);
    });
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await FaultProxy.before((echo.address() as { port: number }).port);
});
beforeEach(() => received.splice(0));
afterEach(async () => {
  for (const line of lines.splice(0)) line.destroy();
  await proxy.set(null);
});
afterAll(async () => {
  await proxy.close();
  echo.close();
});

class Line {
  heard = '';
  chunks = 0;
  error: string | null = null;

  constructor(readonly socket: Socket) {
    lines.push(socket);
    socket.on('data', (chunk: Buffer) => {
      this.heard += String(chunk);
      this.chunks += 1;
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      this.error = error.code ?? 'unknown';
    });
  }

  hears(text: string): Promise<boolean> {
    return until(`${text} to be heard`, async () => this.heard === text);
  }

  closes(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      if (this.socket.closed) resolve();
      else this.socket.once('close', () => resolve());
    });
    return within('the line to close', closed);
  }
}

const aLine = async (): Promise<Line> => {
  const socket = connect(proxy.port, '127.0.0.1');
  const line = new Line(socket);
  await once(socket, 'connect');
  return line;
};

/** A line that has carried something already. */
const aLineInUse = async (): Promise<Line> => {
  const line = await aLine();
  line.socket.write('hello');
  await line.hears('hello');
  line.heard = '';
  line.chunks = 0;
  received.splice(0);
  return line;
};

/** Something was sent, and enough has happened elsewhere that it would have arrived. */
const whileOthersSend = async (): Promise<void> => {
  const socket = connect((echo.address() as { port: number }).port, '127.0.0.1');
  lines.push(socket);
  for (let round = 0; round < 20; round += 1) {
    socket.write('aside');
    await once(socket, 'data');
  }
};

test('without a fault everything passes, the end too', async () => {
  const line = await aLine();
  const long = 'long '.repeat(200_000);
  line.socket.end(long);
  await line.closes();
  expect(line.heard).toBe(long);
  await until('the line to be forgotten', async () => proxy.openLines === 0);
});

test('refuse: new lines are refused and old ones live on, until healed on the same port', async () => {
  const old = await aLineInUse();
  await proxy.set({ kind: 'refuse' });
  await expect(aLine()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  old.socket.write('still here');
  await old.hears('still here');
  await proxy.set(null);
  await aLineInUse();
});

test('black hole: nothing arrives until it is over, and then all of it', async () => {
  const old = await aLineInUse();
  await proxy.set({ kind: 'black_hole' });
  const young = await aLine();
  old.socket.write('one');
  young.socket.write('two');
  await whileOthersSend();
  expect(received.filter((text) => text !== 'aside')).toEqual([]);
  await proxy.set(null);
  await old.hears('one');
  await young.hears('two');
});

test('half open: requests arrive, replies do not', async () => {
  const line = await aLineInUse();
  await proxy.set({ kind: 'half_open', silent: 'replies' });
  line.socket.write('do this');
  await until('the request to arrive', async () => received.includes('do this'));
  await whileOthersSend();
  expect(line.heard).toBe('');
  await proxy.set(null);
  await line.hears('do this');
});

test('half open the other way: requests do not arrive', async () => {
  const line = await aLineInUse();
  await proxy.set({ kind: 'half_open', silent: 'requests' });
  line.socket.write('do this');
  await whileOthersSend();
  expect(received).not.toContain('do this');
});

test('delay: later, in order', async () => {
  const line = await aLineInUse();
  await proxy.set({ kind: 'delay', milliseconds: 40 });
  const startedAt = performance.now();
  line.socket.write('one');
  await until('the first to arrive', async () => received.includes('one'));
  line.socket.write('two');
  await line.hears('onetwo');
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(80);
});

test('slice: a few bytes at a time, and all of them', async () => {
  const line = await aLineInUse();
  await proxy.set({ kind: 'slice', bytes: 2 });
  line.socket.write('abcdefghijklmnop');
  await line.hears('abcdefghijklmnop');
  expect(received.length).toBeGreaterThan(1);
  expect(received.every((text) => text === 'aside' || text.length <= 16)).toBe(true);
});

test('cut after: so many bytes pass, then the connection ends', async () => {
  const line = await aLineInUse();
  await proxy.set({ kind: 'cut_after', bytes: 5 });
  line.socket.write('abcdefghijklmnop');
  await line.closes();
  await until('the first bytes to arrive', async () => received.includes('abcde'));
  expect(line.heard).toBe('');
});

test('cut before the reply: the request arrives, its reply does not', async () => {
  const line = await aLineInUse();
  await proxy.set({ kind: 'cut_reply' });
  line.socket.write('store this');
  await line.closes();
  expect(received).toContain('store this');
  expect(line.heard).toBe('');
});

test('reset: every line at once, with an error at its end', async () => {
  const line = await aLineInUse();
  expect(proxy.reset()).toBe(1);
  await line.closes();
  expect(line.error).toBe('ECONNRESET');
});
