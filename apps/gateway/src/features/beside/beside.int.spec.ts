import { randomUUID } from 'node:crypto';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aHandoverOf, aHeldConversation, told } from '../../../test/deployment/handing-over';
import { aSupervisor, aWrapUp, type Console, type HeldHere } from '../../../test/deployment/staff';
import type { Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

/** Found nowhere but in what the team wrote. */
const MARKS = ['between-us-canary', 'for-the-team-canary'] as const;
const [WORD, NOTE] = MARKS;

const say = (page: Console, held: HeldHere, over: { readonly word?: string; readonly id?: string } = {}) =>
  page.must('private:say', { ...held, id: randomUUID(), word: WORD, ...over });
const note = (page: Console, { conversationId }: HeldHere, epoch: number | null) =>
  page.must('note:add', { conversationId, epoch, id: randomUUID(), note: NOTE });
const wordsFor = async (page: Console, held: HeldHere) =>
  (await page.must('private:read', { ...held, after: 0 })).words.map(({ word, by }) => [by.name, word]);
const notesFor = async (page: Console, { conversationId }: HeldHere) =>
  page.must('note:read', { conversationId, after: 0 });

/** Held on the last gateway, with a supervisor on the first who reads along and has the lane open, as the holder has. */
const readAlong = async () => {
  const conversation = await aHeldConversation(deployment);
  const supervisor = await aSupervisor(deployment, deployment.gateway(0));
  const { conversationId } = conversation.held;
  await supervisor.must('conversation:observe', { conversationId });
  for (const page of [supervisor, conversation.sender]) await page.must('beside:open', { conversationId });
  return { ...conversation, supervisor };
};

/** Everything that pages of visitors were ever sent, as it came over the wire. */
const expectNothingPrivate = (...visitors: readonly Visitor[]): void => {
  for (const page of visitors) {
    const frames = page.rawFrames();
    expect(frames).toContain('"ok":true');
    for (const mark of [...MARKS, 'private', 'beside', 'note:']) expect(frames).not.toContain(mark);
  }
};

describe('beside the responder', () => {
  it('[SAF5] words of the private lane and notes reach the team, and no frame of a visitor’s socket, also after a resume', async () => {
    const { visitor, sender, supervisor, held } = await readAlong();
    const words = say(supervisor, held);
    const first = await sender.hears('beside:changed', ({ lane }) => lane?.head === 1);
    expect(first).toMatchObject({ notes: 0, lane: { isOpen: true, with: [supervisor.person.name] } });
    expect(await words).toMatchObject({ seq: 1 });
    await say(sender, held, { word: `${WORD} back` });
    await note(sender, held, held.epoch);
    await note(supervisor, held, null);
    await supervisor.hears('beside:changed', ({ lane, notes }) => lane?.head === 2 && notes === 2);
    const both = [
      [supervisor.person.name, WORD],
      [sender.person.name, `${WORD} back`],
    ];
    for (const page of [sender, supervisor]) {
      expect(await wordsFor(page, held)).toEqual(both);
      expect((await notesFor(page, held)).notes.map((one) => one.note)).toEqual([NOTE, NOTE]);
    }
    await visitor.says('still here');
    await sender.says(held, 'yes, I am');
    const back = await visitor.again(deployment.gateway(1));
    expect(told((await back.reads()).entries)).toEqual(['started', 'joined', 'still here', 'yes, I am']);
    expectNothingPrivate(visitor, back);
  });

  it('[SAF5] a private word copied into a timeline cannot be opened there, and is stored nowhere in plain text', async () => {
    const { visitor, supervisor, sender, held } = await readAlong();
    await say(supervisor, held);
    await note(sender, held, held.epoch);
    await visitor.says('a message');
    const back = await visitor.again(deployment.gateway(1));
    for (const table of ['private_word', 'note']) {
      await deployment.database.sql(
        `update timeline_entry e set id = w.id, sealed = w.sealed from ${table} w
         where e.conversation_id = $1 and w.conversation_id = $1 and e.kind = 'message'`,
        [visitor.id],
      );
      expect((await back.reads()).entries.at(-1)).toMatchObject({ kind: 'message', body: null });
    }
    const stored = await deployment.database.sql<{ row: string }>(
      `select w::text as row from private_word w union all select n::text from note n
       union all select a::text from audit_entry a`,
    );
    expect(stored.length).toBeGreaterThan(2);
    const hex = MARKS.map((mark) => Buffer.from(mark).toString('hex'));
    for (const { row } of stored) for (const mark of [...MARKS, ...hex]) expect(row).not.toContain(mark);
    expectNothingPrivate(visitor, back);
  });

  it('[SAF5] a word sent again over another gateway is one word, and one for an earlier holder reaches nobody after a take-over', async () => {
    const { visitor, sender, supervisor, held } = await readAlong();
    const id = randomUUID();
    await say(supervisor, held, { id });
    supervisor.cut();
    const again = await supervisor.again(deployment.gateway(1));
    await again.must('conversation:observe', { conversationId: visitor.id });
    expect(await say(again, held, { id })).toMatchObject({ id, seq: 1 });
    expect(await again.refusal('private:say', { ...held, id, word: 'other' })).toBe('different_body');
    await sender.must('private:seen', { ...held, seq: 5 });
    const reloaded = await sender.again(deployment.gateway(0));
    expect(await reloaded.must('private:read', { ...held, after: 1 })).toEqual({
      words: [],
      head: 1,
      seen: 1,
    });
    const other = await aSupervisor(deployment);
    await other.must('conversation:observe', { conversationId: visitor.id });
    const now = await other.must('conversation:take_over', { conversationId: visitor.id, reason: 'safety' });
    expect(await again.refusal('private:say', { ...held, id: randomUUID(), word: WORD })).toBe('stale_epoch');
    expect(await sender.refusal('private:say', { ...held, id: randomUUID(), word: WORD })).toBe(
      'stale_epoch',
    );
    expect(await again.refusal('private:say', { ...now, id, word: WORD })).toBe('different_body');
    expect(await wordsFor(other, now)).toEqual([]);
    for (const page of [other, sender])
      expect(await page.refusal('private:read', { ...held, after: 0 })).toBe('not_found');
    expectNothingPrivate(visitor);
  });

  it('[SAF5] who takes over by a handover reads notes of the holder before, and nothing of their private lane', async () => {
    const { visitor, sender, receiver, held, handoverId } = await aHandoverOf(deployment).read();
    const supervisor = await aSupervisor(deployment);
    await supervisor.must('conversation:observe', { conversationId: visitor.id });
    await say(supervisor, held);
    await note(sender, held, held.epoch);
    expect((await receiver.must('beside:open', { conversationId: visitor.id })).lane).toBeNull();
    expect(await receiver.refusal('private:read', { ...held, after: 0 })).toBe('not_found');
    const now = await receiver.must('handover:take_control', { handoverId });
    await receiver.says(now, 'hello, I am Jo');
    await receiver.must('handover:settle', { handoverId });
    expect((await notesFor(receiver, now)).notes).toMatchObject([{ note: NOTE }]);
    expect(await wordsFor(receiver, now)).toEqual([]);
    await receiver.must('conversation:end', { ...now, reason: 'responder_ended_agreed' });
    await receiver.must('wrap_up:finish', { ...now, wrapUp: aWrapUp('tired tonight') });
    const about = { conversationId: visitor.id };
    expect(await supervisor.refusal('note:read', { ...about, after: 0 })).toBe('not_found');
    const { written } = await supervisor.must('history:open', { ...about, purpose: 'support' });
    for (const text of [NOTE, 'tired tonight']) expect(JSON.stringify(written)).toContain(text);
    const late = { ...held, id: randomUUID(), note: NOTE };
    expect(await sender.refusal('note:add', late)).toBe('stale_epoch');
    expectNothingPrivate(visitor);
    expect(visitor.rawFrames()).not.toContain('tired tonight');
  });

  it('the private lane is open while a supervisor reads along or is called, and ends with the conversation', async () => {
    const { visitor, sender, held } = await aHeldConversation(deployment);
    const asked = { ...held, id: randomUUID(), word: WORD };
    expect(await sender.refusal('private:say', asked)).toBe('lane_closed');
    await sender.must('beside:open', { conversationId: visitor.id });
    const call = { callId: randomUUID(), conversationId: visitor.id, urgency: 'normal' } as const;
    await sender.must('help:call', call);
    await sender.hears('beside:changed', ({ lane }) => lane?.isOpen === true);
    await sender.must('private:say', asked);
    const supervisor = await aSupervisor(deployment);
    expect(await supervisor.refusal('private:read', { ...held, after: 0 })).toBe('not_found');
    await supervisor.must('conversation:observe', { conversationId: visitor.id });
    expect(await wordsFor(supervisor, held)).toEqual([[sender.person.name, WORD]]);
    await sender.must('help:end', { callId: call.callId });
    await supervisor.must('conversation:unobserve', { conversationId: visitor.id });
    await sender.hears('beside:changed', ({ lane }) => lane?.isOpen === false);
    await supervisor.must('conversation:observe', { conversationId: visitor.id });
    await visitor.must('conversation:end', {});
    for (const page of [sender, supervisor])
      expect(await page.refusal('private:say', { ...asked, id: randomUUID() })).toBe('conversation_ended');
    await note(sender, held, held.epoch);
  });

  it('[AUD1] each note and each private word has one audit row, without its words', async () => {
    const { visitor, sender, supervisor, held } = await readAlong();
    const { id: word } = await say(supervisor, held);
    const { id: written } = await note(sender, held, held.epoch);
    const rows = await deployment.database.sql(
      `select action, actor_id, subject from audit_entry
       where conversation_id = $1 and action in ('note_added', 'private_word_said') order by id`,
      [visitor.id],
    );
    expect(rows).toEqual([
      { action: 'private_word_said', actor_id: supervisor.person.id, subject: word },
      { action: 'note_added', actor_id: sender.person.id, subject: written },
    ]);
  });

  it('[SAF4] the visitor is told that a supervisor joined only while one is there, and the responder stays the one writer', async () => {
    const { visitor, sender, supervisor, held } = await readAlong();
    const { conversationId } = held;
    const tells = async () => (await visitor.reads(2)).entries.map((entry) => [told([entry])[0], entry.name]);
    expect(await tells()).toEqual([]);
    const name = supervisor.person.name;
    for (const _ of ['once', 'twice']) await supervisor.must('conversation:join', { conversationId });
    await visitor.hears('timeline:appended', ({ entries }) => entries.some((entry) => entry.name === name));
    expect(await supervisor.refusal('message:send', { ...held, id: randomUUID(), body: 'hi' })).toBe(
      'not_found',
    );
    await sender.hears('beside:changed', ({ joined }) => joined[0] === name);
    await supervisor.must('conversation:step_out', { conversationId });
    await supervisor.must('conversation:join', { conversationId });
    supervisor.leave();
    await until('the visitor to be told', async () => (await tells()).length === 4);
    expect(await tells()).toEqual([
      ['supervisor_joined', name],
      ['supervisor_left', name],
      ['supervisor_joined', name],
      ['supervisor_left', name],
    ]);
    expect((await visitor.opens()).responder?.name).toBe(sender.person.name);
  });

  it('[HND2] a supervisor who joined and takes over is told of as the one who joined, not as one who left', async () => {
    const { visitor, sender, supervisor, held } = await readAlong();
    const { conversationId } = held;
    await supervisor.must('conversation:join', { conversationId });
    const now = await supervisor.must('conversation:take_over', { conversationId, reason: 'safety' });
    await supervisor.says(now, 'I write now');
    expect(await sender.refusal('message:send', { ...held, id: randomUUID(), body: 'late' })).toBe(
      'stale_epoch',
    );
    await supervisor.must('conversation:unobserve', { conversationId });
    expect(told((await visitor.reads(2)).entries)).toEqual([
      'supervisor_joined',
      'left',
      'joined',
      'I write now',
    ]);
  });
});
