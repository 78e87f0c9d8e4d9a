import { createServer, type AddressInfo } from 'node:net';
import { WebhookReceiver } from '../../../test/receivers/receivers';
import { sendWebhook, signatureOf } from './webhook';

let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await WebhookReceiver.start();
});
afterAll(() => receiver.stop());

const message = { secret: 'key', id: 'b0b5', body: '{"text":"hello"}', at: 1_700_000_000 };

describe('a webhook', () => {
  it('[SEC4] reaches no address of a private network, also by a name', async () => {
    expect(await sendWebhook({ ...message, url: receiver.url('/private') }, false)).toBe('address_refused');
    const byName = `http://localhost:${receiver.port}/private`;
    expect(await sendWebhook({ ...message, url: byName }, false)).toBe('address_refused');
    expect(receiver.received.filter(({ path }) => path === '/private')).toEqual([]);
  });

  it('is one signed POST with its id', async () => {
    expect(await sendWebhook({ ...message, url: receiver.url('/once') }, true)).toBe('sent');
    const [only, ...more] = receiver.received.filter(({ path }) => path === '/once');
    expect(more).toEqual([]);
    expect(only).toMatchObject({ method: 'POST', body: message.body });
    expect(only?.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': 'b0b5',
      'warmline-signature': signatureOf(message),
    });
    // printf '1700000000.{"text":"hello"}' | openssl dgst -sha256 -hmac key
    expect(signatureOf(message)).toMatch(/^t=1700000000,v1=[\da-f]{64}$/);
  });

  it.each([
    [302, 'redirected'],
    [404, 'turned_down'],
    [500, 'turned_down'],
  ] as const)('an answer of %d counts as %s, and is not followed', async (status, result) => {
    receiver.status = status;
    expect(await sendWebhook({ ...message, url: receiver.url(`/${status}`) }, true)).toBe(result);
    expect(receiver.received.filter(({ path }) => path === '/elsewhere')).toEqual([]);
    receiver.status = 204;
  });

  it.each([
    [
      '101 Switching Protocols',
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
      'turned_down',
    ],
    ['nothing, and hangs up', '', 'not_reached'],
  ] as const)(
    '[SAF1] a receiver that answers %s fails this try and holds up no other message',
    async (_, answer, result) => {
      const server = createServer((socket) => socket.once('data', () => socket.end(answer)));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      expect(await sendWebhook({ ...message, url: `http://127.0.0.1:${port}/` }, true)).toBe(result);
      await new Promise((resolve) => server.close(resolve));
    },
  );

  it('says what went wrong: nobody listens, or no TLS', async () => {
    expect(await sendWebhook({ ...message, url: 'http://127.0.0.1:1/' }, true)).toBe('not_reached');
    const plain = receiver.url().replace('http:', 'https:');
    expect(await sendWebhook({ ...message, url: plain }, true)).toBe('not_encrypted');
  });
});
