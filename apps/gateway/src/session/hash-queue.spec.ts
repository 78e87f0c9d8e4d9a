import { readFile } from 'node:fs/promises';
import { hash } from '@node-rs/argon2';
import { Busy, HashQueue, type Asker } from './hash-queue';

/** A queue whose work ends when the test says so. `began` names whose work has begun, in order. */
const aQueue = () => {
  const queue = new HashQueue();
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (key: string, more: Partial<Asker> = {}): Promise<string> =>
    queue.run({ key, isKnown: false, ...more }, async () => {
      began.push(key);
      await new Promise<void>((resolve) => ends.set(key, resolve));
      return key;
    });
  const settle = (): Promise<void> => new Promise(setImmediate);
  const end = async (key: string): Promise<void> => {
    ends.get(key)?.();
    await settle();
  };
  return { ask, began, end, settle };
};

const strangers = (count: number): string[] => Array.from({ length: count }, (_, number) => `s${number}`);

describe('the queue for hashes', () => {
  it('runs one of a stranger and one of a known device at once, two of known devices, and never more', async () => {
    const { ask, began, end, settle } = aQueue();
    for (const key of ['s0', 's1']) void ask(key);
    for (const key of ['k0', 'k1']) void ask(key, { isKnown: true });
    await settle();
    expect(began).toEqual(['s0', 'k0']);
    await end('k0');
    expect(began).toEqual(['s0', 'k0', 'k1']);
    await end('s0');
    expect(began).toEqual(['s0', 'k0', 'k1', 's1']);
  });

  it('tells strangers that it is busy when their places are taken, and still takes a known device at once', async () => {
    const { ask, began, settle } = aQueue();
    const asked = strangers(16).map((key) => ask(key));
    await expect(ask('one more')).rejects.toBeInstanceOf(Busy);
    void ask('known', { isKnown: true });
    await settle();
    expect(began).toEqual(['s0', 'known']);
    expect(asked).toHaveLength(16);
  });

  it('gives one name two places, however often it is tried', async () => {
    const { ask } = aQueue();
    for (const again of ['same', 'same']) void ask(again);
    await expect(ask('same')).rejects.toMatchObject({ retryAfter: 2 });
    void ask('another');
  });

  it('takes someone who has gone out of the queue and never begins their work', async () => {
    const { ask, began, end } = aQueue();
    const gone = new AbortController();
    void ask('s0');
    const left = ask('s1', { signal: gone.signal });
    void ask('s2');
    gone.abort();
    await expect(left).rejects.toBeInstanceOf(Busy);
    await end('s0');
    expect(began).toEqual(['s0', 's2']);
  });

  it('goes on after work that failed', async () => {
    const queue = new HashQueue();
    const fails = queue.run({ key: 'a', isKnown: false }, () => Promise.reject(new Error('no database')));
    await expect(fails).rejects.toThrow('no database');
    await expect(queue.run({ key: 'a', isKnown: false }, () => Promise.resolve(1))).resolves.toBe(1);
  });

  it('leaves threads for files while two passwords are hashed, which four at once would not', async () => {
    const SLOW = { memoryCost: 65_536, timeCost: 8, parallelism: 1 } as const;
    const queue = new HashQueue();
    let hashed = 0;
    const hashes = ['a', 'b'].map((key) =>
      queue.run({ key, isKnown: true }, async () => {
        await hash('a long password', SLOW);
        hashed += 1;
      }),
    );
    await readFile(import.meta.filename);
    expect(hashed).toBe(0);
    await Promise.all(hashes);
  });
});
