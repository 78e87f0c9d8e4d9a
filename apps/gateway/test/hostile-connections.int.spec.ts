import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { io } from 'socket.io-client';
import { until, within } from '@warmline/test-kit';
import { Deployment } from './deployment/deployment';
import { closeAllPages } from './deployment/page';
import { RunningGateway } from './deployment/running';
import { aConsole } from './deployment/staff';
import { aToken, aVisitor, Visitor } from './deployment/visitor';

/** The first byte of the frame that closes a WebSocket. What is said here has no such byte. */
const CLOSE_FRAME = 0x88;

let deployment: Deployment;
/** Few places, and a proxy that tells for whom it asks, so that pages of several networks can come from this machine. */
let small: RunningGateway;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false });
  const config = { ...deployment.config, SOCKETS_MAX: 40, TRUSTED_PROXIES: ['127.0.0.1'] };
  small = await RunningGateway.start(config, deployment.log);
});
afterAll(async () => {
  closeAllPages();
  await small.stop();
  await deployment.stop();
});

/** A page on the gateway with few places, from this address. */
const from = (address: string, token = aToken()): Promise<Visitor> =>
  Visitor.connectedWith(small, { extraHeaders: { 'x-forwarded-for': address } }, token);

const polling = (sid = '', { url } = deployment.gateway()): string =>
  `${url}/socket.io/?EIO=4&transport=polling${sid === '' ? '' : `&sid=${sid}`}`;

const aPollingSession = async (): Promise<string> => {
  const text = await (await fetch(polling())).text();
  return /"sid":"([^"]+)"/.exec(text)?.[1] ?? '';
};

const stateOf = async (visitor: Visitor): Promise<string | undefined> => {
  const rows = await deployment.database.sql<{ state: string }>(
    'select state from conversation where id = $1',
    [visitor.id],
  );
  return rows[0]?.state;
};

describe('a connection', () => {
  it('[SEC4] with hundreds of frames at once is closed, waits before it comes back, and loses no conversation', async () => {
    const flooding = await aVisitor().waitingAt(deployment.gateway());
    const honest = await aVisitor().waitingAt(deployment.gateway());
    const closed = flooding.closes();
    for (let sent = 0; sent < 400; sent += 1) flooding.sendsRaw(`42/visitor,${sent}["no:such",{}]`);
    await closed;
    await expect(Visitor.connected(deployment.gateway(), flooding.token)).rejects.toThrow('too_fast');
    expect(await stateOf(flooding)).toBe('waiting');
    expect(await honest.refusal('message:send', { id: randomUUID(), body: 'still here' })).toBeNull();
  });

  it('[SEC4] by long-polling with a payload of 1,800 packets is closed before they are read', async () => {
    const [few, many] = [await aPollingSession(), await aPollingSession()];
    const post = (sid: string, count: number) =>
      fetch(polling(sid), { method: 'POST', body: Array(count).fill('42["x"]').join('\u001e') });
    expect((await post(many, 1_800)).status).toBe(200);
    expect((await post(many, 1)).status).toBe(400);
    expect((await fetch(polling(few), { method: 'POST', body: '40/visitor,{}' })).status).toBe(200);
    expect((await fetch(polling(few))).status).toBe(200);
  });

  it('[OPS2] that joins nothing is closed within seconds', async () => {
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': Buffer.alloc(16).toString('base64'),
    };
    const asked = request(`${deployment.gateway().url}/socket.io/?EIO=4&transport=websocket`, {
      headers,
    }).end();
    const closed = new Promise<void>((resolve) => {
      asked.once('upgrade', (_answer, socket) =>
        socket.on('data', (chunk: Buffer) => chunk.includes(CLOSE_FRAME) && resolve()),
      );
    });
    await within('the silent connection to be closed', closed, 20_000);
    asked.destroy();
  });

  it('[SEC4] to the namespace that Socket.IO opens by itself is refused', async () => {
    const socket = io(deployment.gateway().url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    const refusal = await new Promise((resolve) =>
      socket
        .once('connect', () => resolve('connected'))
        .once('connect_error', ({ message }) => resolve(message)),
    );
    socket.disconnect();
    expect(refusal).toBe('not_found');
  });
});

describe('a crowd of connections', () => {
  it('[SEC5] of one network closes its own: honest people there get in, keep their chats, and staff come in', async () => {
    const talking = await from('203.0.113.1');
    await talking.starts();
    for (let attack = 0; attack < 30; attack += 1) await from('203.0.113.2');
    const honest = [];
    for (let person = 0; person < 3; person += 1) {
      const page = await from('203.0.113.3');
      await page.starts();
      honest.push(page);
    }
    for (const page of [talking, ...honest])
      expect(await page.refusal('message:send', { id: randomUUID(), body: 'hello' })).toBeNull();
    const elsewhere = await from('198.51.100.1');
    await elsewhere.starts();
    const console = await aConsole(deployment, small);
    await console.must('desk:open', {});
  });

  it('[SEC4] that was cut leaves no file open, in the same process', async () => {
    const [pid, files] = [process.pid, readdirSync('/proc/self/fd').length];
    for (let batch = 0; batch < 2; batch += 1) {
      const pages = await Promise.all(
        Array.from({ length: 5 }, () => Visitor.connected(deployment.gateway())),
      );
      for (const page of pages) {
        for (let sent = 0; sent < 350; sent += 1) page.sendsRaw('42/visitor,["no:such"]');
        page.leave();
      }
    }
    await until('every file to be closed', async () => readdirSync('/proc/self/fd').length <= files + 5);
    expect(process.pid).toBe(pid);
  });
});
