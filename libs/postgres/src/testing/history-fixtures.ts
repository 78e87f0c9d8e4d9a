import type { HistoryEvent } from '@warmline/conversation';
import { about, type FactFixture } from './fact-fixture';

export const historyFixtures: Record<HistoryEvent['type'], FactFixture> = {
  history_read: async (context) => {
    const conversation = await context.scene.waiting();
    const reading = { staff: context.person.id, purpose: 'complaint' } as const;
    const fact = { type: 'history_read', ...about(context, conversation), ...reading } as const;
    return async (stores) => stores.history.record({ ...fact, at: await stores.now() });
  },
  person_history_read: ({ scene: { service }, person: { id: staff } }) =>
    Promise.resolve(async (stores) =>
      stores.history.record({
        type: 'person_history_read',
        ...{ service, staff, whom: staff },
        at: await stores.now(),
      }),
    ),
  history_exported: ({ scene: { service }, person: { id: staff } }) =>
    Promise.resolve(async (stores) =>
      stores.history.record({
        type: 'history_exported',
        ...{ service, staff, whom: null, count: 3 },
        at: await stores.now(),
      }),
    ),
};
