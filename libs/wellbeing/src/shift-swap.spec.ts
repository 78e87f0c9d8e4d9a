import { HOUR, instant, later } from '@warmline/kernel';
import { swapObstacle, type OwnBlock } from './shift-swap';
import { WELLBEING } from './wellbeing-limits';

const NOW = instant(Date.UTC(2027, 0, 4));
const terms = { zone: 'Europe/London', limits: WELLBEING, now: NOW };
const block = (day: number, hour: number, length = 2): OwnBlock => {
  const beginsAt = later(NOW, (day * 24 + hour) * HOUR);
  return { beginsAt, endsAt: later(beginsAt, length * HOUR) };
};
const given = block(1, 18);

describe('a swap of shifts', () => {
  it('can be made when both can work what they then have', () => {
    const back = block(2, 18);
    expect(swapObstacle({ given, back: null }, { giver: [given], taker: [] }, terms)).toBeNull();
    expect(swapObstacle({ given, back }, { giver: [given], taker: [back] }, terms)).toBeNull();
  });

  it('is over once a shift has begun, or is not planned as it was', () => {
    const past = block(-1, 18);
    for (const [swap, giver] of [
      [past, [past]],
      [given, []],
      [given, [{ ...given, endsAt: later(given.endsAt, HOUR) }]],
    ] as const)
      expect(swapObstacle({ given: swap, back: null }, { giver, taker: [] }, terms)).toEqual({
        kind: 'over',
      });
    const back = block(2, 18);
    expect(swapObstacle({ given, back }, { giver: [given], taker: [] }, terms)).toEqual({ kind: 'over' });
  });

  it('[RTE5] is refused when one of them would have no gap, or more hours than they may work', () => {
    const near = block(1, 20);
    expect(swapObstacle({ given, back: null }, { giver: [given], taker: [near] }, terms)).toMatchObject({
      kind: 'problem',
      whose: 'taker',
      problem: { kind: 'too_near' },
    });
    const long = block(1, 10, 4);
    expect(swapObstacle({ given, back: null }, { giver: [given], taker: [long] }, terms)).toMatchObject({
      whose: 'taker',
      problem: { kind: 'too_many_hours', within: 'day' },
    });
    const back = block(3, 18);
    const own = block(3, 20);
    expect(swapObstacle({ given, back }, { giver: [given, own], taker: [back] }, terms)).toMatchObject({
      whose: 'giver',
    });
  });

  it('does not blame the swap for a problem that was there before', () => {
    const [near, nearer] = [block(5, 18), block(5, 20)];
    expect(
      swapObstacle({ given, back: null }, { giver: [given, near, nearer], taker: [] }, terms),
    ).toBeNull();
  });
});
