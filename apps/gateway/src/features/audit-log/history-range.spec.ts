import type { StoredLeaf } from '@warmline/postgres';
import { firstOfRange, isPast, isWanted } from './history-range';
import { OneExport } from './one-export';

const DAY = 86_400_000;
const leafAt = (index: number, day: number | null): StoredLeaf =>
  ({ index, row: day === null ? null : { entry: { at: String(day * DAY * 1_000) } } }) as StoredLeaf;

describe('a file of the history', () => {
  it('[PRV1] leaves out how a person is, and what they asked for themselves', () => {
    const wanted = { service: 's', from: 0, until: 10, person: 'ana' };
    const act = (action: string) => isWanted({ service: 's', actor: 'ana', action, at: '5000' }, wanted);
    expect(['break_wanted', 'contact_wanted', 'checked_in', 'message_sent'].map(act)).toEqual([
      ...[false, false, false],
      true,
    ]);
  });

  it('begins near the first entry of its range, reading few before', async () => {
    const days = Array.from({ length: 1_000 }, (_, at) => (at % 10 === 3 ? null : Math.floor(at / 10)));
    let asked = 0;
    const first = await firstOfRange(1_000, 50 * DAY, (from, to) => {
      asked += 1;
      return Promise.resolve(days.slice(from, to).map((day, at) => leafAt(from + at, day)));
    });
    // A day early, for entries out of order; an entry whose row is gone ends the search sooner.
    expect(first).toBeLessThanOrEqual(490);
    expect(first).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(11);
    expect(await firstOfRange(0, 0, () => Promise.resolve([]))).toBe(0);
  });

  it('ends where nothing of its range can follow', () => {
    expect(isPast([leafAt(0, 12), leafAt(1, 13)], 10 * DAY)).toBe(true);
    for (const leaves of [[], [leafAt(0, 12), leafAt(1, null)], [leafAt(0, 12), leafAt(1, 10)]])
      expect(isPast(leaves, 10 * DAY)).toBe(false);
  });

  it('waits for no other export: one at a time is made', async () => {
    const gate = new OneExport();
    const inner = gate.run(() => gate.run(() => Promise.resolve('made')));
    expect(await inner).toBe('busy');
    await expect(gate.run(() => Promise.reject(new Error('broke off')))).rejects.toThrow('broke off');
    expect(await gate.run(() => Promise.resolve('made'))).toBe('made');
  });
});
