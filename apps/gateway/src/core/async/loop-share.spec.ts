import { LoopShare } from './loop-share';

/** A loop on which each piece of work takes so long (ms). */
const aLoop = () => {
  const at = { now: 0, busy: 0, waited: 0 };
  const turns: (() => void)[] = [];
  const share = new LoopShare({
    now: () => at.now,
    busy: () => at.busy,
    wait: (milliseconds) => {
      at.now += milliseconds;
      at.waited += milliseconds;
      turns.splice(0).forEach((callback) => callback());
      return Promise.resolve();
    },
    nextTurn: (callback) => turns.push(callback),
  });
  const work = (milliseconds: number): void => {
    at.now += milliseconds;
    at.busy += milliseconds;
  };
  /** Something else takes a turn of this length. */
  const others = (milliseconds: number): void => {
    work(milliseconds);
    turns.splice(0).forEach((callback) => callback());
  };
  return { at, share, work, others };
};

describe('the share of the event loop', () => {
  it('is all there while little is done', async () => {
    const { at, share, others } = aLoop();
    for (let turn = 0; turn < 100; turn += 1) {
      await share.room();
      others(1);
      at.now += 2;
    }
    expect(at.waited).toBe(0);
  });

  it('[SEC4] leaves half of the time to others when there is more to begin', async () => {
    const { at, share, work } = aLoop();
    for (let turn = 0; turn < 1_000; turn += 1) {
      await share.room();
      work(1);
    }
    expect(at.busy / at.now).toBeGreaterThan(0.45);
    expect(at.busy / at.now).toBeLessThan(0.56);
  });

  it('[SEC5] lets some begin in every window, however busy others keep the loop', async () => {
    const { at, share, others } = aLoop();
    for (let turn = 0; turn < 200; turn += 1) {
      await share.room();
      if (turn % 4 === 3) others(20);
    }
    // Four in each 20 ms.
    expect(at.now).toBeLessThanOrEqual(50 * 22);
  });

  it('[SEC4] lets others have their turn, however long what begins takes', async () => {
    const { at, share, work } = aLoop();
    for (let turn = 0; turn < 50; turn += 1) {
      await share.room();
      work(30);
    }
    expect(at.waited).toBeGreaterThanOrEqual(12);
  });
});
