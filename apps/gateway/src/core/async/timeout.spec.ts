import { setTimeout as delay } from 'node:timers/promises';
import { stretched } from '@warmline/test-kit/testing';
import { answerWithin, settleWithin, TookTooLong } from './timeout';

const never = (): Promise<never> => new Promise(() => undefined);

describe('settleWithin', () => {
  it('resolves as soon as the work has ended', async () => {
    const began = performance.now();
    await settleWithin(10_000, Promise.resolve('done'));
    expect(performance.now() - began).toBeLessThan(stretched(5_000));
  });

  it('resolves when the work fails', async () => {
    await expect(settleWithin(10_000, Promise.reject(new Error('failed')))).resolves.toBeUndefined();
  });

  it('resolves after the limit when the work never ends', async () => {
    await expect(settleWithin(5, never())).resolves.toBeUndefined();
  });

  it('resolves at once when there is no work', async () => {
    await expect(settleWithin(10_000, undefined)).resolves.toBeUndefined();
  });
});

describe('answerWithin', () => {
  it('answers what the work answers', async () => {
    expect(await answerWithin(10_000, Promise.resolve(7))).toBe(7);
  });

  it('rejects with the failure of the work', async () => {
    await expect(answerWithin(10_000, Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  });

  it('rejects with TookTooLong when the work takes longer than the limit', async () => {
    await expect(answerWithin(5, never())).rejects.toBeInstanceOf(TookTooLong);
  });

  it('leaves no failure unhandled that comes after the limit', async () => {
    let fail = (_error: Error): void => undefined;
    const work = new Promise<never>((_resolve, reject) => {
      fail = reject;
    });
    await expect(answerWithin(5, work)).rejects.toBeInstanceOf(TookTooLong);
    fail(new Error('too late'));
    await delay(1);
  });
});
