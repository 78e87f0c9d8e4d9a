import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { UnitOfWork } from '@warmline/postgres';
import { ConversationKeys, KeyDestroyed, Keyring, type WrappedKey } from '@warmline/sealing';
import { takeClusterBackup, until, type ClusterBackup, type Restored } from '@warmline/test-kit';
import { SERVICE } from '../../src/core/service-settings';
import { RotateKeys } from '../../src/features/retention';
import { Deployment } from '../deployment/deployment';
import { RunningGateway, RunningWorker } from '../deployment/running';
import { aVisitor, type Visitor } from '../deployment/visitor';

const CANARY = `canary ${randomBytes(9).toString('hex')}`;

let deployment: Deployment;
let backup: ClusterBackup;
let kept: Visitor;
let expired: Visitor;
let restored: Restored;

const chatAt = async (gateway: RunningGateway): Promise<Visitor> => {
  const visitor = await aVisitor().waitingAt(gateway);
  await visitor.says(CANARY);
  await visitor.tell('conversation:end', {});
  return visitor;
};

const select = <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  restored.sql<Row>(deployment.database.url, text, values);

/** Its messages, as someone reads them who has the restored database and the keyring as it is now. */
const textsOf = async ({ id }: Visitor): Promise<(string | null)[]> => {
  const [wrapped] = await select<WrappedKey>(
    `select id as conversation, dek_wrapped as "dekWrapped", kek_day::text as "kekDay" from conversation where id = $1`,
    [id],
  );
  if (wrapped === undefined) throw new Error('the backup has no such conversation');
  const entries = await select<{ id: string; role: 'visitor'; sealed: Buffer }>(
    `select id, author_role as role, sealed from timeline_entry where conversation_id = $1 and kind = 'message' order by seq`,
    [id],
  );
  expect(entries).toHaveLength(1);
  const key = await new ConversationKeys(await Keyring.openFolder(deployment.config.KEYRING_DIR)).unwrap(
    wrapped,
  );
  return entries.map(({ id: entry, role, sealed }) => key.open(sealed, { entry, role }));
};

const rotate = async (): Promise<void> => {
  const { app } = deployment.gateway();
  const keyring = await Keyring.openFolder(deployment.config.KEYRING_DIR);
  const { id } = app.get<{ id: never }>(SERVICE, { strict: false });
  const rotation = new RotateKeys(keyring, app.get(UnitOfWork, { strict: false }), id);
  await rotation.setMainKey(`file:${join(dirname(deployment.config.KEYRING_DIR), 'drill.main')}`);
  await rotation.rewrapAll(() => undefined);
};

beforeAll(async () => {
  deployment = await Deployment.start({ worker: false, timeScale: 0.1 });
  kept = await chatAt(deployment.gateway());
  await deployment.database.sql('alter table service drop constraint service_keeps_days_check');
  await deployment.database.sql('update service set keeps_days = 0');
  expired = await chatAt(await deployment.startGateway());
  await deployment.database.sql('update service set keeps_days = 90');
  backup = await takeClusterBackup();
});
afterAll(async () => {
  await backup.end();
  await deployment.stop();
});

describe('a base backup from before an expiry, restored after it', () => {
  it('[PRV4] is older than the destruction of the key', async () => {
    await rotate();
    await deployment.startWorker();
    await until(
      'the key of the day to be destroyed',
      async () => (await deployment.database.count(`audit_entry where action = 'key_destroyed'`)) === 1,
    );
    await deployment.stopWorker();
    expect(await deployment.database.count('conversation where id = $1', [expired.id])).toBe(0);
    restored = await backup.restore();
    expect(await select('select 1 from destroyed_key')).toEqual([]);
  });

  it('[PRV4] has every row of what expired, and none of its words opens', async () => {
    await expect(textsOf(expired)).rejects.toThrow(KeyDestroyed);
  });

  it('[PRV4] opens what is kept, also after the main key of the keyring was changed', async () => {
    expect(await textsOf(kept)).toEqual([CANARY]);
  });

  it('[PRV4] runs the product, which erases what expired again', async () => {
    const config = {
      ...deployment.workerConfig,
      DATABASE_URL: restored.urlOf(deployment.config.DATABASE_URL),
      DATABASE_SEQUENCER_URL: restored.urlOf(deployment.config.DATABASE_SEQUENCER_URL ?? ''),
    };
    const worker = await RunningWorker.start(config, deployment.log);
    try {
      await until(
        'the rows to be erased again',
        async () => (await select('select 1 from conversation where id = $1', [expired.id])).length === 0,
      );
      expect(await textsOf(kept)).toEqual([CANARY]);
    } finally {
      await worker.stop();
    }
  });
});
