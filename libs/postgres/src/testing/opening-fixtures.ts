import type { OpeningEvent } from '@warmline/opening';
import type { FactFixture } from './fact-fixture';

export const openingFixtures: Record<OpeningEvent['type'], FactFixture> = {
  door_set: ({ scene: { service }, person }) =>
    Promise.resolve(async (stores) => {
      const { now: at } = await stores.opening.lock(service);
      const set = {
        type: 'door_set',
        service,
        setting: 'closed',
        reason: 'incident',
        by: person.id,
        at,
      } as const;
      await stores.opening.setOpening(set);
    }),
  door_kept_open: ({ scene: { service }, person }) =>
    Promise.resolve(async (stores) => {
      const { now: at } = await stores.opening.lock(service);
      await stores.opening.keepOpen({ type: 'door_kept_open', service, by: person.id, at });
    }),
};
