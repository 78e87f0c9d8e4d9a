import fc from 'fast-check';
import { instant, MINUTE, SECOND, type Instant } from '@warmline/kernel';
import { isOnCallDue, ON_CALL_SPANS, unheardNeeds } from './on-call';

const START = 1_000_000_000;
const moments = fc.integer({ min: 0, max: 30 * MINUTE }).map((ms) => instant(START + ms));

interface Evening {
  readonly needs: readonly { readonly since: Instant; readonly until: Instant }[];
  /** Spans in which a supervisor is connected. */
  readonly present: readonly { readonly from: Instant; readonly until: Instant }[];
}
const evenings: fc.Arbitrary<Evening> = fc.record({
  needs: fc.array(fc.record({ since: moments, until: moments }), { maxLength: 6 }),
  present: fc.array(fc.record({ from: moments, until: moments }), { maxLength: 4 }),
});

/** How often a worker looks (ms). */
const LOOK = 2 * SECOND;

/** Plays an evening, one look after the other: when the contact was told, and the longest that anyone stayed unheard and untold. */
const playEvening = ({ needs, present }: Evening) => {
  const told: { readonly at: number; readonly open: number; readonly isSomeoneHere: boolean }[] = [];
  let seenAt: Instant | null = null;
  let toldAt: Instant | null = null;
  let overdue = 0;
  for (let at = START; at <= START + 40 * MINUTE; at += LOOK) {
    const now = instant(at);
    const isSomeoneHere = present.some(({ from, until }) => from <= at && at < until);
    if (isSomeoneHere) seenAt = now;
    const open = needs.filter(({ since, until }) => since <= at && at < until);
    const moment = { now, supervisorSeenAt: seenAt };
    if (isOnCallDue(open, { ...moment, toldAt })) {
      told.push({ at, open: open.length, isSomeoneHere });
      toldAt = now;
    }
    const unheard = unheardNeeds(open, moment);
    const oldest = Math.min(
      ...unheard.map(({ since }) => Math.max(since, seenAt ?? since) + ON_CALL_SPANS.alone),
    );
    if (unheard.length > 0) overdue = Math.max(overdue, at - Math.max(oldest, toldAt ?? 0));
  }
  return { told, overdue };
};

describe('who is told on call', () => {
  it('[SAF1] in any evening nobody stays unheard and untold for more than the interval, and no one is told for nothing', () => {
    fc.assert(
      fc.property(evenings, (evening) => {
        const { told, overdue } = playEvening(evening);
        // Someone who needs help is told of within a minute of the message before, and then every 5 minutes.
        expect(overdue).toBeLessThanOrEqual(ON_CALL_SPANS.again + LOOK);
        for (const { open, isSomeoneHere } of told) expect([open > 0, isSomeoneHere]).toEqual([true, false]);
        const gaps = told.slice(1).map(({ at }, index) => at - (told[index]?.at ?? 0));
        for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(ON_CALL_SPANS.apart);
      }),
    );
  });

  it('[SAF1] the first need of an evening without supervisors is told of after 30 s and one look', () => {
    fc.assert(
      fc.property(moments, (since) => {
        const until = instant(since + 10 * MINUTE);
        const [first] = playEvening({ needs: [{ since, until }], present: [] }).told;
        expect(first === undefined ? 0 : first.at - since).toBeLessThanOrEqual(ON_CALL_SPANS.alone + LOOK);
        expect(first).toBeDefined();
      }),
    );
  });
});
