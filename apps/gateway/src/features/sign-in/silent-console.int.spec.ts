import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, Console, signIn, type HeldHere } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2, timeScale: 0.25 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

interface Talking {
  readonly visitor: Visitor;
  /** Sends nothing from now on. */
  readonly responder: Console;
  readonly held: HeldHere;
}

const aConversation = async (): Promise<Talking> => {
  const visitor = await aVisitor().waitingAt(deployment.gateway(0));
  const responder = await aResponder(deployment, deployment.gateway(1));
  return { visitor, responder, held: await responder.takes(visitor.id) };
};

/** Changes the stored session or person. No gateway is told: as if every hint were lost. */
const change = (what: string, { responder }: Talking): Promise<unknown> =>
  deployment.database.sql(what, [responder.person.id]);

const stateOf = async ({ visitor }: Talking): Promise<string> =>
  (
    await deployment.database.one<{ state: string }>('select state from conversation where id = $1', [
      visitor.id,
    ])
  ).state;

const endOf = async ({ responder }: Talking): Promise<string | null> =>
  (
    await deployment.database.one<{ reason: string | null }>(
      `select reason from audit_entry where action = 'signed_out' and $1 in (actor_id, whom)`,
      [responder.person.id],
    )
  ).reason;

const SESSION = 'update staff_session set';
const OVER: readonly (readonly [why: string, sql: string, recorded: string])[] = [
  ['unused for an hour', `${SESSION} used_at = now() - interval '61 minutes' where staff_id = $1`, 'idle'],
  [
    'older than twelve hours, however much it is used',
    `${SESSION} began_at = now() - interval '12 hours' where staff_id = $1`,
    'expired',
  ],
  ['of someone who was deactivated', 'update staff set active = false where id = $1', 'revoked'],
  ['of someone with another role now', `update staff set role = 'supervisor' where id = $1`, 'revoked'],
];

describe('a console that sends nothing', () => {
  it.each(OVER)(
    '[SEC2] hears nothing more and gives its visitor back once its session is %s',
    async (_, sql, recorded) => {
      const talking = await aConversation();
      const { visitor, responder } = talking;
      const closed = responder.closes();
      await change(sql, talking);
      await closed;
      expect(responder.notices('session:ended')).toHaveLength(1);
      await until('the visitor to wait again', async () => (await stateOf(talking)) === 'waiting');
      await visitor.says('Is anyone there?');
      expect(responder.everything()).not.toContain('Is anyone there?');
      expect(await endOf(talking)).toBe(recorded);
    },
  );

  it('[SEC2] closes when its person signs out in another tab, also when no gateway is told', async () => {
    const talking = await aConversation();
    const closed = talking.responder.closes();
    await change(`${SESSION} ended_at = now() where staff_id = $1`, talking);
    await closed;
    await until('the visitor to wait again', async () => (await stateOf(talking)) === 'waiting');
  });

  it('goes on in another tab without a word when its person signs in again in one tab', async () => {
    const talking = await aConversation();
    const { responder } = talking;
    const closed = responder.closes();
    const cookie = await signIn(deployment.gateway(0), responder.person, responder.cookie);
    // The other tab may be quicker than the answer that brings the new cookie.
    await expect(responder.again(deployment.gateway(1))).rejects.toThrow('unavailable');
    await closed;
    expect(responder.notices('session:ended')).toHaveLength(0);
    const otherTab = await Console.connected(deployment.gateway(1), { person: responder.person, cookie });
    await otherTab.says(talking.held, 'I am still here');
    expect(await endOf(talking)).toBe('replaced');
    expect(await stateOf(talking)).toBe('talking');
  });

  it('[SEC2] closes when its person begins a sixth session, and the others go on with the conversation', async () => {
    const talking = await aConversation();
    const { responder } = talking;
    const closed = responder.closes();
    for (let more = 1; more <= 5; more += 1) await signIn(deployment.gateway(0), responder.person);
    await closed;
    expect(await endOf(talking)).toBe('too_many');
    expect(await stateOf(talking)).toBe('talking');
    expect(
      await deployment.database.count('staff_session where staff_id = $1 and ended_at is null', [
        responder.person.id,
      ]),
    ).toBe(5);
  });

  it('[ASG4] stays connected as long as its session is valid', async () => {
    const talking = await aConversation();
    const polls = async (): Promise<number> =>
      (
        await deployment.database.one<{ age: number }>(
          'select extract(epoch from clock_timestamp() - began_at)::float8 as age from staff_session where staff_id = $1',
          [talking.responder.person.id],
        )
      ).age;
    await until('several polls to pass', async () => (await polls()) > 3);
    expect(talking.responder.socket.connected).toBe(true);
    expect(await stateOf(talking)).toBe('talking');
  });
});
