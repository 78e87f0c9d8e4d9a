import { setImmediate as turn } from 'node:timers/promises';
import { Coalescer } from './coalesce';

/** Jobs that end when they are told. */
const coalescing = () => {
  const began: string[] = [];
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const coalescer = new Coalescer<string>((key) => {
    began.push(key);
    return new Promise<void>((resolve, reject) => ends.push({ resolve, reject }));
  });
  const endOne = async (error?: Error): Promise<void> => {
    const end = ends.shift();
    if (error === undefined) end?.resolve();
    else end?.reject(error);
    await turn();
  };
  return { coalescer, began, endOne };
};

describe('Coalescer', () => {
  it('runs once more, however often it was called during a run', async () => {
    const { coalescer, began, endOne } = coalescing();
    for (let call = 0; call < 3; call += 1) void coalescer.run('desk');
    expect(began).toEqual(['desk']);
    await endOne();
    expect(began).toEqual(['desk', 'desk']);
    await endOne();
    expect(began).toEqual(['desk', 'desk']);
    void coalescer.run('desk');
    expect(began).toEqual(['desk', 'desk', 'desk']);
  });

  it('keeps no key waiting for another', () => {
    const { coalescer, began } = coalescing();
    void coalescer.run('desk');
    void coalescer.run('wallboard');
    expect(began).toEqual(['desk', 'wallboard']);
  });

  it('resolves a call only when a run that began after it has ended', async () => {
    const { coalescer, endOne } = coalescing();
    let isDone = false;
    void coalescer.run('desk');
    void coalescer.run('desk').then(() => {
      isDone = true;
    });
    await endOne();
    expect(isDone).toBe(false);
    await endOne();
    expect(isDone).toBe(true);
  });

  it('rejects every call when its run fails, and runs again when it is called again', async () => {
    const { coalescer, began, endOne } = coalescing();
    const calls = [coalescer.run('desk'), coalescer.run('desk')].map((call) =>
      call.catch((error: Error) => error.message),
    );
    await endOne(new Error('no database'));
    expect(await Promise.all(calls)).toEqual(['no database', 'no database']);
    void coalescer.run('desk');
    expect(began).toEqual(['desk', 'desk']);
  });

  it('loses no call that comes in the turn in which a run ends', async () => {
    const { coalescer, began, endOne } = coalescing();
    void coalescer.run('desk').then(() => coalescer.run('desk'));
    await endOne();
    expect(began).toEqual(['desk', 'desk']);
  });

  it('starts nothing more after a stop, and waits for what is running', async () => {
    const { coalescer, began, endOne } = coalescing();
    void coalescer.run('desk');
    void coalescer.run('desk');
    const stopped = coalescer.stop();
    await endOne();
    await stopped;
    expect(began).toEqual(['desk']);
  });
});
