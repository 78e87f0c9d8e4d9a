import { randomUUID } from 'node:crypto';
import { stretched, until } from '@warmline/test-kit';
import type { Refusal } from '@warmline/vocabulary';
import { Deployment } from '../../test/deployment/deployment';
import { aConsole, aStaffMember, signIn } from '../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false, more: { DATABASE_POOL: '8' } });
});
afterAll(() => deployment.stop());

const untilTooFast = async (visitor: Visitor): Promise<Refusal | null> => {
  for (let sent = 0; sent < deployment.config.MESSAGES_PER_20S + 1; sent += 1) {
    const refusal = await visitor.refusal('message:send', { id: randomUUID(), body: 'again' });
    if (refusal !== null) return refusal;
  }
  return null;
};

describe('limits', () => {
  it('limits refuse the page that is too fast, and no other one on the same network', async () => {
    const [fast, other] = [
      await aVisitor().waitingAt(deployment.gateway()),
      await aVisitor().waitingAt(deployment.gateway()),
    ];
    expect(await untilTooFast(fast)).toBe('too_fast');
    expect(await other.refusal('message:send', { id: randomUUID(), body: 'only this' })).toBeNull();
    const third = await aVisitor().waitingAt(deployment.gateway());
    expect(await third.refusal('message:send', { id: randomUUID(), body: 'only this' })).toBeNull();
  });
});

/** Of the gateway's connections, those that wait for a locked row. */
const blocked = (): Promise<number> =>
  deployment.database.count(
    `pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );

describe('the connections to Postgres', () => {
  it('[SEC5] are never all in use by visitors: staff sign in and work beside commands that are stuck', async () => {
    const gateway = deployment.gateway();
    const console = await aConsole(deployment, gateway);
    const person = await aStaffMember(deployment);
    const visitors = await Promise.all(Array.from({ length: 24 }, () => aVisitor().waitingAt(gateway)));
    await deployment.database.session(async (locking) => {
      await locking.query('begin');
      await locking.query('select 1 from conversation for update');
      const stuck = visitors.map((visitor) => visitor.ask('conversation:end', {}));
      await until('visitors to use all that they may', async () => (await blocked()) >= 6);
      const started = performance.now();
      await signIn(gateway, person);
      await console.must('desk:open', {});
      const took = performance.now() - started;
      expect(await blocked()).toBeLessThanOrEqual(6);
      await locking.query('rollback');
      expect(took).toBeLessThan(stretched(1_500));
      const answers = await Promise.all(stuck);
      // Who could not be served in time is told so, and their page tries again.
      for (const answer of answers)
        if (!answer.ok) expect(['unavailable', 'server_busy']).toContain(answer.refusal);
      expect(answers.some(({ ok }) => ok)).toBe(true);
    });
  });
});
