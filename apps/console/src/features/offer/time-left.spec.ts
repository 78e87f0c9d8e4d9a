import { quartersLeft } from './time-left';

describe('the bar of an offer', () => {
  it.each([
    [45_000, [0, 12_000, 23_000, 34_000, 45_000]],
    [15_000, [0, 4_000, 8_000, 12_000, 15_000]],
  ])('shows the quarters that are left of %d ms', (open, moments) => {
    const offer = { madeAt: 1_000, expiresAt: 1_000 + open };
    expect(moments.map((after) => quartersLeft(offer, 1_000 + after))).toEqual([4, 3, 2, 1, 0]);
  });

  it('is full when the clock of the page is behind, and empty when it is ahead', () => {
    const offer = { madeAt: 60_000, expiresAt: 75_000 };
    expect([quartersLeft(offer, 0), quartersLeft(offer, 90_000)]).toEqual([4, 0]);
  });
});
