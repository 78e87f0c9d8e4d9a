import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';
import { WorkingDaysOf } from '../../../test/deployment/working-days';

let deployment: Deployment;
let days: WorkingDaysOf;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
  days = new WorkingDaysOf(deployment);
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const here = () => deployment.gateway(0);
const there = () => deployment.gateway(1);

describe('people whose conversations should be observed', () => {
  const boardOf = async (supervisor: Console, conversation: string) => {
    const board = await supervisor.must('live_view:open', {});
    return board.conversations.find(({ conversationId }) => conversationId === conversation)?.toObserve;
  };

  it('[RTE5] supervisors see who is in their first ten conversations, and observing one counts', async () => {
    const console = await aResponder(deployment, here(), { capacity: 2, conversationsHeld: 2 });
    const supervisor = await aSupervisor(deployment, there());
    const visitor = await aVisitor().waitingAt(here());
    await console.takes(visitor.id);
    const seen = { reason: 'first_conversations', held: 3, of: 10 };
    expect((await days.personOn(supervisor, console)).toObserve).toEqual({ ...seen, observed: 0 });
    expect(await boardOf(supervisor, visitor.id)).toBe('first_conversations');
    await supervisor.must('conversation:observe', { conversationId: visitor.id });
    expect((await days.personOn(supervisor, console)).toObserve).toEqual({ ...seen, observed: 1 });
    expect(await boardOf(supervisor, visitor.id)).toBeNull();
  });

  it('[RTE5] a person who was long away has one conversation at a time after the refresher, until one was observed', async () => {
    const console = await aResponder(deployment, here(), { capacity: 2 });
    await days.sql(
      `update staff set active_at = now() - interval '36 days' where id = $1`,
      console.person.id,
    );
    expect(await days.obstacleOf(console, 'refresher_due')).toMatchObject({ lacks: 'refresher' });
    await days.sql(
      `insert into training_record (service_id, staff_id, module, passed_on, expires_at)
       select service_id, id, 'refresher', current_date, now() + interval '1 year' from staff where id = $1`,
      console.person.id,
    );
    const [first, second] = [await aVisitor().waitingAt(here()), await aVisitor().waitingAt(there())];
    await console.takes(first.id);
    expect(await days.desk(console)).toMatchObject({
      load: 1,
      whyNoOffer: { reason: 'at_capacity', step: null },
      wellbeing: { capacity: { units: 1, reason: 'back_after_long' } },
    });
    expect(await days.mayBeOffered(console, second.id)).toBe(false);
    const supervisor = await aSupervisor(deployment, there());
    expect((await days.personOn(supervisor, console)).toObserve).toMatchObject({
      reason: 'back_after_long',
      observed: 0,
    });
    await supervisor.must('conversation:observe', { conversationId: first.id });
    expect((await days.personOn(supervisor, console)).toObserve).toBeNull();
    await console.isOffered(({ conversationId }) => conversationId === second.id);
  });
});

describe('a wish to speak with a supervisor', () => {
  const wanted = async (supervisor: Console, console: Console): Promise<boolean> =>
    (await days.personOn(supervisor, console)).contactWantedAt !== null;

  it('[RTE5] [AUD1] a person asks for a supervisor with one press, supervisors see it, and mark it as done', async () => {
    const console = await aResponder(deployment, here(), { capacity: 2 });
    const visitor = await aVisitor().inDanger().waitingAt(here());
    await console.takes(visitor.id);
    await visitor.must('conversation:end', {});
    await console.hears('desk:changed', ({ wellbeing }) => wellbeing.coolDown?.reason === 'after_heavy');
    const supervisor = await aSupervisor(deployment, there());
    await supervisor.must('live_view:open', {});
    await console.must('contact:want', {});
    await console.must('contact:want', {});
    await supervisor.seesLiveView(({ people }) => people.some((one) => one.contactWantedAt !== null));
    expect((await days.desk(console)).wellbeing.contactWantedAt).not.toBeNull();
    await supervisor.must('person:contacted', { staffId: console.person.id });
    await supervisor.must('person:contacted', { staffId: console.person.id });
    expect(await days.audited('contact_made')).toEqual({
      actor_id: supervisor.person.id,
      whom: console.person.id,
      reason: null,
    });
    expect((await days.desk(console)).wellbeing.contactWantedAt).toBeNull();
    expect(await wanted(supervisor, console)).toBe(false);
  });

  it('a person asks for a supervisor at the end of a shift too, which may end at any time without a reason', async () => {
    const console = await aResponder(deployment, here());
    const review = { wentWell: false, passOn: false, wantsContact: true };
    await console.must('shift:check_out', { feeling: null, review });
    expect(await wanted(await aSupervisor(deployment, there()), console)).toBe(true);
    expect((await days.desk(console)).me.availability).toBe('away');
  });
});

describe('a limit that is reached in a conversation', () => {
  const longAgo = (console: Console) =>
    days.sql(
      `with talks as (update holding set began_at = began_at - interval '61 minutes' where staff_id = $1 and ended_at is null)
       update shift set began_at = began_at - interval '70 minutes' where staff_id = $1 and ended_at is null`,
      console.person.id,
    );

  it('[RTE5] when a break is due the conversation goes on, and nothing new is offered', async () => {
    const console = await aResponder(deployment, here(), { capacity: 2 });
    const visitor = await aVisitor().waitingAt(here());
    const held = await console.takes(visitor.id);
    await longAgo(console);
    const other = await aVisitor().waitingAt(there());
    expect(await days.mayBeOffered(console, other.id)).toBe(false);
    await console.says(held, 'I am still here');
    expect((await days.desk(console)).wellbeing.break.until).toBeNull();
  });

  it('[RTE5] when the hours are used up the conversation goes on, and an open offer is withdrawn without counting as missed', async () => {
    const console = await aResponder(deployment, here(), { capacity: 2 });
    const held = await console.takes((await aVisitor().waitingAt(here())).id);
    const other = await aVisitor().waitingAt(there());
    const offer = await console.isOffered(({ conversationId }) => conversationId === other.id);
    await days.onTheWallItIs(20);
    await days.worked(console, 4, 6 * 60);
    expect(await console.refusal('offer:accept', { offerId: offer.id })).toBe('offer_expired');
    expect(await days.mayBeOffered(console, other.id)).toBe(false);
    await console.says(held, 'I am still here');
    const { outcome } = await deployment.database.one<{ outcome: string }>(
      'select outcome from offer where id = $1',
      [offer.id],
    );
    expect(outcome).toBe('withdrawn');
  });

  it('[RTE5] in the last half hour of a shift nothing new is offered, and an open offer may be accepted', async () => {
    const console = await aResponder(deployment, here(), { capacity: 2 });
    await days.shiftEndsIn(console, 31 * 60);
    const first = await aVisitor().waitingAt(here());
    const offer = await console.isOffered(({ conversationId }) => conversationId === first.id);
    await days.shiftEndsIn(console, 30 * 60 - 1);
    await console.must('offer:accept', { offerId: offer.id });
    const second = await aVisitor().waitingAt(there());
    expect(await days.mayBeOffered(console, second.id)).toBe(false);
    expect(await days.obstacleOf(console, 'shift_ending')).toBeDefined();
    await days.shiftEndsIn(console, 31 * 60);
    await until('the next to be offered', async () => (await days.desk(console)).offer !== null);
  });
});
