import { later, MINUTE } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { freshResponder, type Responder, type Terms, WISHES_HOLD } from '@warmline/routing';
import { NOW } from '@warmline/routing/testing';
import { WELLBEING } from '@warmline/wellbeing';
import { freeRoom, returningSlots } from './who-comes-free';

const terms: Terms = { now: NOW, limits: WELLBEING, wishesHold: WISHES_HOLD };
const rested = freshResponder(numbered.staff(1), NOW);
const holding = (standard: number): Responder => ({
  ...rested,
  caseload: { standard, answerFirst: 0, wrapUps: 0 },
});
const quietSince = (minutes: number, responder: Responder): Responder => ({
  ...responder,
  day: { ...responder.day, quietSince: later(NOW, -minutes * MINUTE) },
});

describe('who comes free', () => {
  it('a responder who may be asked is free now, with their load and capacity', () => {
    const alone = { ...rested, day: { ...rested.day, checkIn: 'one_at_a_time' as const } };
    expect(freeRoom([holding(1), quietSince(1, rested), alone], terms)).toEqual([
      { load: 1, capacity: 2 },
      { load: 0, capacity: 1 },
    ]);
  });

  it('a responder who is quiet or on a break comes free later, once for each slot', () => {
    const resting = { ...rested, day: { ...rested.day, onBreakUntil: later(NOW, 7 * MINUTE) } };
    expect(returningSlots([quietSince(1, holding(1)), resting], terms)).toEqual([
      later(NOW, 2 * MINUTE),
      later(NOW, 7 * MINUTE),
      later(NOW, 7 * MINUTE),
    ]);
  });

  it('is nobody who is full, free already, or kept by what does not end by itself', () => {
    const leaving = { ...rested, day: { ...rested.day, shiftEndsAt: later(NOW, 5 * MINUTE) } };
    expect(returningSlots([quietSince(1, holding(2)), rested, quietSince(1, leaving)], terms)).toEqual([]);
  });
});
