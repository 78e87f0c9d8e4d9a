import { setTimeout as delay } from 'node:timers/promises';
import { TimedCache } from './cache';

const FOREVER = Infinity;

const counting = (most?: number) => {
  let loads = 0;
  const cache = new TimedCache<string, string>(async (key) => {
    loads += 1;
    await delay(1);
    return `${key} ${loads}`;
  }, most);
  return { cache, loads: () => loads };
};

describe('TimedCache', () => {
  it('loads once for calls at the same time', async () => {
    const { cache, loads } = counting();
    const values = await Promise.all([cache.get(FOREVER, 'a'), cache.get(FOREVER, 'a')]);
    expect([values, loads()]).toEqual([['a 1', 'a 1'], 1]);
  });

  it('loads each key on its own', async () => {
    const { cache } = counting();
    expect(await cache.get(FOREVER, 'a')).toBe('a 1');
    expect(await cache.get(FOREVER, 'b')).toBe('b 2');
  });

  it('loads again when the value is older than the call accepts', async () => {
    const { cache } = counting();
    expect(await cache.get(FOREVER, 'a')).toBe('a 1');
    await delay(5);
    expect(await cache.get(FOREVER, 'a')).toBe('a 1');
    expect(await cache.get(2, 'a')).toBe('a 2');
  });

  it('loads again after it was told to forget', async () => {
    const { cache } = counting();
    expect(await cache.get(FOREVER, 'a')).toBe('a 1');
    cache.forget('a');
    expect(await cache.get(FOREVER, 'a')).toBe('a 2');
  });

  it('keeps so many keys at most, and lets the one that was loaded longest ago go', async () => {
    const { cache, loads } = counting(2);
    for (const key of ['a', 'b', 'a', 'c', 'b', 'c']) await cache.get(FOREVER, key);
    expect(loads()).toBe(3);
    expect(await cache.get(FOREVER, 'a')).toBe('a 4');
  });

  it('counts a key that is loaded again as new', async () => {
    const { cache } = counting(2);
    for (const key of ['a', 'b']) await cache.get(FOREVER, key);
    await delay(5);
    expect(await cache.get(2, 'a')).toBe('a 3');
    await cache.get(FOREVER, 'c');
    expect(await cache.get(FOREVER, 'a')).toBe('a 3');
  });

  it('does not keep a load that failed', async () => {
    let isBroken = true;
    const cache = new TimedCache(() =>
      isBroken ? Promise.reject(new Error('no database')) : Promise.resolve('fine'),
    );
    await expect(cache.get(FOREVER)).rejects.toThrow('no database');
    isBroken = false;
    expect(await cache.get(FOREVER)).toBe('fine');
  });
});
