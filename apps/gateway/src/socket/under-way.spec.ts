import { UnderWay } from './under-way';

describe('what is under way', () => {
  it('[OPS1] is waited for, with what comes meanwhile, however it ends', async () => {
    const underWay = new UnderWay();
    const done: string[] = [];
    let second: Promise<void> | null = null;
    const first = underWay.of(
      Promise.resolve().then(() => {
        done.push('first');
        second = underWay.of(Promise.resolve().then(() => void done.push('second')));
        throw new Error('failed');
      }),
    );
    await underWay.settled(1_000);
    expect(done).toEqual(['first', 'second']);
    expect(underWay.count).toBe(0);
    await expect(first).rejects.toThrow('failed');
    expect(second).not.toBeNull();
  });

  it('[OPS1] that never ends is not waited for for ever', async () => {
    const underWay = new UnderWay();
    void underWay.of(new Promise(() => undefined));
    await underWay.settled(10);
    expect(underWay.count).toBe(1);
  });
});
