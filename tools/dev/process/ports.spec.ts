import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePort, parsePort, requireFreePort } from './ports.ts';

it('a port is a whole number, 3000 by default', () => {
  expect([undefined, '', '3100'].map(parsePort)).toEqual([3000, 3000, 3100]);
  for (const text of ['0', '65536', '80.5', 'http'])
    expect(() => parsePort(text)).toThrow(`PORT is "${text}"`);
});

it('a port in use is refused with advice', async () => {
  const port = await freePort();
  await requireFreePort(port);
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const refusal = requireFreePort(port).finally(() => server.close());
  await expect(refusal).rejects.toThrow(`Port ${port} is taken`);
});
