import type { SupervisionEvent } from '@warmline/wellbeing';
import { about, type FactFixture } from './fact-fixture';

export const supervisionFixtures: Record<SupervisionEvent['type'], FactFixture> = {
  capacity_set: ({ scene: { service }, person: { id } }) =>
    Promise.resolve(async (stores) => {
      const fact = { type: 'capacity_set', service, staff: id, by: id, capacity: 3 } as const;
      await stores.supervision.setCapacity({ ...fact, at: await stores.now() });
    }),
  hours_allowed: ({ scene: { service }, person: { id } }) =>
    Promise.resolve(async (stores) => {
      const fact = { type: 'hours_allowed', service, staff: id, by: id, reason: 'nobody_else' } as const;
      const at = await stores.now();
      await stores.supervision.allowHours({ ...fact, until: at, at });
    }),
  contact_made: ({ scene: { service }, person: { id } }) =>
    Promise.resolve(async (stores) => {
      const fact = { type: 'contact_made', service, staff: id, by: id } as const;
      await stores.supervision.noteContact({ ...fact, at: await stores.now() });
    }),
  break_called: ({ scene: { service }, person: { id } }) =>
    Promise.resolve(async (stores) => {
      const fact = { type: 'break_called', service, staff: id, by: id } as const;
      await stores.supervision.callBreak({ ...fact, at: await stores.now() });
    }),
  shift_closed: ({ scene: { service }, person: { id } }) =>
    Promise.resolve(async (stores) => {
      const fact = { type: 'shift_closed', service, staff: id, by: id } as const;
      await stores.supervision.closeShift({ ...fact, at: await stores.now() });
    }),
  waiting_told: async (context) => {
    const conversation = await context.scene.waiting();
    const fact = {
      type: 'waiting_told',
      ...about(context, conversation),
      by: context.person.id,
      notice: 'told_still_here',
    } as const;
    return async (stores) => {
      await stores.conversations.lock(conversation);
      await stores.supervision.tellWaiting({ ...fact, at: await stores.now() });
    };
  },
};
