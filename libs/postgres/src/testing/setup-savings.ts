import { changesOf, lists, type SetupEvent } from '@warmline/setup';
import type { Saving } from './saving';

const nothingGiven = (): [] => [];

export const setupSavings: Record<SetupEvent['type'], Saving> = {
  list_exported: ({ scene: { service }, person }) =>
    Promise.resolve((stores) =>
      stores.setup.saveExport({ type: 'list_exported', service, staff: person.id, list: 'people' }),
    ),
  access_changed: ({ scene: { service }, person }) =>
    Promise.resolve((stores) =>
      stores.setup.saveAccess({ service, staff: person.id }, [
        { signInName: person.signInName, change: { what: 'active', to: false } },
      ]),
    ),
  setup_changed: async ({ scene: { service, work }, person }) => {
    const before = await work.inTransaction((stores) => stores.setup.lock(service, 'snippets', nothingGiven));
    const added = { stage: 'connect', title: 'Say hello', body: 'Hello', sends_unedited: false };
    const after = [...before.rows, { ...added, title: `Say hello ${before.version}` }];
    const changes = changesOf(lists.snippets, before.rows, after);
    const counts = { added: 1, changed: 0, removed: 0 };
    return (stores) =>
      stores.setup.save(
        { type: 'setup_changed', service, staff: person.id, list: 'snippets', ...counts },
        { changes, after, given: nothingGiven },
      );
  },
};
