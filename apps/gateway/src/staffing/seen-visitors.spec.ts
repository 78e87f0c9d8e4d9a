import { numbered } from '@warmline/kernel/testing';
import type { ConversationRow, Stores } from '@warmline/postgres';
import type { PeriodicJobs } from '../core/periodic-jobs';
import { Timers } from '../core/timers';
import type { Changes } from '../index/changes';
import type { AnsweringPages } from './answering-pages';
import { SeenVisitors } from './seen-visitors';

const ID = numbered.conversation(1);
const row = { id: ID, state: 'waiting', band: 1, epoch: 0, hold: 'unseen' } as ConversationRow;

/** `isAway`: Postgres answers nothing. */
const aWatch = () => {
  const noted: string[] = [];
  const postgres = { isAway: false };
  let poll = (): Promise<void> => Promise.resolve();
  const conversations = {
    lock: () => Promise.resolve({ row }),
    noteChanged: (id: string) => Promise.resolve(void noted.push(id)),
  };
  const seen = new SeenVisitors(
    { answering: () => new Set(), has: () => true } as unknown as AnsweringPages,
    {
      commit: (run: (stores: Stores) => Promise<unknown>) =>
        postgres.isAway ? Promise.reject(new Error('away')) : run({ conversations } as unknown as Stores),
    } as unknown as Changes,
    {
      timers: new Timers(1),
      start: (_name: string, _interval: number, job: () => Promise<void>) => {
        poll = job;
      },
    } as unknown as PeriodicJobs,
  );
  seen.onApplicationBootstrap();
  return { seen, noted, postgres, poll: () => poll() };
};

const settled = (): Promise<void> => new Promise(setImmediate);

describe('a word of someone in danger', () => {
  it('[RTE1] is noted when it comes after the page has opened its conversation', async () => {
    const { seen, noted } = aWatch();
    seen.came(row);
    await seen.wrote(ID);
    expect(noted).toEqual([ID]);
  });

  it('[RTE1] is noted when it is stored while the page is still opening its conversation', async () => {
    const { seen, noted } = aWatch();
    await seen.wrote(ID);
    expect(noted).toEqual([]);
    // Read before the word was stored.
    seen.came(row);
    await settled();
    expect(noted).toEqual([ID]);
  });

  it('[RTE1] is noted with the next poll when Postgres was away', async () => {
    const { seen, noted, postgres, poll } = aWatch();
    await seen.wrote(ID);
    postgres.isAway = true;
    seen.came(row);
    await settled();
    expect(noted).toEqual([]);
    postgres.isAway = false;
    await poll();
    expect(noted).toEqual([ID]);
    await poll();
    expect(noted).toEqual([ID]);
  });
});
