import { OwnOutages } from './own-outages';

const momentsOf = (...strikes: readonly (readonly [number, string, string])[]): number[] => {
  const outages = new OwnOutages();
  for (const [w, what, target] of strikes)
    outages.see({ k: 'nemesis', at: w, what, target, kill: false, ln: w, t: w, w });
  return outages.moments;
};

describe('outages of our own', () => {
  it('[ASG5] are of the database, and of no single line to it', () => {
    expect(momentsOf([1, 'sigkill', 'postgres'], [2, 'cut_reply', 'gateway 0>postgres'])).toEqual([1]);
    expect(momentsOf([1, 'sigkill', 'redis'], [2, 'reset', 'worker 0>redis'])).toEqual([]);
  });

  it('[ASG4] are no worker that is gone alone, for the other one sweeps, but both at once', () => {
    expect(momentsOf([1, 'sigkill', 'worker 0'], [2, 'healed', 'worker 0'])).toEqual([]);
    expect(
      momentsOf([1, 'sigkill', 'worker 0'], [2, 'sigstop', 'worker 1'], [3, 'healed', 'worker 0']),
    ).toEqual([2, 3]);
    expect(momentsOf([1, 'sigkill', 'worker 0'], [2, 'black_hole', 'worker 1>postgres'])).toEqual([2]);
  });

  it('[ASG4] are no gateway that is gone alone, for consoles move to the other, but both at once', () => {
    expect(momentsOf([1, 'sigkill', 'gateway 0'], [2, 'healed', 'gateway 0'])).toEqual([]);
    expect(
      momentsOf([1, 'sigstop', 'gateway 0'], [2, 'sigkill', 'gateway 1'], [3, 'healed', 'gateway 0']),
    ).toEqual([2, 3]);
  });

  it('[ASG5] end when both ways of being struck have ended, and a line that was reset is no service that is gone', () => {
    expect(
      momentsOf(
        [1, 'sigkill', 'worker 0'],
        [2, 'black_hole', 'worker 0>postgres'],
        [3, 'healed', 'worker 0'],
        [4, 'sigkill', 'worker 1'],
      ),
    ).toEqual([4]);
    expect(momentsOf([1, 'reset', 'worker 0>postgres'], [2, 'sigkill', 'worker 1'])).toEqual([]);
  });
});
