import { CommandsInProgress } from './commands-in-progress';

describe('what is under way', () => {
  it('[OPS1] is waited for, with what comes meanwhile, however it ends', async () => {
    const underWay = new CommandsInProgress();
    const done: string[] = [];
    let second: Promise<void> | null = null;
    const first = underWay.track(
      Promise.resolve().then(() => {
        done.push('first');
        second = underWay.track(Promise.resolve().then(() => void done.push('second')));
        throw new Error('failed');
      }),
    );
    await underWay.settleWithin(1_000);
    expect(done).toEqual(['first', 'second']);
    expect(underWay.count).toBe(0);
    await expect(first).rejects.toThrow('failed');
    expect(second).not.toBeNull();
  });

  it('[OPS1] that never ends is not waited for for ever', async () => {
    const underWay = new CommandsInProgress();
    void underWay.track(new Promise(() => undefined));
    await underWay.settleWithin(10);
    expect(underWay.count).toBe(1);
  });
});
