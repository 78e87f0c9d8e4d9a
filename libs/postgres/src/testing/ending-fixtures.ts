import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { EndingEvent } from '@warmline/conversation';
import type { FactContext, FactFixture } from './fact-fixture';

/** Of a conversation that this person holds. */
const held = async ({ scene, person }: FactContext) => {
  const { conversation, epoch } = await scene.held(person.id);
  return { service: scene.service, conversation, epoch };
};

const ask = async (context: FactContext) => {
  const about = { ...(await held(context)), request: uuid(), askedBy: context.person.id };
  const made = { whySealed: randomBytes(40), visitorMessages: 0, asksAfter: false };
  return { about, made };
};

/** A question of this person that is open. */
const asked = async (context: FactContext) => {
  const { about, made } = await ask(context);
  await context.scene.work.inTransaction(async (stores) => {
    const at = await stores.now();
    const fact = { type: 'ending_asked', ...about, reason: 'boundary', at } as const;
    await stores.endings.ask(fact, { ...made, safetyAt: at });
  });
  return about;
};

const answered =
  (type: 'ending_agreed' | 'ending_declined'): FactFixture =>
  async (context) => {
    const about = await asked(context);
    const { id: by } = await context.scene.person({ role: 'supervisor' });
    return async (stores) => stores.endings.close({ type, ...about, by, at: await stores.now() });
  };

const over =
  (type: 'ending_withdrawn' | 'ending_overtaken'): FactFixture =>
  async (context) => {
    const about = await asked(context);
    return async (stores) => stores.endings.close({ type, ...about, at: await stores.now() });
  };

const toWriteUp = async (context: FactContext) => {
  const about = await held(context);
  return { type: 'ending_to_write_up', ...about, how: 'quick_exit' } as const;
};

export const endingFixtures: Record<EndingEvent['type'], FactFixture> = {
  ending_asked: async (context) => {
    const { about, made } = await ask(context);
    return async (stores) => {
      const at = await stores.now();
      const fact = { type: 'ending_asked', ...about, reason: 'boundary', at } as const;
      await stores.endings.ask(fact, { ...made, safetyAt: at });
    };
  },
  ending_agreed: answered('ending_agreed'),
  ending_declined: answered('ending_declined'),
  ending_withdrawn: over('ending_withdrawn'),
  ending_overtaken: over('ending_overtaken'),
  ending_to_write_up: async (context) => {
    const fact = await toWriteUp(context);
    return async (stores) => stores.endings.noteToWriteUp({ ...fact, at: await stores.now() });
  },
  ending_written_up: async (context) => {
    const left = await toWriteUp(context);
    const { service, conversation } = left;
    await context.scene.work.inTransaction(async (stores) =>
      stores.endings.noteToWriteUp({ ...left, at: await stores.now() }),
    );
    const fact = { type: 'ending_written_up', service, conversation, note: uuid(), by: context.person.id };
    return async (stores) =>
      stores.endings.writeUp({ ...fact, type: 'ending_written_up', at: await stores.now() }, randomBytes(40));
  },
};
