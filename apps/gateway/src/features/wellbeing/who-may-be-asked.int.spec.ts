import type { Desk } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { until, type PersonSetUp } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';
import { MakeOffer } from '../offers/make-offer';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
  // Before any message: a gateway keeps the words it has read.
  await sql(
    `insert into watched_words (service_id, language, words, promotes, topic)
     values ($1, 'en', 'my father died', false, 'bereavement')`,
    deployment.service,
  );
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const here = () => deployment.gateway(0);
const there = () => deployment.gateway(1);
const sql = (text: string, ...parameters: unknown[]): Promise<unknown> =>
  deployment.database.sql(text, parameters);

/** Each obstacle to getting offers, written straight to the database. */
const HINDERED: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
  'on a break': (id) =>
    sql(
      `insert into staff_break (id, staff_id, began_at, until)
       values (gen_random_uuid(), $1, now(), now() + interval '10 minutes')`,
      id,
    ),
  'waiting for a break': (id) => sql('update staff set break_wanted = true where id = $1', id),
  'in the quiet after a conversation': (id) =>
    sql('update staff set cool_down_since = now() where id = $1', id),
  'resting after a heavy one': (id) =>
    sql(`update staff set heavy_since = now() - interval '14 minutes' where id = $1`, id),
  'over the hours of a day': (id) =>
    sql(
      `insert into shift (id, service_id, staff_id, began_at, ends_at, ended_at, check_in, checked_in_at, takes_surge)
       select gen_random_uuid(), service_id, id, now() - interval '6 hours', now() - interval '2 hours',
         now() - interval '2 hours', 'yes', now(), false from staff where id = $1`,
      id,
    ),
  'over the hours of a week': (id) =>
    sql(
      `insert into shift (id, service_id, staff_id, began_at, ends_at, ended_at, check_in, checked_in_at, takes_surge)
       select gen_random_uuid(), service_id, id, now() - d * interval '1 day', now() - d * interval '1 day' + interval '3 hours',
         now() - d * interval '1 day' + interval '3 hours', 'yes', now(), false
       from staff, generate_series(2, 5) d where id = $1`,
      id,
    ),
  'not up to it today': (id) => sql(`update shift set check_in = 'not_today' where staff_id = $1`, id),
  'without core training': (id) =>
    sql(
      `update training_record set expires_at = now() where staff_id = $1 and module = 'core_safeguarding'`,
      id,
    ),
  'without data protection training': (id) =>
    sql(`delete from training_record where staff_id = $1 and module = 'data_protection'`, id),
  'out of practice': (id) => sql(`update staff set active_at = now() - interval '36 days' where id = $1`, id),
};

/** Expects that this person gets no offer, and that a colleague who connects later gets it. */
const isPassedOver = async (console: Console, visitor: ConversationId): Promise<void> => {
  const other = await aResponder(deployment, there());
  await other.isOffered(({ conversationId }) => conversationId === visitor);
  expect((await console.must('desk:open', {})).offer).toBeNull();
  await other.must('availability:set', { availability: 'away' });
  const proposal = { conversation: visitor, staff: console.person.id, opensFor: 60_000, surge: false };
  const asked = await Promise.all(
    [here(), there()].map((gateway) => gateway.app.get(MakeOffer, { strict: false }).makeOffer(proposal)),
  );
  expect(asked).toEqual([false, false]);
};

const hindered = async (how: (id: string) => Promise<unknown>, setUp: PersonSetUp = {}): Promise<Console> => {
  const console = await aResponder(deployment, here(), setUp);
  await how(console.person.id);
  return console;
};

describe('who gets no offers', () => {
  it.each(Object.entries(HINDERED))('[RTE5] a person who is %s gets no offers', async (_, how) => {
    const console = await hindered(how);
    const visitor = await aVisitor().waitingAt(here());
    await isPassedOver(console, visitor.id);
  });

  it('[RTE5] a third heavy conversation in a row goes to another person, and a standard one does not', async () => {
    const console = await aResponder(deployment, here());
    for (const band of [1, 1])
      await sql(
        `with talk as (
           insert into conversation (id, service_id, start_id, token_hash, state, band, language, dek_wrapped, kek_day,
             entered_at, waiting_since, ended_at, end_reason)
           select gen_random_uuid(), service_id, gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), 'ended', $2, 'en',
             '\\x00', current_date + 90, now(), now(), now(), 'visitor_ended' from staff where id = $1 returning id)
         insert into holding (conversation_id, epoch, staff_id, began_at, ended_at, wrapped_up_at, lease_until)
         select id, 1, $1, clock_timestamp(), clock_timestamp(), now(), now() from talk`,
        console.person.id,
        band,
      );
    const urgent = await aVisitor().inDanger().waitingAt(here());
    await isPassedOver(console, urgent.id);
    const standard = await aVisitor().waitingAt(there());
    await console.isOffered(({ conversationId }) => conversationId === standard.id);
  });

  it('[RTE2] a person without suicide safety training is offered visitors of band 3, and never band 1', async () => {
    const console = await aResponder(deployment, here(), { expired: ['suicide_safety'] });
    const urgent = await aVisitor().inDanger().waitingAt(there());
    await isPassedOver(console, urgent.id);
    const standard = await aVisitor().waitingAt(here());
    await console.isOffered(({ conversationId }) => conversationId === standard.id);
  });

  it('[RTE2] a person who muted a topic is not offered it, and gets other offers', async () => {
    const console = await aResponder(deployment, here());
    const first = await aVisitor().waitingAt(here());
    const offer = await console.isOffered(({ conversationId }) => conversationId === first.id);
    await console.must('offer:decline', { offerId: offer.id, muteTopic: 'bereavement' });
    await first.must('conversation:end', {});
    await console.must('availability:set', { availability: 'away' });
    const grieving = await aVisitor().arrivingAt(there());
    await grieving.starts();
    await grieving.says('My father DIED, in May');
    const view = await console.must('desk:open', {});
    expect(view.wellbeing.mutedTopics).toEqual(['bereavement']);
    await until('the topic to be known', async () => {
      const { topics } = await deployment.database.one<{ topics: string[] }>(
        'select topics from conversation where id = $1',
        [grieving.id],
      );
      return topics.includes('bereavement');
    });
    await console.becomesAvailable();
    await isPassedOver(console, grieving.id);
    const other = await aVisitor().waitingAt(here());
    await console.isOffered(({ conversationId }) => conversationId === other.id);
  });
});

describe('what a responder is told', () => {
  const coolDownOf = ({ wellbeing }: Desk): string | null => wellbeing.coolDown?.reason ?? null;

  it('[RTE5] a cool-down lasts three minutes after a conversation, or ten on request, and the desk says so', async () => {
    const console = await aResponder(deployment, here());
    const visitor = await aVisitor().waitingAt(here());
    const held = await console.takes(visitor.id);
    await console.must('conversation:end', { ...held, reason: 'responder_ended_agreed' });
    const desk = await console.must('desk:open', {});
    expect(coolDownOf(desk)).toBe('after_conversation');
    expect(desk.wellbeing.obstacles).toMatchObject([{ reason: 'cool_down' }]);
    await console.must('cool_down:extend', {});
    const longer = await console.must('desk:open', {});
    expect((longer.wellbeing.coolDown?.until ?? 0) - (desk.wellbeing.coolDown?.until ?? 0)).toBe(7 * 60_000);
    await isPassedOver(console, (await aVisitor().waitingAt(there())).id);
  });

  it('[RTE5] a cool-down lasts fifteen minutes after band 1', async () => {
    const console = await aResponder(deployment, here(), { capacity: 2 });
    const visitor = await aVisitor().inDanger().waitingAt(here());
    await console.takes(visitor.id);
    await visitor.must('conversation:end', {});
    const desk = await console.hears('desk:changed', (changed) => coolDownOf(changed) === 'after_heavy');
    expect((desk.wellbeing.coolDown?.until ?? 0) - desk.now).toBeGreaterThan(14 * 60_000);
    expect(desk.wellbeing.heavy).toMatchObject({ inARow: 1, sinceCheckIn: 1 });
  });

  it('[RTE5] a break that is due begins by itself once no conversation is left, and cannot be skipped', async () => {
    const console = await aResponder(deployment, here());
    const visitor = await aVisitor().waitingAt(here());
    const held = await console.takes(visitor.id);
    await sql(
      `with long_ago as (update holding set began_at = began_at - interval '61 minutes' where conversation_id = $1)
       update shift set began_at = began_at - interval '70 minutes' where staff_id = $2`,
      visitor.id,
      console.person.id,
    );
    const due = await console.must('desk:open', {});
    expect(due.wellbeing.break).toMatchObject({ canDelay: true, until: null });
    expect(due.wellbeing.obstacles.map(({ reason }) => reason)).toContain('break_due');
    await console.must('conversation:end', { ...held, reason: 'responder_ended_agreed' });
    await console.hears('desk:changed', ({ wellbeing }) => wellbeing.break.until !== null);
    expect(await console.refusal('break:end', {})).toBe('not_due');
    expect(
      await deployment.database.count(`audit_entry where action = 'break_began' and whom = $1`, [
        console.person.id,
      ]),
    ).toBe(1);
  });

  it('[RTE5] a break that is due can be delayed once, by fifteen minutes', async () => {
    const console = await aResponder(deployment, here());
    const held = await console.takes((await aVisitor().waitingAt(here())).id);
    expect(await console.refusal('break:delay', {})).toBe('not_due');
    await sql(
      `with long_ago as (update holding set began_at = began_at - interval '61 minutes' where conversation_id = $1)
       update shift set began_at = began_at - interval '70 minutes' where staff_id = $2`,
      held.conversationId,
      console.person.id,
    );
    await console.must('break:delay', {});
    const { now, wellbeing } = await console.must('desk:open', {});
    expect((wellbeing.break.dueAt ?? 0) - now).toBeGreaterThan(14 * 60_000);
    expect(await console.refusal('break:delay', {})).toBe('not_due');
  });

  it('two missed offers in a row set a person away, and the desk says why', async () => {
    const console = await aResponder(deployment, here());
    await aVisitor().waitingAt(here());
    const runsOut = (id: string): Promise<unknown> =>
      sql(
        `update offer set made_at = made_at - interval '2 minutes', expires_at = expires_at - interval '2 minutes' where id = $1`,
        id,
      );
    const first = await console.isOffered();
    await runsOut(first.id);
    const second = await console.isOffered(({ id }) => id !== first.id);
    expect((await console.must('desk:open', {})).wellbeing.awayBecause).toBeNull();
    await runsOut(second.id);
    const { me } = await console.hears(
      'desk:changed',
      ({ wellbeing }) => wellbeing.awayBecause === 'missed_offers',
    );
    expect(me.availability).toBe('away');
    expect((await console.must('desk:open', {})).wellbeing.awayBecause).toBe('missed_offers');
  });

  it('[RTE5] a person who takes one at a time, and a new person, has a capacity of one', async () => {
    const careful = await aResponder(deployment, here(), { capacity: 2 });
    await careful.must('shift:check_in', { answer: 'one_at_a_time', takesSurge: false });
    const fresh = await aResponder(deployment, there(), { capacity: 2, conversationsHeld: 3 });
    for (const console of [careful, fresh]) {
      const { wellbeing } = await console.must('desk:open', {});
      expect(wellbeing.capacity.units).toBe(1);
    }
    const visitors = await Promise.all([1, 2, 3].map(() => aVisitor().waitingAt(here())));
    for (const console of [careful, fresh]) {
      const { id } = await console.isOffered();
      await console.must('offer:accept', { offerId: id });
    }
    const supervisor = await aSupervisor(deployment, here());
    const board = await supervisor.must('live_view:open', {});
    expect([board.waiting.length, visitors.length]).toEqual([1, 3]);
    for (const console of [careful, fresh]) expect((await console.must('desk:open', {})).offer).toBeNull();
  });
});
