import { setTimeout as delay } from 'node:timers/promises';
import { until } from '@warmline/test-kit/testing';
import { BatchLoader, forEachSettled, inChunks } from './batch';

/** Long enough for a batch without a pause to be answered. */
const turn = (): Promise<void> => delay(5);

/** Answers that end when they are told. */
const collecting = (size = 10, pause = 0) => {
  const answered: (readonly string[])[] = [];
  const complaints: unknown[] = [];
  const underWay: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const loader = new BatchLoader<string>(
    (keys) => {
      answered.push(keys);
      return new Promise<void>((resolve, reject) => underWay.push({ resolve, reject }));
    },
    { size, pause, onError: (error) => complaints.push(error) },
  );
  return { loader, answered, complaints, underWay };
};

describe('BatchLoader', () => {
  it('answers the keys of one turn together, each of them once', async () => {
    const { loader, answered } = collecting();
    loader.add(['a', 'b']);
    loader.add(['b', 'c']);
    await turn();
    expect(answered).toEqual([['a', 'b', 'c']]);
  });

  it('answers keys that come during a batch in the next one, also a key that is in it: its state may be newer', async () => {
    const { loader, answered, underWay } = collecting();
    loader.add(['a']);
    await turn();
    loader.add(['a']);
    loader.add(['b']);
    await turn();
    expect(answered).toEqual([['a']]);
    underWay[0]?.resolve();
    await turn();
    expect(answered).toEqual([['a'], ['a', 'b']]);
  });

  it('answers at most as many keys at once as it may, and the others after them', async () => {
    const { loader, answered, underWay } = collecting(2);
    loader.add(['a', 'b', 'c']);
    await turn();
    underWay[0]?.resolve();
    await turn();
    expect(answered).toEqual([['a', 'b'], ['c']]);
  });

  it('goes on after a batch that failed, and tells of the failure', async () => {
    const { loader, answered, complaints, underWay } = collecting();
    loader.add(['a']);
    await turn();
    loader.add(['b']);
    underWay[0]?.reject(new Error('Postgres is silent'));
    await turn();
    expect(answered).toEqual([['a'], ['b']]);
    expect(complaints).toHaveLength(1);
    underWay[1]?.resolve();
    await turn();
    loader.add(['c']);
    await turn();
    expect(answered.at(-1)).toEqual(['c']);
  });

  it('pauses between two batches, and not before the first', async () => {
    const { loader, answered, underWay } = collecting(10, 60);
    loader.add(['a']);
    await until('the first batch', () => Promise.resolve(underWay[0]));
    const ended = performance.now();
    underWay[0]?.resolve();
    loader.add(['b']);
    loader.add(['c']);
    await until('the second batch', () => Promise.resolve(underWay[1]));
    expect(performance.now() - ended).toBeGreaterThan(55);
    expect(answered).toEqual([['a'], ['b', 'c']]);
  });

  it('does nothing without keys', async () => {
    const { loader, answered } = collecting();
    loader.add([]);
    await turn();
    expect(answered).toEqual([]);
  });
});

describe('inChunks', () => {
  it('keeps the order, and puts the rest into the last group', () => {
    expect(inChunks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(inChunks([], 2)).toEqual([]);
  });
});

describe('forEachSettled', () => {
  it('does every item, and then throws what failed', async () => {
    const done: number[] = [];
    const work = async (item: number): Promise<void> => {
      done.push(item);
      if (item === 2) throw new Error('locked');
    };
    await expect(forEachSettled([1, 2, 3], work)).rejects.toThrow('1 of 3 could not be done');
    expect(done).toEqual([1, 2, 3]);
  });
});
