import { randomBytes, randomUUID } from 'node:crypto';
import type { PracticeEvent } from '@warmline/practice';
import type { FactContext, FactFixture } from './fact-fixture';

const made = { version: 1, dekWrapped: randomBytes(61), kekDay: '2099-01-01' };

const begin = async ({ scene, person }: FactContext, practice = randomUUID()) => {
  const about = { service: scene.service, practice, staff: person.id };
  await scene.work.inTransaction(async (stores) =>
    stores.practice.begin(
      { type: 'practice_began', ...about, scenario: 'lonely', colleague: null, at: await stores.now() },
      made,
    ),
  );
  return about;
};

export const practiceFixtures: Record<PracticeEvent['type'], FactFixture> = {
  practice_began: async ({ scene: { service }, person }) => {
    const about = { service, practice: randomUUID(), staff: person.id };
    return async (stores) =>
      stores.practice.begin(
        { type: 'practice_began', ...about, scenario: 'silent', colleague: null, at: await stores.now() },
        made,
      );
  },
  practice_ended: async (context) => {
    const about = await begin(context);
    return async (stores) =>
      stores.practice.end({ type: 'practice_ended', ...about, result: 'left', at: await stores.now() });
  },
  practice_read: async (context) => {
    const about = { ...(await begin(context)), by: (await context.scene.person()).id };
    return async (stores) =>
      stores.practice.noteRead({ type: 'practice_read', ...about, at: await stores.now() });
  },
  practice_word_added: async (context) => {
    const about = { ...(await begin(context)), by: (await context.scene.person()).id };
    return async (stores) =>
      stores.practice.addWord(
        { type: 'practice_word_added', ...about, at: await stores.now() },
        { id: randomUUID(), sealed: randomBytes(61) },
      );
  },
};
