import { randomBytes, randomUUID } from 'node:crypto';
import type { RetentionEvent } from '@warmline/conversation';
import type { Scene } from '@warmline/test-kit';
import { ERASED_KINDS } from '../retention/retention-store';
import type { FactFixture } from './fact-fixture';

/** A day that has begun long ago. */
const DAY = '2020-01-01';

/** What a test before left expired. */
const eraseAll = async ({ work, database }: Scene): Promise<void> => {
  // No sequencer runs here: a conversation waits until its audit rows are in the log.
  await database.sql('delete from audit_pending');
  for (const kind of ERASED_KINDS)
    await work.inTransaction(async (stores) =>
      stores.retention.eraseExpired({ kind, most: 1_000 }, await stores.now()),
    );
};

export const retentionFixtures: Record<RetentionEvent['type'], FactFixture> = {
  conversations_erased: async ({ scene }) => {
    await eraseAll(scene);
    const conversation = await scene.waiting();
    await scene.ended(conversation);
    await scene.database.sql('update conversation set kek_day = $2 where id = $1', [conversation, DAY]);
    await scene.database.sql('delete from audit_pending');
    return async (stores) =>
      void (await stores.retention.eraseExpired({ kind: 'conversations', most: 10 }, await stores.now()));
  },
  complaints_erased: async ({ scene }) => {
    await eraseAll(scene);
    await scene.database.sql(
      `insert into complaint (id, service_id, at, words_sealed, dek_wrapped, kek_day)
       values ($1, $2, clock_timestamp(), $3, $3, $4)`,
      [randomUUID(), scene.service, randomBytes(61), DAY],
    );
    return async (stores) =>
      void (await stores.retention.eraseExpired({ kind: 'complaints', most: 10 }, await stores.now()));
  },
  practices_erased: async ({ scene, person }) => {
    await eraseAll(scene);
    await scene.database.sql(
      `insert into practice (id, service_id, staff_id, scenario, version, began_at, ended_at, result, dek_wrapped, kek_day)
       values ($1, $2, $3, 'lonely', 1, clock_timestamp(), clock_timestamp(), 'left', $4, $5)`,
      [randomUUID(), scene.service, person.id, randomBytes(61), DAY],
    );
    return async (stores) =>
      void (await stores.retention.eraseExpired({ kind: 'practices', most: 10 }, await stores.now()));
  },
  hold_key_destroyed:
    async ({ scene: { service } }) =>
    async (stores) =>
      stores.retention.recordKeys({ type: 'hold_key_destroyed', service, at: await stores.now() }),
  main_key_set:
    async ({ scene: { service } }) =>
    async (stores) =>
      stores.retention.recordKeys({ type: 'main_key_set', service, at: await stores.now(), kind: 'file' }),
  keys_rewrapped:
    async ({ scene: { service } }) =>
    async (stores) =>
      stores.retention.recordKeys({ type: 'keys_rewrapped', service, at: await stores.now(), count: 93 }),
  main_key_forgotten:
    async ({ scene: { service } }) =>
    async (stores) =>
      stores.retention.recordKeys({ type: 'main_key_forgotten', service, at: await stores.now(), count: 2 }),
  key_destroyed:
    async ({ scene: { service } }) =>
    async (stores) => {
      await stores.retention.beginDestruction(DAY);
      await stores.retention.finishDestruction({
        type: 'key_destroyed',
        service,
        day: DAY,
        at: await stores.now(),
      });
    },
};
