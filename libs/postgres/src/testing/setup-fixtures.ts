import { v7 as uuid } from 'uuid';
import { changesOf, lists, toldChange, type SetupEvent } from '@warmline/setup';
import { accessFixtures } from './access-fixtures';
import type { FactFixture } from './fact-fixture';

const noDefaults = (): [] => [];

const starterAdded = async (
  { scene: { service, work }, person }: Parameters<FactFixture>[0],
  type: 'setup_changed' | 'setup_undone',
): ReturnType<FactFixture> => {
  const before = await work.inTransaction((stores) => stores.setup.lock(service, 'starters', noDefaults));
  const added = { stage: 'connect', title: 'Say hello', body: 'Hello', sends_unedited: false };
  const after = [...before.rows, { ...added, title: `Say hello ${before.version}` }];
  const changes = changesOf(lists.starters, before.rows, after);
  const counts = { added: 1, changed: 0, removed: 0, change: uuid() };
  return (stores) =>
    stores.setup.save(
      { type, service, staff: person.id, list: 'starters', ...counts },
      { changes, after, defaults: noDefaults, told: toldChange(lists.starters, before.rows, changes) },
    );
};

export const setupFixtures: Record<SetupEvent['type'], FactFixture> = {
  ...accessFixtures,
  audit_exported: ({ scene: { service }, person }) =>
    Promise.resolve((stores) =>
      stores.setup.saveExport({ type: 'audit_exported', service, staff: person.id }),
    ),
  service_exported: ({ scene: { service }, person }) =>
    Promise.resolve((stores) =>
      stores.setup.saveExport({ type: 'service_exported', service, staff: person.id }),
    ),
  service_imported: ({ scene: { service }, person }) =>
    Promise.resolve((stores) =>
      stores.setup.saveExport({ type: 'service_imported', service, staff: person.id, count: 7 }),
    ),
  list_exported: ({ scene: { service }, person }) =>
    Promise.resolve((stores) =>
      stores.setup.saveExport({ type: 'list_exported', service, staff: person.id, list: 'people' }),
    ),
  access_changed: ({ scene: { service }, person }) =>
    Promise.resolve((stores) =>
      stores.setup.saveAccess(
        { service, staff: person.id },
        [{ signInName: person.signInName, change: { what: 'active', to: false } }],
        [],
      ),
    ),
  setup_changed: (given) => starterAdded(given, 'setup_changed'),
  setup_undone: (given) => starterAdded(given, 'setup_undone'),
};
