import { later, MINUTE } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { RESTED, WELLBEING, type WorkingDay } from '@warmline/wellbeing';
import { WISHES_HOLD, type Terms } from './eligibility';
import { freshResponder, type Responder } from './responder';
import { NOW } from './testing/any-situation';
import { whyNoOffer } from './why-no-offer';

const terms: Terms = { now: NOW, limits: WELLBEING, wishesHold: WISHES_HOLD };
const sam = (over: Partial<Responder> = {}): Responder => ({
  ...freshResponder(numbered.staff(1), NOW),
  ...over,
});
const day = (over: Partial<WorkingDay>): WorkingDay => ({ ...RESTED, ...over });
const holding = (standard: number, answerFirst = 0, wrapUps = 0) => ({ standard, answerFirst, wrapUps });

describe('whyNoOffer', () => {
  it('is null while one more conversation fits', () => {
    expect(whyNoOffer(sam({ caseload: holding(1) }), false, terms)).toBeNull();
  });

  it.each([
    ['two standard conversations', sam({ caseload: holding(2) }), null],
    ['one person in danger, who counts twice', sam({ caseload: holding(0, 1) }), null],
    [
      'one conversation where they take one at a time',
      sam({ caseload: holding(1), day: day({ checkIn: 'one_at_a_time' }) }),
      null,
    ],
    ['one of their first ten conversations', sam({ caseload: holding(1), conversationsHeld: 4 }), null],
    ['a conversation and a wrap-up', sam({ caseload: holding(1, 0, 1) }), 'finish_wrap_up'],
  ] as const)('says that %s fill the capacity', (_, responder, step) => {
    expect(whyNoOffer(responder, false, terms)).toEqual({
      reason: 'at_capacity',
      until: null,
      lacks: null,
      step,
    });
  });

  it.each([
    ['away', sam(), true, { reason: 'away', step: 'be_available' }],
    [
      'without a check-in',
      sam({ day: day({ checkIn: null }) }),
      false,
      { reason: 'not_checked_in', step: 'check_in' },
    ],
    [
      'in quiet time',
      sam({ day: day({ quietSince: NOW }), caseload: holding(2) }),
      false,
      { reason: 'cool_down', until: later(NOW, 3 * MINUTE), step: null },
    ],
  ] as const)('names the weightiest reason of a person who is %s', (_, responder, isAway, expected) => {
    expect(whyNoOffer(responder, isAway, terms)).toMatchObject(expected);
  });
});
