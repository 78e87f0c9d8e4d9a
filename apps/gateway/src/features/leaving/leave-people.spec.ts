import { serviceId, staffId, type StaffId } from '@warmline/kernel';
import type { Stores, UnitOfWork } from '@warmline/postgres';
import type { Changes } from '../../index/changes';
import { LeavePeople } from './leave-people';

const service = serviceId('00000000-0000-4000-8000-000000000001');
const person = (number: number): StaffId =>
  staffId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** People who are due, in this order. Those in `failing` cannot be reduced. */
const people = (due: StaffId[], failing: ReadonlySet<StaffId>) => {
  const leaving = {
    loadDue: (most: number, after: StaffId | null) => {
      const begin = after === null ? 0 : due.findIndex((staff) => staff > after);
      const found = begin === -1 ? [] : due.slice(begin, begin + most);
      return Promise.resolve(found.map((staff) => ({ staff, service })));
    },
    reduce: ({ staff }: { readonly staff: StaffId }) => {
      if (failing.has(staff)) return Promise.reject(new Error('locked'));
      due.splice(due.indexOf(staff), 1);
      return Promise.resolve(true);
    },
  };
  const run = <Result>(change: (stores: Stores) => Promise<Result>): Promise<Result> =>
    change({ leaving } as unknown as Stores);
  return new LeavePeople({ commit: run } as Changes, { inTransaction: run } as UnitOfWork);
};

describe('people who leave', () => {
  it('[PRV4] are not held up by as many as one run takes who cannot, and those are tried again', async () => {
    const stuck = Array.from({ length: 20 }, (_, index) => person(index));
    const failing = new Set(stuck);
    const due = [...stuck, person(20), person(21)];
    const leavers = people(due, failing);
    await expect(leavers.leaveDue()).rejects.toThrow('keep their record');
    await leavers.leaveDue();
    expect(due).toEqual(stuck);
    failing.clear();
    await leavers.leaveDue();
    expect(due).toEqual([]);
  });
});
