import { parseSettings } from '../settings';
import { inSlowMotion, TooSlow } from './slow-motion';

const settings = parseSettings(['--seed', '5', '--seconds', '20']);

it('a quiet machine runs the storm as it was asked for', () => {
  expect(inSlowMotion(settings, 1_200)).toEqual(settings);
});

it('a machine three times slower runs the same storm three times slower', () => {
  expect(inSlowMotion(settings, 6_000)).toMatchObject({ seed: 5, seconds: 60, pace: 3 });
  expect(inSlowMotion(settings, 6_000).timeScale).toBeCloseTo(0.3);
});

it('a machine that is too slow is named with its seed', () => {
  expect(() => inSlowMotion(settings, 17_000)).toThrow(TooSlow);
  expect(() => inSlowMotion(settings, 17_000)).toThrow(/too slow for seed 5: a gateway took 17\.0 s/);
});

it('the deadlines of a storm in real time stay as they are', () => {
  expect(inSlowMotion({ ...settings, timeScale: 1 }, 4_000).timeScale).toBe(1);
});
