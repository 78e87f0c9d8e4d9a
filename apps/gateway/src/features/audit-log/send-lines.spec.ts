import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { sendLines } from './send-lines';

let server: Server;
let sent: Promise<string>;
let made = 0;

async function* endless(): AsyncGenerator<string> {
  for (;;) {
    made += 1;
    yield 'x'.repeat(65_536);
  }
}
beforeEach(async () => {
  sent = new Promise((resolve) => {
    server = createServer((_, response) => {
      sendLines(endless(), response, 20).then(
        () => resolve('sent'),
        () => resolve('cut off'),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

const asks = () => {
  const { port } = server.address() as AddressInfo;
  return connect(port, '127.0.0.1').on('error', () => {});
};

describe('an export', () => {
  it('[OPS2] is cut off when its reader takes nothing, so that others may export', async () => {
    const reader = asks();
    reader.pause();
    reader.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
    expect(await sent).toBe('cut off');
    expect(made).toBeGreaterThan(0);
    reader.destroy();
  });
});
