import { randomUUID } from 'node:crypto';
import { until, type Person } from '@warmline/test-kit';
import { Deployment } from '../../test/deployment/deployment';
import { aStaffMember, Console, signIn } from '../../test/deployment/staff';
import { aVisitor } from '../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false, timeScale: 0.05 });
});
afterAll(() => deployment.stop());

interface Counted {
  readonly action: string;
  readonly reason: string;
  readonly count: number;
}

/** Of rows that count, added up: a minute may end at any time. */
const counted = (): Promise<Counted[]> =>
  deployment.database.sql<{ action: string; reason: string; count: number }>(
    `select action, reason, sum(count)::integer as count from audit_entry where count is not null
     group by action, reason order by reason`,
  );

const wrongPassword = async ({ signInName }: Person): Promise<number> => {
  const { status } = await fetch(`${deployment.gateway().url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName, password: 'a-canary-password' }),
  });
  return status;
};

/** How many of a visitor's messages were over the limit. */
const messagesOverTheLimit = async (): Promise<number> => {
  const visitor = await aVisitor().waitingAt(deployment.gateway());
  let tooFast = 0;
  for (let sent = 0; sent < deployment.config.MESSAGES_PER_20S + 3; sent += 1)
    if ((await visitor.refusal('message:send', { id: randomUUID(), body: 'again' })) === 'too_fast')
      tooFast += 1;
  return tooFast;
};

describe('the audit of what a gateway refused', () => {
  it('[AUD1] a refusal is one row with its count, about a minute later, while the gateway runs', async () => {
    const { status } = await fetch(`${deployment.gateway().url}/api/setup/people`);
    expect(status).toBe(401);
    const [row] = await until('the row of a minute', async () => {
      const rows = await counted();
      return rows.length > 0 && rows;
    });
    expect(row).toEqual({ action: 'requests_refused', reason: 'not_signed_in', count: 1 });
  });

  it('[AUD1] wrong passwords, refused commands and limits reached are counted without names, at a clean stop at the latest', async () => {
    const gateway = deployment.gateway();
    const before = await counted();
    const person = await aStaffMember(deployment);
    expect([await wrongPassword(person), await wrongPassword(person)]).toEqual([401, 401]);
    const cookie = await signIn(gateway, person);
    const desk = await Console.connected(gateway, { person, cookie });
    const setup = await fetch(`${gateway.url}/api/setup/people`, { headers: { cookie } });
    expect([setup.status, await desk.refusal('live_view:open', {})]).toEqual([403, 'not_allowed']);
    expect(await desk.refusal('timeline:read', { conversationId: randomUUID(), after: 0 })).toBe('not_found');
    const tooFast = await messagesOverTheLimit();
    expect(tooFast).toBeGreaterThan(0);

    await gateway.stop();
    deployment.gateways.pop();
    expect(await counted()).toEqual(
      [
        ...before,
        { action: 'requests_refused', reason: 'not_allowed', count: 2 },
        { action: 'requests_refused', reason: 'not_found', count: 1 },
        { action: 'limits_reached', reason: 'too_fast', count: tooFast },
        { action: 'sign_ins_failed', reason: 'wrong_sign_in', count: 2 },
      ].sort((one, other) => one.reason.localeCompare(other.reason)),
    );
    const rows = await deployment.database.sql('select * from audit_entry where count is not null');
    for (const row of rows)
      expect(row).toMatchObject({ actor_kind: 'system', actor_id: null, whom: null, conversation_id: null });
    const text = JSON.stringify(rows);
    for (const secret of [person.id, person.signInName, 'a-canary-password', '127.0.0.1', cookie])
      expect(text).not.toContain(secret);
  });
});
