import type { EraseBatch, UnitOfWork } from '@warmline/postgres';
import { EraseExpired } from './erase-expired';

/** Conversations that are deleted in their order, as Postgres does it; a batch with a bad one, or a larger one than `most`, fails whole. */
const workOn = (rows: string[], mostAtOnce = 50): UnitOfWork => {
  const eraseExpired = async ({ kind, most, skip = 0 }: EraseBatch): Promise<number> => {
    if (kind !== 'conversations') return 0;
    const batch = rows.slice(skip, skip + most);
    if (batch.length > mostAtOnce || batch.some((row) => row.startsWith('bad')))
      throw new Error('canceled: it took too long');
    rows.splice(skip, batch.length);
    return batch.length;
  };
  const stores = { now: async () => 0, retention: { eraseExpired } };
  const work = { inTransaction: (run: (given: typeof stores) => Promise<number>) => run(stores) };
  return work as unknown as UnitOfWork;
};
const good = (count: number): string[] => Array.from({ length: count }, (_, number) => `good ${number}`);

describe('what cannot be deleted', () => {
  it('[PRV4] holds up nothing else, and is told at the end', async () => {
    const rows = [...good(30), 'bad 1', ...good(90), 'bad 2', ...good(9)];
    await expect(new EraseExpired(workOn(rows)).eraseAll()).rejects.toThrow('2 steps failed');
    expect(rows).toEqual(['bad 1', 'bad 2']);
  });

  it('[PRV4] at once is deleted in smaller parts, and is no failure', async () => {
    const rows = good(120);
    await new EraseExpired(workOn(rows, 20)).eraseAll();
    expect(rows).toEqual([]);
  });
});
