import { v7 as uuid } from 'uuid';
import type { CharityEvent } from '@warmline/setup';
import type { FactFixture } from './fact-fixture';

export const charityFixtures: Record<CharityEvent['type'], FactFixture> = {
  charity_changed: ({ scene: { service }, person }) =>
    Promise.resolve(async (stores) => {
      const before = await stores.charity.lock(service);
      const change = uuid();
      await stores.charity.save(
        { type: 'charity_changed', service, staff: person.id, change, parts: ['name'], isUndo: false },
        before,
        { ...before.charity, name: `Harbour ${before.version}` },
      );
    }),
  readiness_confirmed: ({ scene: { service }, person }) =>
    Promise.resolve((stores) =>
      stores.readiness.confirm(
        { type: 'readiness_confirmed', service, staff: person.id, what: 'numbers' },
        'a'.repeat(64),
      ),
    ),
  service_opened: async ({ scene: { service, database }, person }) => {
    await database.sql('update service set opened_at = null where id = $1', [service]);
    return (stores) =>
      stores.readiness.open({ type: 'service_opened', service, staff: person.id, missing: [] });
  },
};
