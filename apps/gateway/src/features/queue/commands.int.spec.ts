import { randomUUID } from 'node:crypto';
import { storedListName } from '@warmline/setup';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const here = () => deployment.gateway(0);
const there = () => deployment.gateway(1);

const audited = async (action: string): Promise<Record<string, unknown>[]> =>
  deployment.database.sql(
    'select actor_id, whom, conversation_id, reason from audit_entry where action = $1 order by id',
    [action],
  );
const openHoldings = (conversation: string): Promise<number> =>
  deployment.database.count('holding where conversation_id = $1 and ended_at is null', [conversation]);

describe('a band that a supervisor sets', () => {
  it('[RTE1] a visitor whose band a supervisor raised is offered first at once', async () => {
    await aVisitor().waitingAt(here());
    const later = await aVisitor().waitingAt(there());
    const supervisor = await aSupervisor(deployment, there());
    await supervisor.must('band:set', { conversationId: later.id, band: 1, reason: null });
    const responder = await aResponder(deployment, here(), { capacity: 2 });
    expect((await responder.isOffered()).conversationId).toBe(later.id);
    const [row] = (await audited('band_changed')).slice(-1);
    expect(row).toMatchObject({
      actor_id: supervisor.person.id,
      conversation_id: later.id,
      reason: 'band_1',
    });
  });

  it('[RTE1] a visitor in danger whom a person puts into band 1, or calls not safe now, has no hold, and that is recorded', async () => {
    const supervisor = await aSupervisor(deployment);
    const saysSo = [
      (conversationId: string) => supervisor.must('band:set', { conversationId, band: 1, reason: null }),
      (conversationId: string) =>
        supervisor.must('safety:set', { conversationId, epoch: null, answer: 'not_safe_now', reason: null }),
    ];
    for (const say of saysSo) {
      const { id } = await aVisitor().inDanger().waitingAt(here());
      await deployment.database.sql(
        `update conversation set needs_proof = true, visitor_messages = 1, version = version + 1 where id = $1`,
        [id],
      );
      for (let each = 0; each < 2; each += 1) await say(id);
      const row = { hold: null, because: 'person' };
      expect(
        await deployment.database.one(
          'select hold, band_because as because from conversation where id = $1',
          [id],
        ),
      ).toEqual(row);
      const rows = (await audited('band_changed')).filter((one) => one.conversation_id === id);
      expect(rows).toMatchObject([{ actor_id: supervisor.person.id, reason: 'band_1' }]);
    }
  });

  it('[AUD1] a band is lowered only with a reason, which is recorded and shown on the live view', async () => {
    const visitor = await aVisitor().unsure().waitingAt(here());
    const supervisor = await aSupervisor(deployment);
    const lower = { conversationId: visitor.id, band: 3, reason: null } as const;
    expect(await supervisor.refusal('band:set', lower)).toBe('reason_needed');
    await supervisor.must('band:set', { ...lower, reason: 'said_otherwise' });
    const { waiting } = await supervisor.must('live_view:open', {});
    expect(waiting.find(({ conversationId }) => conversationId === visitor.id)).toMatchObject({
      band: 3,
      lowered: { by: supervisor.person.name, reason: 'said_otherwise' },
    });
    expect((await audited('band_changed')).at(-1)).toMatchObject({ reason: 'band_3_said_otherwise' });
    await supervisor.must('band:set', { conversationId: visitor.id, band: 2, reason: null });
    const after = await supervisor.must('live_view:open', {});
    expect(after.waiting[0]?.lowered).toBeNull();
  });
});

describe('an assigned offer', () => {
  it('[RTE2] an assigned offer replaces the open one, and one offer is open', async () => {
    const visitor = await aVisitor().waitingAt(here());
    const first = await aResponder(deployment, here());
    const { id } = await first.isOffered();
    const second = await aResponder(deployment, there());
    const supervisor = await aSupervisor(deployment);
    const assignment = { conversationId: visitor.id, staffId: second.person.id, aboveCapacity: false };
    expect(await supervisor.must('offer:assign', assignment)).toEqual({ isAsked: true, obstacles: [] });
    expect(await supervisor.must('offer:assign', assignment)).toEqual({ isAsked: true, obstacles: [] });
    expect(await first.refusal('offer:accept', { offerId: id })).toBe('offer_taken');
    expect(await deployment.database.count('offer where outcome is null')).toBe(1);
    await second.takes(visitor.id);
  });

  it('[RTE2] an offer cannot be assigned to a person who may not get one, and the reason is told', async () => {
    const visitor = await aVisitor().waitingAt(here());
    const away = await aResponder(deployment);
    await away.must('availability:set', { availability: 'away' });
    const supervisor = await aSupervisor(deployment);
    const { isAsked, obstacles } = await supervisor.must('offer:assign', {
      conversationId: visitor.id,
      staffId: away.person.id,
      aboveCapacity: false,
    });
    expect(isAsked).toBe(false);
    expect(obstacles.map(({ reason }) => reason)).toContain('away');
    expect(await deployment.database.count('offer where conversation_id = $1', [visitor.id])).toBe(
      await deployment.database.count('offer where conversation_id = $1 and staff_id <> $2', [
        visitor.id,
        away.person.id,
      ]),
    );
  });

  it('[ASG1] [ASG3] while offers are assigned, accepted and taken each conversation has one holder, and no one exceeds their capacity', async () => {
    for (let round = 0; round < 5; round += 1) {
      const visitor = await aVisitor().waitingAt(here());
      const [first, second] = [await aResponder(deployment, here()), await aResponder(deployment, there())];
      const asked = await Promise.race(
        [first, second].map(async (one) => ({ one, offer: await one.isOffered() })),
      );
      const other = asked.one === first ? second : first;
      const supervisor = await aSupervisor(deployment, there());
      const assignment = { conversationId: visitor.id, staffId: other.person.id, aboveCapacity: false };
      await Promise.all([
        asked.one.ask('offer:accept', { offerId: asked.offer.id }),
        supervisor.ask('offer:assign', assignment),
        supervisor.ask('queue:take', { who: 'next' }),
      ]);
      expect(await openHoldings(visitor.id)).toBeLessThanOrEqual(1);
      expect(
        await deployment.database.count(
          `(select 1 from holding h join staff s on s.id = h.staff_id where h.ended_at is null
            group by s.id having count(*) > s.capacity) over_room`,
        ),
      ).toBe(0);
      await deployment.clear();
    }
  });
});

describe('taking from the queue', () => {
  it('[RTE1] a supervisor who takes from the queue gets the first visitor, and the open offer is withdrawn', async () => {
    await aVisitor().waitingAt(here());
    const first = await aVisitor().unsure().waitingAt(there());
    const supervisor = await aSupervisor(deployment);
    const { conversationId, epoch } = await supervisor.must('queue:take', { who: 'next' });
    expect([conversationId, epoch]).toEqual([first.id, 1]);
    expect(await openHoldings(first.id)).toBe(1);
    expect(await supervisor.refusal('queue:take', { who: 'answer_first' })).toBe('not_found');
  });
});

describe('telling everyone who waits', () => {
  it('[MSG3] a notice is in each waiting timeline in its order, in no active conversation, and not twice within minutes', async () => {
    const talking = await aVisitor().waitingAt(here());
    const responder = await aResponder(deployment);
    await responder.takes(talking.id);
    await responder.must('availability:set', { availability: 'away' });
    const waiting = await aVisitor().waitingAt(there());
    await waiting.says('hello?');
    const supervisor = await aSupervisor(deployment);
    expect(await supervisor.must('waiting:tell', { notice: 'told_still_here' })).toEqual({ told: 1 });
    await waiting.hears('timeline:appended', ({ entries }) =>
      entries.some((entry) => entry.kind === 'event' && entry.event === 'told_still_here'),
    );
    const { entries } = await waiting.reads();
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(
      (await talking.reads()).entries.some(
        (entry) => entry.kind === 'event' && entry.event === 'told_still_here',
      ),
    ).toBe(false);
    expect(await supervisor.refusal('waiting:tell', { notice: 'told_still_here' })).toBe('too_fast');
    expect((await audited('waiting_told')).at(-1)).toMatchObject({
      actor_id: supervisor.person.id,
      conversation_id: waiting.id,
      reason: 'told_still_here',
    });
  });
});

describe('caring for a colleague', () => {
  const state = (one: Console) =>
    deployment.database.one('select availability, capacity, break_wanted from staff where id = $1', [
      one.person.id,
    ]);

  it('[AUD1] a supervisor sets a capacity, calls a break and ends a shift, and each is recorded with their name', async () => {
    const responder = await aResponder(deployment);
    const supervisor = await aSupervisor(deployment);
    const about = { staffId: responder.person.id };
    const list = [deployment.service, storedListName('people')];
    const ofList = 'from setup_list where service_id = $1 and list = $2';
    await deployment.database.sql(
      'insert into setup_list (service_id, list) values ($1, $2) on conflict do nothing',
      list,
    );
    const { version } = await deployment.database.one<{ version: number }>(`select version ${ofList}`, list);
    await supervisor.must('person:set_capacity', { ...about, capacity: 3 });
    // Anyone who has the list of people open does not put the old capacity back.
    expect(await deployment.database.one(`select version ${ofList}`, list)).toEqual({ version: version + 1 });
    await supervisor.must('person:call_break', about);
    expect(await state(responder)).toMatchObject({ capacity: 3, availability: 'available' });
    await supervisor.must('person:close_shift', about);
    await supervisor.must('person:close_shift', about);
    expect(await state(responder)).toMatchObject({ availability: 'away' });
    for (const [action, reason] of [
      ['capacity_set', 'capacity_3'],
      ['break_called', null],
      ['shift_closed', null],
    ])
      expect(await audited(action ?? '')).toEqual([
        { actor_id: supervisor.person.id, whom: responder.person.id, conversation_id: null, reason },
      ]);
    expect(await supervisor.refusal('person:call_break', { staffId: randomUUID() })).toBe('not_found');
  });

  it('[RTE2] a shift that a supervisor ends takes no conversation away', async () => {
    const visitor = await aVisitor().waitingAt(here());
    const responder = await aResponder(deployment);
    const held = await responder.takes(visitor.id);
    const supervisor = await aSupervisor(deployment);
    await supervisor.must('person:close_shift', { staffId: responder.person.id });
    await responder.says(held, 'I am still here');
    expect(await openHoldings(visitor.id)).toBe(1);
  });
});
