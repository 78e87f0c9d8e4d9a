import fc from 'fast-check';
import { elapsed } from '@warmline/kernel';
import { inAnswerOrder, type QueueEntry } from './answer-order';
import { OFFER_OPEN, propose, type FreeResponder, type Situation } from './matching';
import { anySituation } from './testing/any-situation';

const seeded = { seed: 90_417, numRuns: 150 };
const FIVE_MINUTES = 300_000;

/** Load units a conversation takes: two for band 1, but never more than all there is. */
const fits = ({ load, capacity }: FreeResponder, { band }: QueueEntry): boolean =>
  capacity - load >= Math.min(capacity, band === 1 ? 2 : 1);

const earlier = ({ unanswered }: Situation, entry: QueueEntry, { staff }: FreeResponder) =>
  unanswered.filter((offer) => offer.conversation === entry.conversation && offer.staff === staff);

const rests = (situation: Situation, entry: QueueEntry, responder: FreeResponder): boolean =>
  earlier(situation, entry, responder).some(
    ({ outcome, at }) => outcome === 'declined' && elapsed(at, situation.now) < FIVE_MINUTES,
  );

const couldServe = (situation: Situation, entry: QueueEntry, responder: FreeResponder): boolean =>
  fits(responder, entry) &&
  !rests(situation, entry, responder) &&
  !situation.endingShifts.has(responder.staff);

/** In whose favour the turn falls, said as a list: held it before, missed it seldom, free for long, then by id. */
const turn = (situation: Situation, entry: QueueEntry, responder: FreeResponder) =>
  [
    situation.heldBefore.get(entry.conversation) === responder.staff ? 0 : 1,
    earlier(situation, entry, responder).length,
    responder.freeSince,
    responder.staff,
  ] as const;

const isBefore = (left: ReturnType<typeof turn>, right: ReturnType<typeof turn>): boolean => {
  const at = left.findIndex((value, place) => value !== right[place]);
  return at !== -1 && (left[at] ?? 0) < (right[at] ?? 0);
};

/** What was proposed, with who and what it is about. */
const matchesIn = (situation: Situation) =>
  propose(situation).map(({ conversation, staff, opensFor }) => {
    const entry = situation.waiting.find((waiting) => waiting.conversation === conversation);
    const responder = situation.free.find((free) => free.staff === staff);
    if (entry === undefined || responder === undefined) throw new Error('somebody who is not there');
    return { entry, responder, opensFor };
  });

const always = (check: (situation: Situation) => void): void =>
  fc.assert(fc.property(anySituation, check), seeded);

describe('propose', () => {
  it('[RTE2] makes one offer at most for a visitor, and one for a responder', () => {
    always((situation) => {
      const matches = matchesIn(situation);
      expect(new Set(matches.map(({ entry }) => entry)).size).toBe(matches.length);
      expect(new Set(matches.map(({ responder }) => responder)).size).toBe(matches.length);
    });
  });

  it('[ASG3] never asks anyone for more than they have room for', () => {
    always((situation) => {
      for (const { entry, responder } of matchesIn(situation)) expect(fits(responder, entry)).toBe(true);
    });
  });

  it('[RTE2] shows nobody what they declined less than five minutes ago', () => {
    always((situation) => {
      for (const { entry, responder } of matchesIn(situation))
        expect(rests(situation, entry, responder)).toBe(false);
    });
  });

  it('[RTE2] asks nobody whose shift ends before a new conversation would', () => {
    always((situation) => {
      for (const { responder } of matchesIn(situation))
        expect(situation.endingShifts.has(responder.staff)).toBe(false);
    });
  });

  it('[RTE1] goes through the queue in answer order', () => {
    always((situation) => {
      const entries = matchesIn(situation).map(({ entry }) => entry);
      expect(entries).toEqual(inAnswerOrder(entries, situation.now));
    });
  });

  it('[RTE1] passes over a visitor only when nobody left could serve them', () => {
    always((situation) => {
      const matches = matchesIn(situation);
      for (const passed of situation.waiting.filter((entry) =>
        matches.every((match) => match.entry !== entry),
      )) {
        const order = inAnswerOrder([passed, ...matches.map(({ entry }) => entry)], situation.now);
        const before = matches.slice(0, order.indexOf(passed)).map(({ responder }) => responder);
        for (const responder of situation.free)
          if (!before.includes(responder)) expect(couldServe(situation, passed, responder)).toBe(false);
      }
    });
  });

  it('[RTE3] lets no newer standard visitor pass an older one whom the same responder could serve', () => {
    always((situation) => {
      const matches = matchesIn(situation);
      for (const { entry, responder } of matches.filter((match) => match.entry.band === 3))
        for (const other of situation.waiting)
          if (
            other.band === 3 &&
            other.enteredAt < entry.enteredAt &&
            couldServe(situation, other, responder)
          )
            expect(matches.map((match) => match.entry)).toContain(other);
    });
  });

  it('asks whose turn it is: who held it before, who missed it least, who is free for longest', () => {
    always((situation) => {
      const asked: FreeResponder[] = [];
      for (const { entry, responder } of matchesIn(situation)) {
        const others = situation.free.filter(
          (free) => !asked.includes(free) && couldServe(situation, entry, free),
        );
        const mine = turn(situation, entry, responder);
        for (const other of others) expect(isBefore(turn(situation, entry, other), mine)).toBe(false);
        asked.push(responder);
      }
    });
  });

  it('leaves an offer open for as long as the band says', () => {
    always((situation) => {
      for (const { entry, opensFor } of matchesIn(situation)) expect(opensFor).toBe(OFFER_OPEN[entry.band]);
    });
    expect(OFFER_OPEN).toEqual({ 1: 15_000, 2: 45_000, 3: 45_000 });
  });

  it('proposes the same whatever order it is given things in', () => {
    const shuffled = anySituation.chain((situation) =>
      fc.record({
        situation: fc.constant(situation),
        waiting: fc.shuffledSubarray([...situation.waiting], { minLength: situation.waiting.length }),
        free: fc.shuffledSubarray([...situation.free], { minLength: situation.free.length }),
        unanswered: fc.shuffledSubarray([...situation.unanswered], {
          minLength: situation.unanswered.length,
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ situation, ...others }) => {
        expect(propose({ ...situation, ...others })).toEqual(propose(situation));
      }),
      seeded,
    );
  });
});
