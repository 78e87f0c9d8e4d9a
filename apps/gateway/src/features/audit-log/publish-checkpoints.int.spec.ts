import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCheckpoint, readCheckpointFile } from '@warmline/audit-log';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aVisitor } from '../../../test/deployment/visitor';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let folder: string;
let receiver: Server;
let answer = 500;
const received: Received[] = [];
let deployment: Deployment;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warmline-checkpoints-'));
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  deployment = await Deployment.start({
    timeScale: 0.05,
    more: {
      AUDIT_CHECKPOINT_DIR: join(folder, 'kept'),
      AUDIT_CHECKPOINT_WEBHOOK: `http://127.0.0.1:${port}/checkpoints`,
      AUDIT_CHECKPOINT_SECRET: 'a secret of the receiver',
      WEBHOOKS_PRIVATE: '1',
    },
  });
});
afterAll(async () => {
  await deployment.stop();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const filesIn = async (): Promise<string[]> => (await readdir(join(folder, 'kept')).catch(() => [])).sort();
const sizesFiled = async (): Promise<number[]> => {
  const texts = await Promise.all(
    (await filesIn()).map((name) => readFile(join(folder, 'kept', name), 'utf8')),
  );
  return texts.flatMap((text) => readCheckpointFile(text).notes).map((note) => parseCheckpoint(note).size);
};
const sizesSigned = async (): Promise<number[]> =>
  (
    await deployment.database.sql<{ size: number }>(
      'select size::integer from audit_checkpoint order by size',
    )
  ).map(({ size }) => size);
const aFactIsFiled = async (): Promise<void> => {
  await aVisitor().waitingAt(deployment.gateway());
  await until('the newest checkpoint in the folder', async () => {
    const [rows, filed] = [await deployment.database.count('audit_entry'), await sizesFiled()];
    return filed.includes(rows);
  });
};

describe('checkpoints', () => {
  it('[AUD3] are filed outside the database, each once, also after a restart and a write that was torn', async () => {
    await aFactIsFiled();
    await deployment.stopWorker();
    const [file = ''] = await filesIn();
    expect(file).toMatch(/^checkpoints-\d{4}-\d{2}-\d{2}\.txt$/);
    const before = await readFile(join(folder, 'kept', file), 'utf8');
    await writeFile(join(folder, 'kept', file), before.slice(0, -30));
    await deployment.startWorker();
    await aFactIsFiled();
    // The torn one is filed once more, whole.
    expect(await sizesFiled()).toEqual(await sizesSigned());
  });

  it('[AUD3] reach a webhook, signed, and are sent again until it takes them', async () => {
    await until('an attempt', async () => received.length > 0);
    answer = 204;
    const refused = received.length;
    const taken = await until('a checkpoint that is taken', async () => received[refused]);
    expect(taken.headers['warmline-signature']).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
    const { type, id, checkpoint } = JSON.parse(taken.body) as Record<string, string>;
    expect(type).toBe('warmline.audit_checkpoint');
    const { size } = parseCheckpoint(checkpoint ?? '');
    expect([id, taken.headers['idempotency-key']]).toEqual([
      `audit-checkpoint-${size}`,
      `audit-checkpoint-${size}`,
    ]);
    expect(await sizesSigned()).toContain(size);
  });
});
