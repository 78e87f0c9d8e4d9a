import fc from 'fast-check';
import { inAnswerOrder, type QueueEntry } from './answer-order';
import { obstacles } from './eligibility';
import { match, OFFER_OPEN, propose, termsOf, type Situation } from './matching';
import type { Responder } from './responder';
import { anySituation } from './testing/any-situation';
import {
  allowed,
  carried,
  exceedsHeavy,
  isDeclined,
  isFit,
  isTooMuch,
  isTrained,
  isUnsuited,
  limitsThatBind,
} from './testing/naive-limits';
import { whyNobody } from './why-nobody';

const seeded = { seed: 90_417, numRuns: 400 };

const couldServe = (situation: Situation, entry: QueueEntry, responder: Responder): boolean =>
  isFit(situation, entry, responder) && !isTooMuch(responder, entry);

const earlier = ({ unanswered }: Situation, entry: QueueEntry, { staff }: Responder) =>
  unanswered.filter((offer) => offer.conversation === entry.conversation && offer.staff === staff);

/** In whose favour the turn falls, said as a list: held it before, missed it seldom, free for long, then by id. */
const turn = (situation: Situation, entry: QueueEntry, responder: Responder) =>
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
  propose(situation).map(({ conversation, staff, opensFor, surge }) => {
    const entry = situation.waiting.find((waiting) => waiting.conversation === conversation);
    const responder = situation.free.find((free) => free.staff === staff);
    if (entry === undefined || responder === undefined) throw new Error('somebody who is not there');
    return { entry, responder, opensFor, surge };
  });

const always = (check: (situation: Situation) => void): void =>
  fc.assert(fc.property(anySituation, check), seeded);
const everyMatch = (check: (match: ReturnType<typeof matchesIn>[number], situation: Situation) => void) =>
  always((situation) => {
    for (const one of matchesIn(situation)) check(one, situation);
  });

describe('propose', () => {
  it('[RTE2] makes one offer at most for a visitor, and one for a responder', () => {
    always((situation) => {
      const matches = matchesIn(situation);
      expect(new Set(matches.map(({ entry }) => entry)).size).toBe(matches.length);
      expect(new Set(matches.map(({ responder }) => responder)).size).toBe(matches.length);
    });
  });

  it('[ASG3] never asks anyone for more than they have room for, but for the surge slot', () => {
    everyMatch(({ entry, responder, surge }) => {
      if (!surge) expect(isTooMuch(responder, entry)).toBe(false);
    });
  });

  it('[RTE2] asks nobody who lacks the language, the skill, the training, or has muted the topic', () => {
    everyMatch(({ entry, responder }, { now }) => {
      expect(isUnsuited(responder, entry, now)).toBe(false);
      expect(isTrained(responder, entry, now)).toBe(true);
    });
  });

  it('[RTE2] shows nobody what they declined less than five minutes ago', () => {
    everyMatch(({ entry, responder }, situation) => {
      expect(isDeclined(situation, entry, responder)).toBe(false);
    });
  });

  it('[RTE5] asks nobody whom a limit on breaks, hours, rest or heavy topics keeps from it, in surge neither', () => {
    everyMatch(({ entry, responder }, { now }) => {
      expect(limitsThatBind(responder, now)).toEqual([]);
      expect(exceedsHeavy(responder, entry)).toBe(false);
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
      const asked: Responder[] = [];
      for (const { entry, responder, surge } of matchesIn(situation)) {
        const others = situation.free.filter(
          (free) => !surge && !asked.includes(free) && couldServe(situation, entry, free),
        );
        const mine = turn(situation, entry, responder);
        for (const other of others) expect(isBefore(turn(situation, entry, other), mine)).toBe(false);
        asked.push(responder);
      }
    });
  });

  it('leaves an offer open for as long as the band says', () => {
    everyMatch(({ entry, opensFor }) => expect(opensFor).toBe(OFFER_OPEN[entry.band]));
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
        expect(match({ ...situation, ...others })).toEqual(match(situation));
      }),
      seeded,
    );
  });
});

describe('the surge slot', () => {
  it('[ASG3] offers band 1 only, to an opted-in responder not above capacity who has no band 1', () => {
    everyMatch(({ entry, responder, surge }, situation) => {
      if (!surge) return;
      expect(entry.band).toBe(1);
      expect(responder.day.takesSurge).toBe(true);
      expect(responder.caseload.answerFirst).toBe(0);
      expect(responder.caseload.standard).toBeLessThanOrEqual(Math.max(1, allowed(responder)));
      expect(carried(responder)).toBeGreaterThan(0);
      expect(isFit(situation, entry, responder)).toBe(true);
    });
  });

  it('[RTE2] calls the supervisors for exactly those of band 1 whom nobody has room for', () => {
    always((situation) => {
      const { proposals, calls } = match(situation);
      const inTurn = proposals.filter(({ surge }) => !surge).map(({ conversation }) => conversation);
      const first = situation.waiting.filter(
        ({ band, hold }) => band === 1 && hold !== 'unseen' && hold !== 'unproven',
      );
      expect([...calls].sort()).toEqual(
        first
          .map(({ conversation }) => conversation)
          .filter((conversation) => !inTurn.includes(conversation))
          .sort(),
      );
    });
  });
});

describe('why nobody is offered a visitor', () => {
  it('[RTE2] has a reason for exactly those who could not serve them', () => {
    always((situation) => {
      for (const entry of situation.waiting)
        for (const { staff, obstacles: found } of whyNobody(situation, entry.conversation)) {
          const responder = situation.free.find((free) => free.staff === staff);
          if (responder === undefined) throw new Error('somebody who is not there');
          expect(found.length === 0).toBe(couldServe(situation, entry, responder));
        }
    });
  });

  it('says until when, where it ends by itself', () => {
    always((situation) => {
      const terms = termsOf(situation);
      for (const entry of situation.waiting)
        for (const responder of situation.free)
          for (const { reason, until } of obstacles(responder, entry, terms)) {
            if (until !== null) expect(until).toBeGreaterThan(situation.now);
            if (reason === 'cool_down' || reason === 'on_break') expect(until).not.toBeNull();
          }
    });
  });
});
