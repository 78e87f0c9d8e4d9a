import fc from 'fast-check';
import type { StaffId } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { Band } from '@warmline/vocabulary';
import { drawHalfMonth, hasSecondRater, SECOND_SHARE, type DrawCandidate, type Lots } from './drawing';

/** Even lots from a text, for tests alone: FNV-1a, mixed. */
const lotsOf =
  (seed: string): Lots =>
  (label) => {
    let hash = 2_166_136_261;
    for (const letter of `${seed}/${label}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
    hash ^= hash >>> 16;
    hash = Math.imul(hash, 2_246_822_507);
    hash ^= hash >>> 13;
    return (hash >>> 0) / 2 ** 32;
  };

const candidates = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom<Band>(1, 2, 3)), { maxLength: 30 })
  .map((all) =>
    all.map(([responder, band], at): DrawCandidate => ({
      conversation: numbered.conversation(at + 1),
      responder: numbered.staff(responder),
      band,
    })),
  );
const none: ReadonlyMap<StaffId, ReadonlySet<Band>> = new Map();

describe('the draw of a half-month', () => {
  it('[QLT1] draws one conversation of each responder, theirs, and the same again from the same seed', () => {
    fc.assert(
      fc.property(candidates, fc.string(), (all, seed) => {
        const drawn = drawHalfMonth({ candidates: all, drawnBefore: none }, lotsOf(seed));
        expect(drawn.map(({ responder }) => responder).sort()).toEqual(
          [...new Set(all.map(({ responder }) => responder))].sort(),
        );
        for (const one of drawn) expect(all).toContain(one);
        const shuffled = [...all].reverse();
        const again = drawHalfMonth({ candidates: shuffled, drawnBefore: none }, lotsOf(seed));
        expect(new Set(again)).toEqual(new Set(drawn));
      }),
      { seed: 40_011 },
    );
  });

  it('[QLT1] takes another band than in the other half of the month where there is one', () => {
    fc.assert(
      fc.property(candidates, fc.string(), fc.constantFrom<Band>(1, 2, 3), (all, seed, before) => {
        const drawnBefore = new Map(all.map(({ responder }) => [responder, new Set([before])] as const));
        for (const { responder, band } of drawHalfMonth({ candidates: all, drawnBefore }, lotsOf(seed))) {
          const theirs = all.filter((one) => one.responder === responder);
          expect(band === before).toBe(theirs.every((one) => one.band === before));
        }
      }),
      { seed: 40_012 },
    );
  });

  it('[QLT1] reads a rare band as often as a common one, and every conversation of a band alike', () => {
    const all = Array.from({ length: 10 }, (_, at): DrawCandidate => ({
      conversation: numbered.conversation(at + 1),
      responder: numbered.staff(1),
      band: at === 0 ? 1 : 3,
    }));
    const counts = new Map<string, number>();
    const draws = 3_600;
    for (let seed = 0; seed < draws; seed += 1)
      for (const { conversation } of drawHalfMonth(
        { candidates: all, drawnBefore: none },
        lotsOf(`s${seed}`),
      ))
        counts.set(conversation, (counts.get(conversation) ?? 0) + 1);
    expect((counts.get(numbered.conversation(1)) ?? 0) / draws).toBeCloseTo(0.5, 1);
    for (const { conversation, band } of all)
      if (band === 3) expect(((counts.get(conversation) ?? 0) * 18) / draws).toBeCloseTo(1, 0);
  });

  it('[QLT1] sends one in ten to a second rater', () => {
    const lots = lotsOf('a seed');
    const many = Array.from({ length: 4_000 }, (_, at) => ({
      conversation: numbered.conversation(at + 1),
      responder: numbered.staff(1),
    }));
    const share = many.filter((work) => hasSecondRater(work, lots)).length / many.length;
    expect(Math.abs(share - SECOND_SHARE)).toBeLessThan(0.02);
  });
});
