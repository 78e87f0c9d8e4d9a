import { setTimeout as delay } from 'node:timers/promises';
import { BatchLoader } from './batch';

/** Long enough for what has no pause to be answered. */
const turn = (): Promise<void> => delay(5);

/** Answers wait until they are let go. */
const gathering = (most = 10, pause = 0) => {
  const answered: (readonly string[])[] = [];
  const complaints: unknown[] = [];
  const underWay: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const gathered = new BatchLoader<string>(
    (keys) => {
      answered.push(keys);
      return new Promise<void>((resolve, reject) => underWay.push({ resolve, reject }));
    },
    (error) => complaints.push(error),
    most,
    pause,
  );
  return { gathered, answered, complaints, underWay };
};

describe('gathering', () => {
  it('answers what one turn asks for together, each once', async () => {
    const { gathered, answered } = gathering();
    gathered.add(['a', 'b']);
    gathered.add(['b', 'c']);
    await turn();
    expect(answered).toEqual([['a', 'b', 'c']]);
  });

  it('gathers what is asked for while an answer is under way, the same once more: it may be newer', async () => {
    const { gathered, answered, underWay } = gathering();
    gathered.add(['a']);
    await turn();
    gathered.add(['a']);
    gathered.add(['b']);
    await turn();
    expect(answered).toEqual([['a']]);
    underWay[0]?.resolve();
    await turn();
    expect(answered).toEqual([['a'], ['a', 'b']]);
  });

  it('answers so many at most, and the rest after them', async () => {
    const { gathered, answered, underWay } = gathering(2);
    gathered.add(['a', 'b', 'c']);
    await turn();
    underWay[0]?.resolve();
    await turn();
    expect(answered).toEqual([['a', 'b'], ['c']]);
  });

  it('goes on after an answer that failed', async () => {
    const { gathered, answered, complaints, underWay } = gathering();
    gathered.add(['a']);
    await turn();
    gathered.add(['b']);
    underWay[0]?.reject(new Error('Postgres is silent'));
    await turn();
    expect(answered).toEqual([['a'], ['b']]);
    expect(complaints).toHaveLength(1);
    underWay[1]?.resolve();
    await turn();
    gathered.add(['c']);
    await turn();
    expect(answered.at(-1)).toEqual(['c']);
  });

  it('rests between two answers, and not before the first', async () => {
    const { gathered, answered, underWay } = gathering(10, 60);
    gathered.add(['a']);
    await turn();
    underWay[0]?.resolve();
    gathered.add(['b']);
    await turn();
    gathered.add(['c']);
    expect(answered).toEqual([['a']]);
    await delay(80);
    expect(answered).toEqual([['a'], ['b', 'c']]);
  });

  it('does nothing when nothing is asked for', async () => {
    const { gathered, answered } = gathering();
    gathered.add([]);
    await turn();
    expect(answered).toEqual([]);
  });
});
