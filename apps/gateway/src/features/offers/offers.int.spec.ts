import { randomUUID } from 'node:crypto';
import { offerId, type OfferId } from '@warmline/kernel';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, type Console } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';
import { IndexUpdater } from '../../index/index-updater';
import { Deadlines } from '../../worker/deadlines';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const here = () => deployment.gateway(0);
const there = () => deployment.gateway(1);

interface OfferRow extends Record<string, unknown> {
  readonly staff_id: string;
  readonly outcome: string | null;
}
const offersFor = (conversation: string): Promise<OfferRow[]> =>
  deployment.database.sql<OfferRow>(
    'select staff_id, outcome from offer where conversation_id = $1 order by made_at',
    [conversation],
  );
const enteredAt = async (conversation: string): Promise<unknown> =>
  (await deployment.database.one('select entered_at from conversation where id = $1', [conversation]))[
    'entered_at'
  ];

const runOut = (offer: string): Promise<unknown> =>
  deployment.database.sql(
    `update offer set made_at = made_at - interval '2 minutes', expires_at = expires_at - interval '2 minutes' where id = $1`,
    [offer],
  );

describe('two responders who accept', () => {
  it('[ASG1] of two who accept one holds it, and the one whose offer has expired is told so', async () => {
    const visitor = await aVisitor().waitingAt(here());
    const first = await aResponder(deployment, here());
    const firstOffer = await first.isOffered();
    const second = await aResponder(deployment, there());
    await runOut(firstOffer.id);
    const secondOffer = await second.isOffered(({ conversationId }) => conversationId === visitor.id);
    const [late, prompt] = await Promise.all([
      first.ask('offer:accept', { offerId: firstOffer.id }),
      second.ask('offer:accept', { offerId: secondOffer.id }),
    ]);
    expect(late).toEqual({ ok: false, refusal: 'offer_expired' });
    expect(prompt).toEqual({ ok: true, value: { conversationId: visitor.id, epoch: 1 } });
    const view = await visitor.hears('conversation:changed', ({ state }) => state === 'talking');
    expect(view.responder?.name).toBe(second.person.name);
  });

  it('[ASG1] one person who accepts on two consoles many times gets one holding and the same answer', async () => {
    const visitor = await aVisitor().waitingAt(here());
    const console = await aResponder(deployment, here());
    const other = await console.again(there());
    const { id } = await console.isOffered();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, count) =>
        (count % 2 === 0 ? console : other).must('offer:accept', { offerId: id }),
      ),
    );
    expect(answers).toEqual(answers.map(() => ({ conversationId: visitor.id, epoch: 1 })));
    expect(await deployment.database.count('holding where conversation_id = $1', [visitor.id])).toBe(1);
    expect((await visitor.reads()).entries.filter((entry) => entry.kind === 'event')).toHaveLength(2);
  });

  it('[ASG1] no one takes an offer that is another person’s', async () => {
    await aVisitor().waitingAt(here());
    const asked = await aResponder(deployment, here());
    const { id } = await asked.isOffered();
    const other = await aResponder(deployment, there());
    for (const command of ['offer:accept', 'offer:decline'] as const) {
      const theirs = await other.ask(command, { offerId: id });
      expect(theirs).toEqual(await other.ask(command, { offerId: randomUUID() }));
      expect(theirs).toEqual({ ok: false, refusal: 'not_found' });
    }
    await asked.must('offer:accept', { offerId: id });
  });
});

describe('an offer that is not accepted', () => {
  const twoAsked = async (): Promise<{
    visitor: string;
    before: unknown;
    first: Console;
    second: Console;
    id: OfferId;
  }> => {
    const visitor = await aVisitor().waitingAt(here());
    const before = await enteredAt(visitor.id);
    const first = await aResponder(deployment, here());
    const { id } = await first.isOffered();
    const second = await aResponder(deployment, there());
    return { visitor: visitor.id, before, first, second, id: offerId(id) };
  };

  it('[ASG6] a declined offer goes to another responder at once, and the visitor keeps the position', async () => {
    const { visitor, before, first, second, id } = await twoAsked();
    await first.must('offer:decline', { offerId: id });
    await second.isOffered(({ conversationId }) => conversationId === visitor);
    expect((await first.must('desk:open', {})).offer).toBeNull();
    expect(await first.refusal('offer:accept', { offerId: id })).toBe('offer_expired');
    expect(await offersFor(visitor)).toEqual([
      { staff_id: first.person.id, outcome: 'declined' },
      { staff_id: second.person.id, outcome: null },
    ]);
    expect(await enteredAt(visitor)).toEqual(before);
  });

  it('[ASG6] an expired offer that a sweep finds goes to another responder, and the visitor keeps the position', async () => {
    const { visitor, before, second, id } = await twoAsked();
    await runOut(id);
    await second.isOffered(({ conversationId }) => conversationId === visitor);
    expect((await offersFor(visitor)).map(({ outcome }) => outcome)).toEqual(['expired', null]);
    expect(await enteredAt(visitor)).toEqual(before);
  });

  it('[ASG4] an expired offer is found while another visitor’s row is locked', async () => {
    const locked = await aVisitor().waitingAt(here());
    const { id: lockedOffer } = await (await aResponder(deployment, here())).isOffered();
    const free = await aVisitor().waitingAt(here());
    const responder = await aResponder(deployment, there());
    const { id } = await responder.isOffered(({ conversationId }) => conversationId === free.id);
    await deployment.database.opened.transaction(async (tx) => {
      await tx.query('select 1 from conversation where id = $1 for update', [locked.id]);
      // The older one is looked at first.
      await runOut(lockedOffer);
      await runOut(id);
      await until('the other to be found', async () => (await offersFor(free.id))[0]?.outcome === 'expired');
    });
  });

  it('[ASG6] an offer whose alarm comes early and twice is closed once', async () => {
    const visitor = await aVisitor().waitingAt(here());
    const first = await aResponder(deployment, here());
    const { id } = await first.isOffered();
    const deadlines = deployment.worker?.app.get(Deadlines, { strict: false });
    const ring = () => deadlines?.answerAlarm({ kind: 'offer_expiry', id });
    await ring();
    expect((await offersFor(visitor.id)).map(({ outcome }) => outcome)).toEqual([null]);
    const before = await enteredAt(visitor.id);
    await runOut(id);
    await Promise.all([ring(), ring()]);
    expect((await offersFor(visitor.id))[0]).toMatchObject({ outcome: 'expired' });
    expect(
      await deployment.database.count(`audit_entry where subject = $1 and action = 'offer_expired'`, [id]),
    ).toBe(1);
    expect(await enteredAt(visitor.id)).toEqual(before);
  });

  it('an offer is withdrawn when its visitor leaves, and the responder is free again', async () => {
    const visitor = await aVisitor().waitingAt(here());
    const responder = await aResponder(deployment, there());
    const { id } = await responder.isOffered();
    responder.forget();
    const left = await visitor.must('conversation:end', {});
    expect(left).toMatchObject({ state: 'ended', endReason: 'left_waiting' });
    await responder.hears('desk:changed', ({ offer }) => offer === null);
    expect(await responder.refusal('offer:accept', { offerId: id })).toBe('offer_taken');
    expect(await offersFor(visitor.id)).toMatchObject([{ outcome: 'withdrawn' }]);
    const next = await aVisitor().waitingAt(there());
    await responder.isOffered(({ conversationId }) => conversationId === next.id);
  });

  it('an offer is withdrawn when its responder steps away, and goes to another person', async () => {
    const { visitor, first, second } = await twoAsked();
    await first.must('availability:set', { availability: 'away' });
    await second.isOffered(({ conversationId }) => conversationId === visitor);
    expect((await offersFor(visitor)).map(({ outcome }) => outcome)).toEqual(['withdrawn', null]);
  });
});

describe('who is offered whom', () => {
  it('[RTE2] no visitor and no responder ever has two open offers', async () => {
    const responders = await Promise.all(
      [here(), there(), here()].map((gateway) => aResponder(deployment, gateway)),
    );
    const visitors = await Promise.all(
      Array.from({ length: 6 }, (_, count) => aVisitor().waitingAt(count % 2 === 0 ? here() : there())),
    );
    await Promise.all(responders.map((responder) => responder.isOffered()));
    const open = await deployment.database.sql(
      'select conversation_id, staff_id from offer where outcome is null',
    );
    expect(open).toHaveLength(3);
    expect(new Set(open.map((offer) => offer['conversation_id'])).size).toBe(3);
    await Promise.all(
      responders.map(async (responder) => {
        const offer = await responder.isOffered();
        await responder.must('offer:accept', { offerId: offer.id });
      }),
    );
    expect(await deployment.database.count('holding where ended_at is null')).toBe(3);
    expect(visitors).toHaveLength(6);
  });

  it('a visitor in danger is offered first, though they came last', async () => {
    await aVisitor().waitingAt(here());
    await aVisitor().unsure().waitingAt(there());
    const urgent = await aVisitor().inDanger().waitingAt(here());
    // The index knows all three before anybody is free.
    await deployment.gateway().app.get(IndexUpdater, { strict: false }).applyNotes();
    await until('the visitors to be present', async () =>
      (await deployment.redis.everything()).includes(urgent.id),
    );
    const responder = await aResponder(deployment, there(), { capacity: 2 });
    expect((await responder.isOffered()).conversationId).toBe(urgent.id);
  });
});
