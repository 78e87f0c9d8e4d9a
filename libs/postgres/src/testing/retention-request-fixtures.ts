import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { RetentionRequestEvent } from '@warmline/conversation';
import type { FactContext, FactFixture } from './fact-fixture';

const ended = async ({ scene }: FactContext) => {
  const conversation = await scene.waiting();
  await scene.ended(conversation);
  return { service: scene.service, conversation };
};

/** A hold that this person asked for, and no one has answered. */
const asked = async (context: FactContext) => {
  const about = { ...(await ended(context)), request: uuid(), wish: 'hold' as const };
  const { scene, person } = context;
  await scene.work.inTransaction(async (stores) =>
    stores.retentionRequests.ask({
      ...{ type: 'retention_asked', ...about, reason: 'legal_court' },
      ...{ by: person.id, at: await stores.now() },
    }),
  );
  return about;
};

const answered =
  (type: 'retention_agreed' | 'retention_declined'): FactFixture =>
  async (context) => {
    // Both hold the right: Postgres asks.
    const person = await context.scene.person({ role: 'supervisor' });
    const about = await asked({ ...context, person });
    const { id: by } = await context.scene.person({ role: 'supervisor' });
    return async (stores) => {
      const said = { ...about, by, askedBy: person.id, at: await stores.now() };
      if (type === 'retention_agreed')
        await stores.retentionRequests.agree({ type, ...said }, randomBytes(61));
      else await stores.retentionRequests.close({ type, ...said });
    };
  };

export const retentionRequestFixtures: Record<RetentionRequestEvent['type'], FactFixture> = {
  retention_asked: async (context) => {
    const about = await ended(context);
    return async (stores) =>
      stores.retentionRequests.ask({
        ...{ type: 'retention_asked', ...about, request: uuid(), wish: 'erase', reason: 'person_asked' },
        ...{ by: context.person.id, at: await stores.now() },
      });
  },
  retention_agreed: answered('retention_agreed'),
  retention_declined: answered('retention_declined'),
  retention_withdrawn: async (context) => {
    const about = await asked(context);
    return async (stores) =>
      stores.retentionRequests.close({
        ...{ type: 'retention_withdrawn', ...about },
        ...{ by: context.person.id, at: await stores.now() },
      });
  },
  hold_reviewed: async (context) => {
    const { service, conversation } = await ended(context);
    await context.scene.database.sql(
      `update conversation set held_at = now(), hold_reviewed_at = now() where id = $1`,
      [conversation],
    );
    return async (stores) =>
      void (await stores.retentionRequests.review({
        ...{ type: 'hold_reviewed', service, conversation },
        ...{ by: context.person.id, at: await stores.now() },
      }));
  },
};
