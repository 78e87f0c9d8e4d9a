import { slowness, slownessOf, stretched } from './slowness';

it('a quiet machine is not slow', () => {
  expect(slownessOf(50, 0.4)).toBe(1);
  expect(slownessOf(0, 0)).toBe(1);
});

it('timers that take three times as long stretch every deadline to three times its length', () => {
  expect(slownessOf(150, 0)).toBe(3);
});

it('four processes for each core stretch every deadline, even when timers are on time', () => {
  expect(slownessOf(50, 4)).toBe(4);
});

it('a stretched deadline is never shorter, and is not without end', () => {
  expect(slownessOf(60_000, 500)).toBe(20);
  expect(slowness()).toBeGreaterThanOrEqual(1);
  expect(stretched(100)).toBeGreaterThanOrEqual(100);
});
