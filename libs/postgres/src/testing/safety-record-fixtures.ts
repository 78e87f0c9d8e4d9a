import { randomBytes, randomUUID } from 'node:crypto';
import type { SafetyRecordEvent } from '@warmline/conversation';
import { about, type FactContext, type FactFixture } from './fact-fixture';

const ofHolder = async (context: FactContext) => {
  const { conversation } = await context.scene.held(context.person.id);
  return { ...about(context, conversation), by: context.person.id };
};

export const safetyRecordFixtures: Record<SafetyRecordEvent['type'], FactFixture> = {
  safety_recorded: async (context) => {
    const fact = { type: 'safety_recorded', ...(await ofHolder(context)), what: 'fact' } as const;
    const entry = randomUUID();
    return async (stores) =>
      stores.safetyRecords.add({ ...fact, entry, at: await stores.now() }, randomBytes(40));
  },
  safety_step_opened: async (context) => {
    const fact = { type: 'safety_step_opened', ...(await ofHolder(context)), because: 'card' } as const;
    return async (stores) => stores.safetyRecords.openStep({ ...fact, at: await stores.now() }, null);
  },
  safety_step_closed: async (context) => {
    const fact = { type: 'safety_step_closed', ...(await ofHolder(context)), reason: 'said_since' } as const;
    return async (stores) => stores.safetyRecords.closeStep({ ...fact, at: await stores.now() });
  },
};
