import { mock } from 'node:test';
import { HOUR, instant, MINUTE } from '@warmline/kernel';
import type { SessionNow, SessionReadModel } from '@warmline/postgres';
import type { PeriodicJobs } from '../core/periodic-jobs';
import type { SignOut } from '../features/sign-in';
import type { ConnectedPages } from '../socket/connected-pages';
import type { StaffSocket } from '../socket/sockets';
import { SessionWatch } from './session-watch';

const began = instant(1_000_000);

/** A watch over one console of a responder. `answer`: what Postgres says of its session. */
const aWatch = (answer: () => Promise<Partial<SessionNow>[]>) => {
  const closed: string[] = [];
  const ended: string[] = [];
  let poll = (): Promise<void> => Promise.resolve();
  const socket = {
    data: { person: { session: 'a session', role: 'responder', furtherRoles: [] }, deadline: undefined },
    emit: (name: string) => closed.push(name),
    disconnect: () => closed.push('disconnected'),
  } as unknown as StaffSocket;
  const watch = new SessionWatch(
    { consoles: () => [socket] } as unknown as ConnectedPages,
    { findSessions: answer } as unknown as SessionReadModel,
    {
      endOver: (_: unknown, why: string) => {
        ended.push(why);
        return Promise.resolve();
      },
    } as unknown as SignOut,
    {
      timers: { pagePollInterval: 3_000 },
      start: (_name: string, _interval: number, job: () => Promise<void>) => {
        poll = job;
      },
    } as unknown as PeriodicJobs,
  );
  watch.onApplicationBootstrap();
  return { watch, socket, closed, ended, poll: () => poll() };
};

const aSession = (usedAt = began, now = began): Partial<SessionNow> => ({
  id: 'a session' as SessionNow['id'],
  beganAt: began,
  usedAt,
  endedAt: null,
  replaced: false,
  active: true,
  role: 'responder',
  furtherRoles: [],
  now,
});

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

/** Lets so many ms pass, and what they set off happen. */
const pass = async (span: number): Promise<void> => {
  mock.timers.tick(span);
  await new Promise(setImmediate);
};

describe('the watch over sessions of connected consoles', () => {
  it('[SEC2] closes a socket at the end of its session although Postgres does not answer', async () => {
    let isAway = false;
    const { closed, poll } = aWatch(() =>
      isAway ? Promise.reject(new Error('away')) : Promise.resolve([aSession()]),
    );
    await poll();
    isAway = true;
    await pass(HOUR - 1);
    expect(closed).toEqual([]);
    await pass(1);
    expect(closed).toEqual(['session:ended', 'disconnected']);
  });

  it('lets a session that was used elsewhere go on past the end that was known', async () => {
    let used = began;
    const { closed, poll, socket, watch } = aWatch(() => Promise.resolve([aSession(used, used)]));
    await poll();
    used = instant(began + 50 * MINUTE);
    await pass(HOUR);
    expect(closed).toEqual([]);
    await pass(HOUR - 1);
    expect(closed).toEqual([]);
    watch.forget(socket);
    await pass(2 * HOUR);
    expect(closed).toEqual([]);
  });

  it('closes a console whose session was replaced without a word, and nothing follows', async () => {
    const { closed, ended, poll } = aWatch(() =>
      Promise.resolve([{ ...aSession(), endedAt: began, replaced: true }]),
    );
    await poll();
    expect(closed).toEqual(['disconnected']);
    expect(ended).toEqual([]);
  });

  it('[SEC2] closes a console whose session is not known at all', async () => {
    const { closed, ended, poll } = aWatch(() => Promise.resolve([]));
    await poll();
    expect(closed).toEqual(['session:ended', 'disconnected']);
    expect(ended).toEqual(['chosen']);
  });
});
