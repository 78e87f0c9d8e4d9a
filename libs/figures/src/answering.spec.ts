import { later, MINUTE, SECOND } from '@warmline/kernel';
import { answerRate, leftWaiting, reachRate, serviceLevel, speedToAnswer } from './answering';
import { countedIn, outcomeOf, waitEndedAt } from './contact';
import { aContact, answered, at, left } from './testing';

const shortLeave = left(0, 29 / 60);
const silentLeaver = left(0, 31 / 60);

/** 12 who tried: 7 answered, 2 left, 1 left at once, 1 accepted but never written to, 1 still waits. */
const DAY = [
  answered(0, 1),
  answered(1, 2),
  answered(2, 4),
  answered(3, 10),
  answered(4, 11),
  answered(5, 5, { band: 2 }),
  answered(6, 6, { band: 2 }),
  left(7, 3),
  left(8, 20),
  shortLeave,
  aContact(10, { acceptedAt: at(12), endedAt: at(13) }),
  aContact(14),
];
const counted = countedIn(DAY, { from: at(0), to: at(60) });

describe('outcomeOf', () => {
  it('takes an acceptance for no answer', () => {
    expect(outcomeOf(aContact(0, { acceptedAt: at(1) }))).toBe('open');
    expect(outcomeOf(aContact(0, { acceptedAt: at(1), endedAt: at(2) }))).toBe('unanswered');
    expect(outcomeOf(answered(0, 1))).toBe('answered');
  });

  it('takes half a minute without a word for a short leave, and one word for a wait', () => {
    expect(outcomeOf(shortLeave)).toBe('short_leave');
    expect(outcomeOf(left(0, 0.5))).toBe('left');
    expect(outcomeOf(silentLeaver)).toBe('left');
    expect(outcomeOf({ ...shortLeave, wrote: true })).toBe('left');
  });

  it('keeps a visitor answered who waited again and left', () => {
    expect(outcomeOf(answered(0, 1, { leftAt: at(9), endedAt: at(9) }))).toBe('answered');
  });
});

describe('countedIn', () => {
  const one = answered(0, 10);
  it('counts a contact where its wait ended, the beginning of the interval included and its end not', () => {
    expect(waitEndedAt(one)).toBe(at(10));
    expect(countedIn([one], { from: at(0), to: at(10) })).toEqual([]);
    expect(countedIn([one], { from: at(10), to: at(20) })).toEqual([one]);
    expect(countedIn([one], { from: later(at(10), 1), to: at(20) })).toEqual([]);
  });

  it('counts nobody who still waits', () => {
    expect(countedIn([aContact(0)], { from: at(0), to: at(60) })).toEqual([]);
  });
});

describe('the rates of a small day', () => {
  it('answered 7 of the 10 who really waited', () => {
    expect(answerRate(counted)).toEqual({ part: 7, of: 10 });
  });

  it('reached 7 of all 16 who tried when 5 were turned away', () => {
    expect(reachRate(counted, 5)).toEqual({ part: 7, of: 16 });
  });

  it('saw 2 of 10 leave', () => {
    expect(leftWaiting(counted)).toEqual({ part: 2, of: 10 });
  });

  it('answered 4 of 8 of band 3 within ten minutes and 1 of 2 of band 2 within five', () => {
    expect(serviceLevel(counted, { band: 3, within: 10 * MINUTE })).toEqual({ part: 4, of: 8 });
    expect(serviceLevel(counted, { band: 2, within: 5 * MINUTE })).toEqual({ part: 1, of: 2 });
    expect(serviceLevel(counted, { band: 1, within: 1 * MINUTE })).toEqual({ part: 0, of: 0 });
  });

  it('answered at a median of five minutes', () => {
    expect(speedToAnswer(counted)).toEqual({
      n: 7,
      mean: (39 / 7) * MINUTE,
      median: 5 * MINUTE,
      p90: 11 * MINUTE,
    });
    expect(speedToAnswer([shortLeave])).toBeNull();
  });
});

it('lets a second decide who was within the time', () => {
  const justInTime = answered(0, 10);
  const justLate = answered(0, 10 + 1 / 60);
  expect(justLate.answeredAt).toBe(later(at(10), 1 * SECOND));
  const both = { band: 3, within: 10 * MINUTE } as const;
  expect(serviceLevel([justInTime, justLate], both)).toEqual({ part: 1, of: 2 });
});
