import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { connect, Socket } from 'node:net';
import { Arrivals } from './arrivals';

const setUp = () => {
  const [refused, begun, rooms]: [string[], string[], (() => void)[]] = [[], [], []];
  const arrivals = new Arrivals(
    {
      networkOf: ({ headers }) => ({ current: String(headers['x-network']), previous: null }),
      peerOf: () => ({ current: 'peer', previous: null }),
      isKnown: ({ url }) => url === '/known',
      isUrgent: ({ url }) => url === '/v/exit',
      onRefused: (refusal) => refused.push(refusal),
    },
    { room: () => new Promise((resolve) => rooms.push(resolve)) },
  );
  const comes = (network: string, url = '/') => {
    const request = Object.assign(new IncomingMessage(new Socket()), { url });
    request.headers['x-network'] = network;
    const response = new ServerResponse(request);
    const settled = arrivals.request(request, response, () => begun.push(`${network} ${url}`));
    return { response, settled };
  };
  /** The event loop has room for one more. */
  const hasRoom = async (): Promise<void> => {
    rooms.shift()?.();
    await new Promise(setImmediate);
  };
  return { arrivals, refused, begun, comes, hasRoom };
};

describe('requests of people who are not known', () => {
  it('[SEC5] begin when there is room, those of a network that asks little first, and a quick exit before all', async () => {
    const { begun, comes, hasRoom } = setUp();
    for (let count = 0; count < 10; count += 1) comes('flood');
    comes('honest');
    comes('leaver', '/v/exit');
    expect(begun).toEqual([]);
    for (let turn = 0; turn < 4; turn += 1) await hasRoom();
    expect(begun).toEqual(['flood /', 'leaver /v/exit', 'honest /', 'flood /']);
  });

  it('[SEC4] are refused when a hundred of one network wait, and a known session never waits', async () => {
    const { refused, begun, comes, hasRoom } = setUp();
    for (let count = 0; count <= 100; count += 1) comes('flood');
    const last = comes('flood');
    comes('flood', '/known');
    await last.settled;
    expect(last.response.statusCode).toBe(503);
    expect([refused, begun]).toEqual([['too_fast'], ['flood /known']]);
    comes('honest');
    await hasRoom();
    await hasRoom();
    expect(begun.at(-1)).toBe('honest /');
  });

  it('do not begin for someone who has gone', async () => {
    const { begun, comes, hasRoom } = setUp();
    const { response, settled } = comes('gone');
    response.destroy();
    await hasRoom();
    await settled;
    expect(begun).toEqual([]);
  });

  it('[SEC4] lose their connection when it asks for more than eight at once', async () => {
    const { arrivals, refused, begun } = setUp();
    const server = createServer((request, response) => {
      if (arrivals.mayAsk(request, response))
        void arrivals.request(request, response, () => begun.push('one'));
    }).on('connection', (opened: Socket) => arrivals.connection(opened));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const overruns = async (): Promise<void> => {
      const socket = connect(port, '127.0.0.1');
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket.on('error', () => undefined).resume();
      socket.write('GET / HTTP/1.1\r\nHost: x\r\nX-Network: many\r\n\r\n'.repeat(300));
      await closed;
    };
    await overruns();
    expect(refused).toEqual(['too_fast']);
    // From then on few new connections of that network are read.
    for (let count = 0; count < 30; count += 1) await overruns();
    expect(refused.length).toBeLessThan(15);
    await new Promise((resolve) => server.close(resolve));
  });
});
