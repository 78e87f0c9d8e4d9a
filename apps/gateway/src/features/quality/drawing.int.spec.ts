import type { ConversationId, StaffId } from '@warmline/kernel';
import { drawHalfMonth, hasSecondRater } from '@warmline/quality';
import { Scene } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { DrawReviews, lotsOf } from './draw-reviews';

let deployment: Deployment;
let scene: Scene;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 0 });
  scene = Object.assign(await Scene.elsewhere(deployment.database), { service: deployment.service });
});
afterAll(() => deployment.stop());

const draw = async (): Promise<void> => {
  if (deployment.worker === null) throw new Error('there is no worker');
  await deployment.worker.app.get(DrawReviews, { strict: false }).draw();
};

const held = async (responder: StaffId): Promise<ConversationId> => {
  const { conversation } = await scene.held(responder);
  await scene.ended(conversation);
  return conversation;
};
/** Nothing was held before this database knew of them. */
const aNewcomer = async (): Promise<StaffId> => {
  const { id } = await scene.person();
  await deployment.database.sql('update staff set conversations_held = 0 where id = $1', [id]);
  return id;
};
/** Ten that ended long ago: from now on they are no newcomer. */
const anOldHand = async (): Promise<StaffId> => {
  const id = await aNewcomer();
  const first = [];
  for (let count = 0; count < 10; count += 1) first.push(await held(id));
  await deployment.database.sql(
    `update conversation set ended_at = ended_at - interval '90 days' where id = any ($1)`,
    [first],
  );
  return id;
};
/** Ended in the half-month that is over, with a reply. */
const heldLastHalf = async (responder: StaffId, band: number): Promise<ConversationId> => {
  const conversation = await held(responder);
  await deployment.database.sql(
    `update conversation set band = $2, responder_message_at = ended_at, ended_at = (select
       case when extract(day from d) >= 16 then date_trunc('month', d) else date_trunc('month', d) - interval '1 month' + interval '15 days' end
       + interval '12 hours' from (select clock_timestamp() at time zone 'Europe/London' as d) t) at time zone 'Europe/London'
     where id = $1`,
    [conversation, band],
  );
  return conversation;
};
type Planned = Readonly<Record<'conversation' | 'because' | 'rater', string>>;
const plannedFor = (responder: StaffId) =>
  deployment.database.sql<Planned>(
    `select conversation_id as conversation, because, rater from review where responder_id = $1 and rater = 'first' order by planned_at, id`,
    [responder],
  );
const forgetHalf = () => deployment.database.sql('update review_draw set half = null');
const planned = () => deployment.database.count('review');

describe('the draw of reviews', () => {
  it('[QLT1] plans the first ten of a person, every safety step and every boundary, and nothing twice', async () => {
    const newcomer = await aNewcomer();
    const theirs = [];
    for (let count = 0; count < 12; count += 1) theirs.push(await held(newcomer));
    const old = await anOldHand();
    const [safety, boundary, neither] = [await held(old), await held(old), await held(old)];
    await deployment.database.sql(
      `update conversation set safety_step_at = ended_at, safety_step_because = 'card' where id = $1`,
      [safety],
    );
    await deployment.database.sql(`update conversation set end_reason = 'boundary' where id = $1`, [
      boundary,
    ]);
    await Promise.all([draw(), draw()]);
    const first = await plannedFor(newcomer);
    expect(first.map(({ conversation }) => conversation).sort()).toEqual(theirs.slice(0, 10).sort());
    expect(new Set(first.map(({ because }) => because))).toEqual(new Set(['first_ten']));
    const certain = await plannedFor(old);
    expect(new Map(certain.map(({ conversation, because }) => [conversation, because]))).toEqual(
      new Map([
        [safety, 'safety_step'],
        [boundary, 'boundary'],
      ]),
    );
    expect(certain.map(({ conversation }) => conversation)).not.toContain(neither);
    const [count, recorded] = [
      await planned(),
      await deployment.database.count(`audit_entry where action = 'review_planned'`),
    ];
    expect(recorded).toBe(count);
    await draw();
    expect([await planned(), await deployment.database.count('review_draw')]).toEqual([count, 1]);
  });

  it('[QLT1] takes nothing for the first ten of a person whose first conversations are erased', async () => {
    const old = await anOldHand();
    await deployment.database.sql(
      'select erase_conversations(array_agg(conversation_id)) from holding where staff_id = $1',
      [old],
    );
    for (let count = 0; count < 3; count += 1) await held(old);
    await draw();
    expect(await plannedFor(old)).toEqual([]);
  });

  it('[QLT1] draws one of each responder for the half-month that is over, and its stored seed draws the same again', async () => {
    const responder = await anOldHand();
    const all = [await heldLastHalf(responder, 1)];
    for (let count = 0; count < 5; count += 1) all.push(await heldLastHalf(responder, 3));
    await forgetHalf();
    await draw();
    const drawn = await plannedFor(responder);
    expect(drawn).toMatchObject([{ because: 'monthly' }]);
    const [stored] = await deployment.database.sql<{ seed: Buffer }>('select seed from review_draw');
    const lots = lotsOf(stored?.seed ?? Buffer.alloc(0));
    const candidates = all.map((conversation, at) => ({
      conversation,
      responder,
      band: at === 0 ? (1 as const) : (3 as const),
    }));
    const again = drawHalfMonth({ candidates, drawnBefore: new Map() }, lots);
    expect(again.map(({ conversation }) => conversation)).toEqual(
      drawn.map(({ conversation }) => conversation),
    );
    await draw();
    expect(await plannedFor(responder)).toEqual(drawn);
    const second = await deployment.database.sql<{
      conversation: ConversationId;
      responder: StaffId;
      both: boolean;
    }>(
      `select conversation_id as conversation, responder_id as responder, count(*) = 2 as both from review group by 1, 2`,
    );
    for (const { both, ...work } of second) expect(both).toBe(hasSecondRater(work, lots));
  });
});
