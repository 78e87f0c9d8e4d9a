import { waitAfterCrash } from './services.ts';

it('a crashed service is soon started again, each further time a little later', () => {
  const waits = [1, 2, 3, 4, 5].map((times) =>
    waitAfterCrash(Array.from({ length: times }, (_, i) => i * 1_000)),
  );
  expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000]);
});

it('the sixth crash within a minute is one too many', () => {
  expect(waitAfterCrash([0, 1_000, 2_000, 3_000, 4_000, 59_999])).toBeUndefined();
});

it('crashes of more than a minute ago do not count', () => {
  expect(waitAfterCrash([0, 1_000, 2_000, 3_000, 4_000, 90_000])).toBe(250);
});
