import { instant, MINUTE, SECOND } from '@warmline/kernel';
import type { CheckpointCopy } from '@warmline/postgres';
import { CheckpointNotTaken } from './places/checkpoint-place';
import { pauseAfter, PublishCheckpoints, type Publishing } from './publish-checkpoints';

const START = Date.UTC(2026, 11, 1);
let now: number;
let size: number;
let stored: Map<string, Pick<CheckpointCopy, 'size' | 'failures' | 'failure' | 'copiedAt'>>;
let isDown: boolean;
let given: number[];
beforeEach(() => {
  [now, size, isDown, given, stored] = [START, 5, false, [], new Map()];
});

const publisher = (): PublishCheckpoints => {
  const copies: Pick<Publishing['copies'], 'loadCopies' | 'noteCopied' | 'noteFailed'> = {
    loadCopies: () =>
      Promise.resolve([...stored].map(([place, one]) => ({ place, ...one, triedAt: instant(now) }))),
    noteCopied: (place, copied) =>
      Promise.resolve(
        void stored.set(place, { size: copied, failures: 0, failure: null, copiedAt: instant(now) }),
      ),
    noteFailed: (place, failure) => {
      const before = stored.get(place) ?? { size: 0, failures: 0, copiedAt: null };
      return Promise.resolve(void stored.set(place, { ...before, failures: before.failures + 1, failure }));
    },
  };
  const newest = () => Promise.resolve({ size, note: 'note', at: instant(now) });
  return new PublishCheckpoints({
    folder: null,
    store: { findNewestCheckpoint: newest } as Publishing['store'],
    copies: copies as Publishing['copies'],
    scaled: (span) => span,
    now: () => now,
    places: [
      {
        name: 'bucket',
        every: MINUTE,
        publish: ({ size: told }) => {
          given.push(told);
          return isDown ? Promise.reject(new CheckpointNotTaken('answered_503')) : Promise.resolve();
        },
      },
    ],
  });
};

describe('where checkpoints go', () => {
  it('[AUD3] a place gets the newest once, and the next no sooner than it is due', async () => {
    const publish = publisher();
    await publish.tellNewest();
    await publish.tellNewest();
    size = 9;
    await publish.tellNewest();
    expect(given).toEqual([5]);
    now += MINUTE;
    await publish.tellNewest();
    expect(given).toEqual([5, 9]);
    expect(stored.get('bucket')).toMatchObject({ size: 9, failures: 0, failure: null });
  });

  it('[AUD3] one that fails is tried less and less often, its failure is kept, and the newest goes there once it is back', async () => {
    isDown = true;
    const publish = publisher();
    await publish.tellNewest();
    now += 9 * SECOND;
    await publish.tellNewest();
    expect(given).toHaveLength(1);
    now += SECOND;
    await publish.tellNewest();
    now += 10 * SECOND;
    await publish.tellNewest();
    expect(given).toHaveLength(2);
    expect(stored.get('bucket')).toMatchObject({ size: 0, failures: 2, failure: 'answered_503' });
    [isDown, size] = [false, 12];
    now += 20 * SECOND;
    await publish.tellNewest();
    expect(stored.get('bucket')).toMatchObject({ size: 12, failures: 0, failure: null });
    expect([1, 2, 3, 7, 8, 1_000].map(pauseAfter)).toEqual([
      ...[10 * SECOND, 20 * SECOND, 40 * SECOND],
      ...[10 * MINUTE, 10 * MINUTE, 10 * MINUTE],
    ]);
  });

  it('[AUD3] a restart goes on where it was: a daily e-mail stays a daily one', async () => {
    await publisher().tellNewest();
    size = 9;
    now += MINUTE - 1;
    await publisher().tellNewest();
    expect(given).toEqual([5]);
    now += 1;
    await publisher().tellNewest();
    expect(given).toEqual([5, 9]);
  });
});
