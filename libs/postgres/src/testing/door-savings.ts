import type { DoorEvent } from '@warmline/opening';
import type { Saving } from './saving';

export const doorSavings: Record<DoorEvent['type'], Saving> = {
  door_set: ({ scene: { service }, person }) =>
    Promise.resolve(async (stores) => {
      const { now: at } = await stores.doors.lock(service);
      const set = {
        type: 'door_set',
        service,
        setting: 'closed',
        reason: 'incident',
        by: person.id,
        at,
      } as const;
      await stores.doors.set(set);
    }),
  door_kept_open: ({ scene: { service }, person }) =>
    Promise.resolve(async (stores) => {
      const { now: at } = await stores.doors.lock(service);
      await stores.doors.keepOpen({ type: 'door_kept_open', service, by: person.id, at });
    }),
};
