import { randomUUID } from 'node:crypto';
import { until } from '@warmline/test-kit';
import type { SafetyChoice } from '@warmline/vocabulary';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aSupervisor, type Console } from '../../../test/deployment/staff';
import { Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let ana: Console;
let jo: Console;
beforeAll(async () => {
  deployment = await Deployment.start({
    gateways: 2,
    timeScale: 0.2,
    more: { TRUSTED_PROXIES: '127.0.0.1' },
  });
});
beforeEach(async () => {
  ana = await aSupervisor(deployment, deployment.gateway(0));
  jo = await aSupervisor(deployment, deployment.gateway(1));
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

let network = 0;
let comers = 0;
/** Through one gateway and the other in turn. */
const comes = async (address: string, safety: SafetyChoice = 'safe'): Promise<Visitor> => {
  comers += 1;
  const page = await Visitor.connectedWith(deployment.gateway(comers % 2), {
    extraHeaders: { 'x-forwarded-for': address },
  });
  await page.starts({ safety });
  return page;
};
/** Six chats of one network: four silent, one with words, one in danger. */
const aCrowd = async () => {
  network += 1;
  const from = (host: number, safety?: SafetyChoice) => comes(`203.0.${network}.${host}`, safety);
  const silent = await Promise.all([1, 2, 3, 4].map((host) => from(host)));
  const [wrote, inDanger] = await Promise.all([from(5), from(6, 'danger')]);
  await wrote.says('please');
  return { silent, wrote, inDanger, all: [...silent, wrote, inDanger] };
};
const idsOf = (pages: readonly Visitor[]) => pages.map(({ id }) => id as string);
const floodFor = async (page: Console, { id }: Visitor) => {
  const { floods } = await page.must('live_view:open', {});
  return floods.find(({ chats }) => chats.includes(id));
};
const proposes = async (
  all: readonly Visitor[],
  ticked: readonly Visitor[] = [],
  asksProof = false,
): Promise<string> => {
  const [first] = all;
  const crowd = first === undefined ? undefined : await floodFor(ana, first);
  const [floodId, chats] = [randomUUID(), idsOf(all)];
  const about = { floodId, crowd: crowd?.crowd ?? '', chats, ticked: idsOf(ticked), asksProof };
  await ana.must('flood:propose', about);
  return floodId;
};
const agreed = (floodId: string, ticked: readonly Visitor[] = [], asksProof = false) => ({
  ...{ floodId, asksProof },
  ticked: idsOf(ticked),
});
/** Id, hold and time of entry of those who wait. */
const rowsOf = async (pages: readonly Visitor[]) => {
  const { waiting } = await jo.must('live_view:open', {});
  return idsOf(pages).map((id) => waiting.find(({ conversationId }) => conversationId === id));
};
const holdsOf = async (pages: readonly Visitor[]) => (await rowsOf(pages)).map((row) => row?.hold);
const audited = (flood: string): Promise<Record<string, unknown>[]> =>
  deployment.database.sql(
    `select action, actor_id, reason, count, count(*)::integer as rows from audit_entry where subject = $1
     group by action, actor_id, reason, count order by min(id)`,
    [flood],
  );
/** Ten minutes pass for this flood. */
const timePasses = (flood: string): Promise<unknown> =>
  deployment.database.sql(
    `update flood set confirmed_at = confirmed_at - interval '10 minutes' where id = $1`,
    [flood],
  );

describe('waiting chats that came from one network within an hour', () => {
  it('[SEC5] are set aside by two supervisors, without those in danger or with words, and are undone with their old places', async () => {
    const { all, silent, wrote, inDanger } = await aCrowd();
    const other = await comes('198.51.100.1');
    const before = await rowsOf(silent);
    expect(new Set((await floodFor(ana, inDanger))?.chats)).toEqual(new Set(idsOf(all)));
    expect(await floodFor(ana, other)).toBeUndefined();
    const floodId = await proposes([...all, other], []);
    expect(await ana.refusal('flood:confirm', agreed(floodId))).toBe('not_yourself');
    expect(await floodFor(jo, wrote)).toBeUndefined();
    for (let twice = 0; twice < 2; twice += 1) await jo.must('flood:confirm', agreed(floodId, all));
    expect(await holdsOf(silent)).toEqual(silent.map(() => 'set_aside'));
    expect(await holdsOf([wrote, inDanger, other])).toEqual([null, 'unseen', null]);
    const { waiting } = await ana.must('live_view:open', {});
    expect(new Set(waiting.slice(-4).map(({ conversationId }) => conversationId))).toEqual(
      new Set(idsOf(silent)),
    );
    const [first] = silent;
    expect((await first?.opens())?.wait).toBe('unknown');
    const responder = await aResponder(deployment, deployment.gateway(0));
    expect(idsOf([wrote, inDanger, other])).toContain((await responder.isOffered()).conversationId);
    await responder.must('availability:set', { availability: 'away' });
    for (let twice = 0; twice < 2; twice += 1) await ana.must('flood:undo', { floodId });
    const after = await rowsOf(silent);
    expect(after.map((row) => [row?.hold, row?.enteredAt])).toEqual(
      before.map((row) => [null, row?.enteredAt]),
    );
    expect(await audited(floodId)).toEqual([
      { action: 'flood_proposed', actor_id: ana.person.id, reason: null, count: 4, rows: 1 },
      { action: 'chat_set_aside', actor_id: jo.person.id, reason: null, count: null, rows: 4 },
      { action: 'flood_confirmed', actor_id: jo.person.id, reason: null, count: 4, rows: 1 },
      { action: 'chat_brought_back', actor_id: ana.person.id, reason: null, count: null, rows: 4 },
      { action: 'flood_closed', actor_id: ana.person.id, reason: 'undone', count: 4, rows: 1 },
    ]);
    expect(await deployment.database.count('flood_chat')).toBe(0);
  });

  it('[SAF2] [SEC5] end after ten minutes, but not who wrote since, nor who is in danger unless both ticked them', async () => {
    const { all, silent, wrote, inDanger } = await aCrowd();
    const [back, ...stay] = silent;
    if (back === undefined) throw new Error('there are four');
    const floodId = await proposes(all, [wrote, inDanger]);
    await jo.must('flood:confirm', agreed(floodId, [wrote]));
    expect(await holdsOf([wrote, inDanger])).toEqual(['set_aside', 'unseen']);
    const responder = await aResponder(deployment, deployment.gateway(1));
    expect((await responder.isOffered()).conversationId).toBe(inDanger.id);
    await responder.takes(inDanger.id);
    await responder.must('availability:set', { availability: 'away' });
    await back.says('I am a person');
    const second = await aResponder(deployment, deployment.gateway(0));
    expect((await second.isOffered()).conversationId).toBe(back.id);
    await second.must('availability:set', { availability: 'away' });
    await timePasses(floodId);
    expect(await ana.refusal('flood:undo', { floodId })).toBe('flood_changed');
    await until('the rest to end', async () => {
      const [row] = await deployment.database.sql('select outcome from flood where id = $1', [floodId]);
      return row?.['outcome'] === 'ended';
    });
    for (const page of [...stay, wrote])
      expect(await page.opens()).toMatchObject({ state: 'ended', endReason: 'service_stopped' });
    expect((await inDanger.opens()).state).toBe('talking');
    expect((await back.opens()).state).toBe('waiting');
    expect((await audited(floodId)).at(-1)).toMatchObject({
      action: 'flood_closed',
      reason: 'ended',
      count: 4,
    });
    expect(await deployment.database.sql('select conversation_id as id from arrival')).toEqual([
      { id: back.id },
    ]);
  });

  it('are as they were after a proposal was refused, or nobody confirmed it', async () => {
    const { all, silent } = await aCrowd();
    const refused = await proposes(all);
    await jo.must('flood:undo', { floodId: refused });
    expect(await jo.refusal('flood:confirm', agreed(refused))).toBe('flood_changed');
    const [first, ...others] = silent;
    await first?.says('hello');
    const floodId = await proposes(all);
    await others[0]?.says('hello');
    await jo.must('flood:confirm', agreed(floodId, all));
    expect(await holdsOf(silent)).toEqual([null, null, 'set_aside', 'set_aside']);
    await ana.must('flood:undo', { floodId });
    const lapses = await proposes(all);
    await deployment.database.sql(
      `update flood set proposed_at = proposed_at - interval '10 minutes' where id = $1`,
      [lapses],
    );
    await until('the proposal to lapse', async () => (await audited(lapses)).length === 2);
    expect((await audited(lapses)).at(-1)).toMatchObject({ actor_id: null, reason: 'expired' });
  });

  it('[SAF2] a chat that a supervisor learns to be in danger is back at once, and one set aside by both ends', async () => {
    const { all, silent, inDanger } = await aCrowd();
    const [learned] = silent;
    if (learned === undefined) throw new Error('there are four');
    const floodId = await proposes(all, [inDanger]);
    await jo.must('flood:confirm', agreed(floodId, [inDanger]));
    expect(await holdsOf([learned, inDanger])).toEqual(['set_aside', 'set_aside']);
    await jo.must('safety:set', {
      conversationId: learned.id,
      epoch: null,
      answer: 'not_safe_now',
      reason: null,
    });
    expect(await holdsOf([learned])).toEqual([null]);
    await timePasses(floodId);
    await until('the rest to end', async () => (await inDanger.opens()).state === 'ended');
    expect((await learned.opens()).state).toBe('waiting');
  });

  it('[SEC5] have new chats from their network asked for a proof, where both supervisors want it, until one stops it', async () => {
    const { all, inDanger } = await aCrowd();
    const address = `203.0.${network}.99`;
    const starts = async (safety: SafetyChoice) => {
      const page = await Visitor.connectedWith(deployment.gateway(1), {
        extraHeaders: { 'x-forwarded-for': address },
      });
      const reply = await page.ask('conversation:start', {
        ...{ startId: randomUUID(), name: '', language: 'en', safety },
      });
      return reply.ok ? null : reply.refusal;
    };
    const floodId = await proposes(all, [], true);
    await jo.must('flood:confirm', agreed(floodId, [], true));
    await until('the gateways to ask for a proof', async () => (await starts('safe')) === 'proof_needed');
    await comes(address, 'danger');
    await comes('198.51.100.7');
    expect((await floodFor(ana, inDanger))?.proof).toBeUndefined();
    const { floods } = await ana.must('live_view:open', {});
    expect(floods.map(({ proof }) => proof?.floodId)).toContain(floodId);
    for (let twice = 0; twice < 2; twice += 1) await ana.must('flood:stop_proof', { floodId });
    await until('nobody to be asked', async () => (await starts('safe')) !== 'proof_needed');
    expect((await audited(floodId)).map(({ action }) => action)).toEqual([
      'flood_proposed',
      'chat_set_aside',
      'flood_confirmed',
      'proof_asked',
      'proof_stopped',
    ]);
  });
});
