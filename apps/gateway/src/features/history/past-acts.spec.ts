import type { StaffPrincipal } from '@warmline/identity';
import { serviceId, staffId } from '@warmline/kernel';
import { PastActs } from './past-acts';

const of = staffId('00000000-0000-4000-8000-000000000001');
const reader = {
  staff: staffId('00000000-0000-4000-8000-000000000002'),
  service: serviceId('00000000-0000-4000-8000-000000000003'),
} as StaffPrincipal;

it.each([null, '12', '9223372036854775807'])(
  '[AUD1] a page of what a person did is recorded before it is read: before %s',
  async (before) => {
    const done: string[] = [];
    const record = ({ type }: { type: string }) => Promise.resolve(void done.push(type));
    const stores = { now: () => Promise.resolve(0), history: { record } };
    const work = { inTransaction: (act: (given: typeof stores) => Promise<void>) => act(stores) };
    const acts = {
      loadPeople: () => Promise.resolve([{ id: of, name: 'Ana' }]),
      loadCounts: () => Promise.resolve({}),
      loadPersonActs: () => {
        done.push('read');
        return Promise.resolve([]);
      },
    };
    await new PastActs(work as never, acts as never).person(reader, { of, from: 0, until: 1, before });
    expect(done).toEqual(['person_history_read', 'read']);
  },
);
