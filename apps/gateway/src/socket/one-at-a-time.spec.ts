import { makeLog } from '../core/log';
import { OneAtATime } from './one-at-a-time';

const given = () => {
  const lines: string[] = [];
  return { lines, pushes: new OneAtATime(makeLog('warn', 'gateway', { write: (line) => lines.push(line) })) };
};
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

/** Jobs that are done when told. */
const jobs = () => {
  const began: string[] = [];
  const ends: (() => void)[] = [];
  const job = (name: string) => () => {
    began.push(name);
    return new Promise<void>((end) => ends.push(end));
  };
  const endOne = async (): Promise<void> => {
    ends.shift()?.();
    await settle();
  };
  return { began, job, endOne };
};

describe('one at a time', () => {
  it('runs once more, with the newest job, when asked meanwhile however often', async () => {
    const [{ pushes }, { began, job, endOne }] = [given(), jobs()];
    for (const name of ['first', 'second', 'third']) pushes.run('desk', job(name));
    expect(began).toEqual(['first']);
    await endOne();
    expect(began).toEqual(['first', 'third']);
    await endOne();
    expect(began).toEqual(['first', 'third']);
    pushes.run('desk', job('later'));
    expect(began).toEqual(['first', 'third', 'later']);
  });

  it('keeps nobody waiting for another key', () => {
    const [{ pushes }, { began, job }] = [given(), jobs()];
    pushes.run('desk', job('desk'));
    pushes.run('board', job('board'));
    expect(began).toEqual(['desk', 'board']);
  });

  it.each<[string, () => Promise<void>]>([
    ['rejects', () => Promise.reject(new Error('no database'))],
    [
      'throws at once',
      () => {
        throw new Error('no database');
      },
    ],
  ])('goes on after a job that %s, and says so in the log', async (_, failing) => {
    const [{ pushes, lines }, { began, job }] = [given(), jobs()];
    pushes.run('desk', failing);
    pushes.run('desk', job('next'));
    await settle();
    expect(began).toEqual(['next']);
    expect(lines).toHaveLength(1);
  });
});
