import fc from 'fast-check';
import { instant, later, MINUTE } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { compareAt, type QueueEntry } from '@warmline/routing';
import { anyBand, anyQueue, NOW } from '@warmline/routing/testing';
import type { Band } from '@warmline/vocabulary';
import { LONGEST_ESTIMATE, minutesToOvertake, rawWaits, type Outlook } from './raw-wait';

const seeded = { seed: 71_004, numRuns: 150 };

const rate = fc.double({ min: 0, max: 1, noNaN: true });
const anyOutlook: fc.Arbitrary<Outlook> = fc.record({
  now: fc.constant(NOW),
  waiting: anyQueue,
  free: fc.constant([]),
  returning: fc.array(
    fc.integer({ min: -5, max: 20 }).map((minutes) => later(NOW, minutes * MINUTE)),
    { maxLength: 4 },
  ),
  planned: fc.array(
    fc.record({
      from: fc.integer({ min: -60, max: 60 }).map((minutes) => later(NOW, minutes * MINUTE)),
      until: fc.integer({ min: -60, max: 300 }).map((minutes) => later(NOW, minutes * MINUTE)),
      slots: fc.integer({ min: 0, max: 20 }),
    }),
    { maxLength: 4 },
  ),
  rates: fc.record({ arrivals: fc.record({ 1: rate, 2: rate, 3: rate }), perSlot: rate, leaving: rate }),
});

const entry = (band: Band, waited: number): QueueEntry => ({
  conversation: numbered.conversation(99),
  band,
  enteredAt: instant(NOW - waited * MINUTE),
});
const anyEntry = fc
  .tuple(anyBand, fc.integer({ min: 0, max: 60 }))
  .map(([band, waited]) => entry(band, waited));

describe('the raw wait', () => {
  it('is a number within its bounds, whatever is known', () => {
    fc.assert(
      fc.property(anyOutlook, anyEntry, (outlook, one) => {
        const wait = rawWaits(outlook)(one);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(LONGEST_ESTIMATE);
      }),
      seeded,
    );
  });

  it('is never shorter with one more of the same band ahead', () => {
    const oneBand = fc
      .tuple(anyBand, fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }), fc.nat(60), fc.nat(60))
      .map(([band, waits, own, more]) => ({ band, waits, own, more }));
    fc.assert(
      fc.property(anyOutlook, oneBand, (outlook, { band, waits, own, more }) => {
        const waiting = waits.map((waited, place) => ({
          ...entry(band, waited),
          conversation: numbered.conversation(place + 1),
        }));
        const steady = {
          ...outlook,
          rates: { ...outlook.rates, arrivals: { 1: 0, 2: 0, 3: 0 } },
          planned: [{ from: NOW, until: later(NOW, 600 * MINUTE), slots: 10 }],
        };
        const another = { ...entry(band, own + more), conversation: numbered.conversation(50) };
        const before = rawWaits({ ...steady, waiting })(entry(band, own));
        const after = rawWaits({ ...steady, waiting: [...waiting, another] })(entry(band, own));
        expect(after).toBeGreaterThanOrEqual(before - 1e-9);
      }),
      seeded,
    );
  });

  it('does not depend on the order in which people are given, nor on whether the one asked about is among them', () => {
    fc.assert(
      fc.property(anyOutlook, anyEntry, (outlook, one) => {
        const wait = rawWaits(outlook)(one);
        expect(rawWaits({ ...outlook, waiting: [...outlook.waiting].reverse() })(one)).toBe(wait);
        expect(rawWaits({ ...outlook, waiting: [...outlook.waiting, one] })(one)).toBe(wait);
      }),
      seeded,
    );
  });
});

describe('who comes later and goes before', () => {
  it('a later visitor overtakes exactly when the answer order puts them first', () => {
    const anyMoment = fc.tuple(fc.integer({ min: 1, max: 120 }), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(anyEntry, anyBand, anyMoment, (one, band, [wait, share]) => {
        const minutes = minutesToOvertake(band, one, { now: NOW, wait });
        const arrival = { ...one, band, enteredAt: later(NOW, share * wait * MINUTE) };
        // On the very edge the two formulas round apart.
        if (Math.abs(share * wait - minutes) < 1e-4 || one.enteredAt === arrival.enteredAt) return;
        const goesBefore = compareAt(later(NOW, wait * MINUTE))(arrival, one) < 0;
        expect(goesBefore).toBe(share * wait < minutes);
      }),
      { ...seeded, numRuns: 500 },
    );
  });
});
