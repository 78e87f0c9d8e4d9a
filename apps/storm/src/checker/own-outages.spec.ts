import { OwnOutages } from './own-outages';

const momentsOf = (...strikes: readonly (readonly [number, string, string])[]): number[] => {
  const outages = new OwnOutages();
  for (const [w, what, target] of strikes)
    outages.see({ k: 'nemesis', at: w, what, target, kill: false, ln: w, t: w, w });
  return outages.moments;
};

describe('outages of our own', () => {
  it('[ASG5] are of the database and of every line to it', () => {
    expect(momentsOf([1, 'sigkill', 'postgres'], [2, 'reset', 'gateway 0>postgres'])).toEqual([1, 2]);
    expect(momentsOf([1, 'sigkill', 'redis'], [2, 'reset', 'worker 0>redis'])).toEqual([]);
  });

  it('[ASG4] are no worker that is gone alone, for the other one sweeps, but both at once', () => {
    expect(momentsOf([1, 'sigkill', 'worker 0'], [2, 'healed', 'worker 0'])).toEqual([]);
    expect(
      momentsOf([1, 'sigkill', 'worker 0'], [2, 'sigstop', 'worker 1'], [3, 'healed', 'worker 0']),
    ).toEqual([2, 3]);
    expect(momentsOf([1, 'sigkill', 'worker 0'], [2, 'black_hole', 'worker 1>postgres'])).toEqual([2]);
  });
});
