import { timeLeftWords } from './time-left-words';

describe('the time left for a step', () => {
  it('is told in words that hardly ever change', () => {
    const told = [170, 91, 89, 60, 39, 14, 0].map((seconds) => timeLeftWords(seconds * 1_000, 0));
    expect(told).toEqual([
      'about 3 minutes left',
      'about 2 minutes left',
      'about a minute left',
      'about a minute left',
      'about half a minute left',
      'a few seconds left',
      'the time is up',
    ]);
  });
});
