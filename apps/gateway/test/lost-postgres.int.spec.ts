import { randomUUID } from 'node:crypto';
import { until } from '@warmline/test-kit';
import { Deployment } from './deployment/deployment';
import { aResponder, type Console, type HeldHere } from './deployment/staff';
import { aVisitor, type Visitor } from './deployment/visitor';

let deployment: Deployment;
let visitor: Visitor;
let responder: Console;
let held: HeldHere;
beforeAll(async () => {
  deployment = await Deployment.start();
  visitor = await aVisitor().waitingAt(deployment.gateway());
  responder = await aResponder(deployment);
  held = await responder.takes(visitor.id);
});
afterAll(() => deployment.stop());

const storedCount = (id: string): Promise<number> =>
  deployment.database.count('timeline_entry where id = $1', [id]);

const isDone = (reply: unknown): boolean =>
  typeof reply === 'object' && Reflect.get(reply ?? {}, 'ok') === true;
/** The visitor’s page sends it again until it is acknowledged. */
const isStored = (message: { readonly id: string; readonly body: string }): Promise<unknown> =>
  until('the same id to be accepted', async () => (await visitor.ask('message:send', message)).ok);

describe('Postgres', () => {
  it('[MSG5] that cannot be reached: no acknowledgement, and afterwards the same id is stored once, with no restart', async () => {
    const [ours, theirs] = [
      { id: randomUUID(), body: 'while it is away' },
      { id: randomUUID(), body: 'an answer while it is away' },
    ];
    await deployment.database.goesAway();
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await visitor.refusal('message:send', ours)).toBe('unavailable');
      expect(await responder.refusal('message:send', { ...held, ...theirs })).toBe('unavailable');
    }
    expect(await visitor.refusal('timeline:read', { after: 0 })).toBe('unavailable');
    expect((await fetch(`${deployment.gateway().url}/readyz`)).status).toBe(503);
    expect((await fetch(`${deployment.gateway().url}/healthz`)).status).toBe(200);
    await deployment.database.comesBack();
    await isStored(ours);
    await until(
      'the same id to be accepted',
      async () => (await responder.ask('message:send', { ...held, ...theirs })).ok,
    );
    expect([await storedCount(ours.id), await storedCount(theirs.id)]).toEqual([1, 1]);
    await responder.reads(held);
    await visitor.says('after it came back');
    await responder.hears('timeline:appended', ({ entries }) =>
      entries.some((entry) => entry.kind === 'message' && entry.body === 'after it came back'),
    );
  });

  it('[MSG5] that does not commit: nothing is acknowledged before it does', async () => {
    const message = { id: randomUUID(), body: 'not before COMMIT' };
    const answer = await deployment.database.session(async (client) => {
      await client.query('begin');
      await client.query('lock table timeline_entry in exclusive mode');
      const before = visitor.replies.length;
      const asked = visitor.ask('message:send', message);
      await until('the append to wait for the lock', async () =>
        deployment.database
          .count(`pg_locks where not granted and relation = 'timeline_entry'::regclass`)
          .then(Boolean),
      );
      for (let round = 0; round < 5; round += 1) await responder.must('desk:open', {});
      // A late machine may give up by then, and say so.
      expect(visitor.replies.slice(before).filter(isDone)).toEqual([]);
      await client.query('commit');
      return asked;
    });
    if (!answer.ok) await isStored(message);
    expect(await storedCount(message.id)).toBe(1);
  });

  it('[MSG5] whose commit fails: nothing is acknowledged, and nothing is stored', async () => {
    await deployment.database.sql(`
      create function fail_at_commit() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
      create constraint trigger fails after insert on timeline_entry deferrable initially deferred
        for each row execute function fail_at_commit();`);
    const message = { id: randomUUID(), body: 'fails at COMMIT' };
    expect(await visitor.refusal('message:send', message)).toBe('unavailable');
    expect(await storedCount(message.id)).toBe(0);
    await deployment.database.sql('drop trigger fails on timeline_entry');
    await isStored(message);
    expect(await storedCount(message.id)).toBe(1);
  });
});
