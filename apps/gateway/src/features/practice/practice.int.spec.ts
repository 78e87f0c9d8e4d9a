import { randomUUID } from 'node:crypto';
import type { PracticeActSent } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { act, aMinute, begin, bodies, say } from '../../../test/deployment/practice';
import { aConsole, aResponder, aSupervisor } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

/** Everything that passing the scenario of someone not safe needs, and the end. */
const WELL_DONE: readonly PracticeActSent[] = [
  aMinute,
  say('Hello Ash. Are you thinking about suicide?'),
  aMinute,
  say('Do you have tablets with you now?'),
  aMinute,
  { kind: 'safety', answer: 'not_safe_now' },
  { kind: 'record', entry: { kind: 'asked', answer: 'yes', words: '' } },
  { kind: 'call', urgency: 'urgent' },
  say('I am here with you. Take care.'),
  { kind: 'end', reason: 'responder_ended_agreed' },
  { kind: 'wrap_up' },
];

const asRows = async (sql: string, ...parameters: unknown[]): Promise<unknown[]> =>
  deployment.database.sql(sql, parameters);

/** How many rows there are of what practice must never touch. */
const rowsOfReal = async (): Promise<Record<string, number> & { conversation: number }> => {
  const tables = [
    ...['holding', 'help_call', 'safety_entry', 'observation', 'danger_heard', 'handover', 'note'],
    ...['on_call_message', 'wait_outcome', 'ending_request', 'danger_ending', 'supervisor_call'],
  ];
  const counted = ['conversation', ...tables].map(
    (table) => `select '${table}' as name, count(*)::integer as n from ${table}`,
  );
  const held = `select 'held by all' as name, sum(conversations_held)::integer as n from staff`;
  const rows = await deployment.database.sql<{ name: string; n: number }>(
    [...counted, held].join(' union all '),
  );
  return { conversation: 0, ...Object.fromEntries(rows.map(({ name, n }) => [name, n])) };
};

describe('a practice conversation', () => {
  it('[PRA1] in danger reaches no supervisor, no contact, no queue and no figure', async () => {
    const [supervisor, other] = [await aSupervisor(deployment), await aResponder(deployment)];
    const person = await aConsole(deployment, deployment.gateway(1));
    await supervisor.must('live_view:open', {});
    const { helpCalls, answerRate } = await supervisor.must('wallboard:open', {});
    const before = await rowsOfReal();
    const practice = await begin(person, 'not_safe');
    await act(person, practice, ...WELL_DONE.slice(0, -2), {
      kind: 'record',
      entry: { kind: 'fact', fact: 'already_acted', isTicked: true, timeframe: null, words: '' },
    });
    // A real visitor comes after it: had practice been offered, counted or called, that would be seen by then.
    const visitor = await aVisitor().waitingAt(deployment.gateway(0));
    expect((await other.isOffered()).conversationId).toBe(visitor.id);
    const { calls, inDanger, silent, unanswered, endings } = await supervisor.must('help:open', {});
    expect([calls, inDanger, silent, unanswered, endings.toAgree].flat()).toEqual([]);
    const { caseload, load, me } = await person.must('desk:open', {});
    expect([caseload, load, me.availability]).toEqual([[], 0, 'away']);
    await supervisor.seesLiveView(({ waiting }) => waiting.length === 1);
    await act(person, practice, ...WELL_DONE.slice(-2));
    expect(await rowsOfReal()).toEqual({ ...before, conversation: before.conversation + 1 });
    const board = await supervisor.must('wallboard:open', {});
    expect([board.helpCalls, board.answerRate]).toEqual([helpCalls, answerRate]);
    expect(supervisor.everything() + other.everything()).not.toContain(practice.practiceId);
  });

  it('[PRA2] is kept on the server: a reload and another gateway show the same', async () => {
    const person = await aConsole(deployment, deployment.gateway(0));
    const practice = await begin(person, 'lonely');
    const said = await act(person, practice, aMinute, say('Hello, it sounds lonely.'), aMinute);
    expect(bodies(said ?? practice)).toEqual([
      'hi',
      'not sure this counts as a real problem',
      'Hello, it sounds lonely.',
      'it is just that the phone has not rung since August',
      'I have the radio on all day. it does not answer though',
    ]);
    const again = await person.again(deployment.gateway(1));
    const { practiceId } = practice;
    expect(bodies(await again.must('practice:open', { practiceId }))).toEqual(bodies(said ?? practice));
  });

  it('[PRA2] an act sent twice is one, and the same id for something else is refused', async () => {
    const person = await aConsole(deployment, deployment.gateway());
    const { practiceId } = await begin(person, 'lonely');
    const actId = randomUUID();
    const sent = { practiceId, actId, act: say('Hello') };
    await person.must('practice:act', sent);
    expect(bodies(await person.must('practice:act', sent)).filter((body) => body === 'Hello')).toHaveLength(
      1,
    );
    expect(await person.refusal('practice:act', { ...sent, act: say('Hullo') })).toBe('different_body');
  });

  it('[PRA4] that passed is a training record, for a year and once a day', async () => {
    const person = await aConsole(deployment, deployment.gateway());
    for (const round of [1, 2]) {
      const over = await act(person, await begin(person, 'not_safe'), ...WELL_DONE);
      expect([round, over?.result]).toEqual([round, 'passed']);
      expect(over?.looks?.filter(({ isNeeded, isMet }) => isNeeded && !isMet)).toEqual([]);
    }
    const { wellbeing } = await person.must('desk:open', {});
    expect(wellbeing.training).toContainEqual({
      module: 'practice_not_safe',
      state: 'valid',
      expiresAt: expect.any(Number) as number,
    });
    const { scenarios } = await person.must('practice:list', {});
    expect(scenarios.filter(({ validUntil }) => validUntil !== null).map(({ scenario }) => scenario)).toEqual(
      ['not_safe'],
    );
  });

  it('[RTE5] that a service asks of everyone is needed for offers until it is passed', async () => {
    const person = await aResponder(deployment);
    const obstacles = async () =>
      (await person.must('desk:open', {})).wellbeing.obstacles.map(({ reason, lacks }) => [reason, lacks]);
    expect(await obstacles()).toEqual([]);
    await deployment.database.sql(`update service set needed_practice = '{not_safe}'`);
    try {
      expect(await obstacles()).toEqual([['training_missing', 'practice_not_safe']]);
      const { training } = (await person.must('desk:open', {})).wellbeing;
      expect(training).toContainEqual({ module: 'practice_not_safe', state: 'missing', expiresAt: null });
      await act(person, await begin(person, 'not_safe'), ...WELL_DONE);
      expect(await obstacles()).toEqual([]);
    } finally {
      await deployment.database.sql(`update service set needed_practice = '{}'`);
    }
  });

  it('[PRA4] that did not pass, or was left, gives no record', async () => {
    const person = await aConsole(deployment, deployment.gateway());
    const short = WELL_DONE.filter((one) => one.kind !== 'call');
    expect((await act(person, await begin(person, 'not_safe'), ...short))?.result).toBe('not_passed');
    const left = await act(person, await begin(person, 'not_safe'), aMinute, { kind: 'leave' });
    expect([left?.result, left?.looks]).toEqual(['left', null]);
    const { wellbeing } = await person.must('desk:open', {});
    expect(wellbeing.training.map(({ module }) => module)).not.toContain('practice_not_safe');
  });

  it('is read by a supervisor once it is over, recorded, who adds a word that the responder sees', async () => {
    const person = await aConsole(deployment, deployment.gateway(1));
    const supervisor = await aSupervisor(deployment);
    const practice = await begin(person, 'not_safe');
    const { practiceId } = practice;
    expect(await supervisor.refusal('practice:open', { practiceId })).toBe('not_found');
    await act(person, practice, ...WELL_DONE);
    const read = await supervisor.must('practice:open', { practiceId });
    expect([read.part, read.result]).toEqual(['reader', 'passed']);
    expect(bodies(read)).toContain('Hello Ash. Are you thinking about suicide?');
    const word = { practiceId, wordId: randomUUID(), word: 'You asked it plainly.' };
    await supervisor.must('practice:advise', word);
    await supervisor.must('practice:advise', word);
    const { words } = await person.must('practice:open', { practiceId });
    expect(words.map(({ by, word: told }) => [by, told])).toEqual([[supervisor.person.name, word.word]]);
    expect(await person.refusal('practice:advise', word)).toBe('not_allowed');
    const audited = await asRows('select action from audit_entry where subject = $1 order by id', practiceId);
    expect(audited.map((row) => (row as { action: string }).action)).toEqual([
      'practice_began',
      'practice_ended',
      'practice_read',
      'practice_word_added',
      'practice_read',
      'practice_read',
    ]);
  });

  it('[PRA2] is seen by nobody else, and its words are nowhere in plain text', async () => {
    const person = await aConsole(deployment, deployment.gateway());
    const stranger = await aConsole(deployment, deployment.gateway());
    const { practiceId } = await begin(person, 'silent');
    await act(person, { practiceId }, say('practice-canary'), { kind: 'note', words: 'practice-canary' });
    expect(await stranger.refusal('practice:open', { practiceId })).toBe('not_found');
    expect(await stranger.refusal('practice:act', { practiceId, actId: randomUUID(), act: aMinute })).toBe(
      'not_found',
    );
    const stored = await asRows(
      `select p::text from practice p union all select a::text from practice_act a
       union all select e::text from audit_entry e union all select o::text from outbox o`,
    );
    expect(JSON.stringify(stored)).not.toContain('practice-canary');
  });

  it('is not begun beside a real visitor, and another that runs is left', async () => {
    const person = await aResponder(deployment);
    const first = await begin(person, 'lonely');
    const second = await begin(person, 'silent');
    const { practiceId } = first;
    expect((await person.must('practice:open', { practiceId })).result).toBe('left');
    await act(person, second, { kind: 'leave' });
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    await person.takes(visitor.id);
    const wished = { practiceId: randomUUID(), scenario: 'lonely', colleagueId: null } as const;
    expect(await person.refusal('practice:begin', wished)).toBe('not_available');
  });

  it('a colleague who is here is asked, plays the visitor, and sees nothing of the record', async () => {
    const person = await aConsole(deployment, deployment.gateway(0));
    const colleague = await aConsole(deployment, deployment.gateway(1));
    const { colleagues } = await person.must('practice:list', {});
    const { id: colleagueId } = colleague.person;
    expect(colleagues.find(({ id }) => id === colleagueId)).toMatchObject({ isHere: true, isBusy: false });
    const practiceId = randomUUID();
    await person.must('practice:begin', { practiceId, scenario: null, colleagueId });
    await colleague.hears('practice:changed', (told) => told.practiceId === practiceId);
    const asVisitor = {
      practiceId,
      actId: randomUUID(),
      act: { kind: 'visitor_say', words: 'is it you?' },
    } as const;
    await colleague.must('practice:act', asVisitor);
    await until('the responder to hear it', async () =>
      bodies(await person.must('practice:open', { practiceId })).includes('is it you?'),
    );
    expect(await person.refusal('practice:act', { ...asVisitor, actId: randomUUID() })).toBe('not_allowed');
    await act(
      person,
      { practiceId },
      { kind: 'note', words: 'between us' },
      { kind: 'call', urgency: 'normal' },
    );
    const seen = await colleague.must('practice:open', { practiceId });
    expect([seen.part, seen.item, seen.record, seen.notes, seen.called]).toEqual([
      'visitor',
      null,
      null,
      [],
      null,
    ]);
    expect(await colleague.refusal('practice:act', { ...asVisitor, actId: randomUUID(), act: aMinute })).toBe(
      'not_allowed',
    );
    await colleague.must('practice:act', { ...asVisitor, actId: randomUUID(), act: { kind: 'visitor_end' } });
    const over = await act(person, { practiceId }, { kind: 'wrap_up' });
    expect([over?.result, over?.looks?.length]).toEqual(['not_passed', 8]);
  });
});
