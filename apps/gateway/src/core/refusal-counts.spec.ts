import { randomUUID } from 'node:crypto';
import type { RefusalEvent } from '@warmline/identity';
import { numbered } from '@warmline/kernel/testing';
import { REFUSALS } from '@warmline/vocabulary';
import { RefusalCounts } from './refusal-counts';

const by = { service: numbered.service(1), gateway: numbered.session(1) };

const flushed = async (counts: RefusalCounts): Promise<readonly RefusalEvent[]> => {
  const saved: RefusalEvent[] = [];
  await counts.flush(by, async (facts) => void saved.push(...facts));
  return saved;
};

describe('counts of refusals', () => {
  it('[AUD1] a flush hands over each refusal with its kind and count, and the next one begins at zero', async () => {
    const counts = new RefusalCounts();
    for (const refusal of ['wrong_sign_in', 'too_fast', 'wrong_sign_in', 'not_allowed'] as const)
      counts.count(refusal);
    expect(await flushed(counts)).toEqual([
      { type: 'sign_ins_failed', ...by, refusal: 'wrong_sign_in', count: 2 },
      { type: 'limits_reached', ...by, refusal: 'too_fast', count: 1 },
      { type: 'requests_refused', ...by, refusal: 'not_allowed', count: 1 },
    ]);
    expect(await flushed(counts)).toEqual([]);
  });

  it('[AUD1] a failed flush keeps its counts, and adds what came while it ran', async () => {
    const counts = new RefusalCounts();
    counts.count('too_many_lines');
    const failing = counts.flush(by, async () => {
      counts.count('too_many_lines');
      throw new Error('Postgres cannot be reached');
    });
    await expect(failing).rejects.toThrow('Postgres cannot be reached');
    expect(await flushed(counts)).toMatchObject([{ refusal: 'too_many_lines', count: 2 }]);
  });

  it('an ordinary outcome is not counted, nor is an answer that names no refusal', async () => {
    const counts = new RefusalCounts();
    counts.count('offer_taken');
    for (const body of [{ refusal: 'offer_taken' }, { refusal: randomUUID() }, { postgres: 'down' }])
      counts.countAnswer(body);
    expect(await flushed(counts)).toEqual([]);
  });

  it('there are never more counts than refusals, however many are given', async () => {
    const counts = new RefusalCounts();
    for (let given = 0; given < 50 * REFUSALS.length; given += 1) {
      const refusal = REFUSALS[given % REFUSALS.length];
      if (refusal !== undefined) counts.countAnswer({ refusal });
    }
    const facts = await flushed(counts);
    expect(facts.length).toBeLessThanOrEqual(REFUSALS.length);
    expect(new Set(facts.map(({ count }) => count))).toEqual(new Set([50]));
  });
});
