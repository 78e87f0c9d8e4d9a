import type { Conversation } from '@warmline/conversation';
import { aConversation } from '@warmline/conversation/testing';
import { later } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { propose, type Proposal } from './decisions';
import { DEADLINES } from './handover';
import { nextReceiver, type Candidate, type Need } from './receiver';
import { aHandover, BEFORE } from './testing';

const [sam, kim, jo] = [numbered.staff(1), numbered.staff(2), numbered.staff(3)];

/** Sam held it last, under epoch 2. */
const states = {
  waiting: aConversation().afterHoldings(2).waiting(),
  talking: aConversation().afterHoldings(1).heldBy(sam),
  'talking, visitor left': aConversation().afterHoldings(1).leftByVisitorWhileHeldBy(sam),
  ended: aConversation().afterHoldings(2).ended(),
} as const satisfies Record<string, Conversation>;
type State = keyof typeof states;

const by = (asker: typeof sam, more: Partial<Proposal> = {}): Proposal => ({
  id: numbered.handover(1),
  by: asker,
  isSupervisor: false,
  epoch: 2,
  holder: sam,
  holderPresent: true,
  ...more,
});
const proposals = {
  'the holder': by(sam),
  'the holder, who seems gone': by(sam, { holderPresent: false }),
  'the holder under an old epoch': by(sam, { epoch: 1 }),
  'a colleague': by(kim),
  'a supervisor': by(jo, { isSupervisor: true }),
  'a supervisor, the holder gone': by(jo, { isSupervisor: true, holderPresent: false }),
  'a supervisor with an old epoch': by(jo, { isSupervisor: true, epoch: 1 }),
  'a supervisor, of what nobody held': by(jo, { isSupervisor: true, holder: null }),
} as const satisfies Record<string, Proposal>;
type Asker = keyof typeof proposals;

const inAWord = (state: State, asker: Asker): string => {
  const decision = propose(states[state], proposals[asker], { at: BEFORE, deadlines: DEADLINES });
  return decision.accepted ? decision.events.map(({ kind }) => kind).join() : decision.refusal;
};

const WHILE_TALKING: Record<Asker, string> = {
  'the holder': 'warm',
  'the holder, who seems gone': 'warm',
  'the holder under an old epoch': 'stale_epoch',
  'a colleague': 'not_found',
  'a supervisor': 'warm',
  'a supervisor, the holder gone': 'cold',
  'a supervisor with an old epoch': 'stale_epoch',
  'a supervisor, of what nobody held': 'not_found',
};
const EXPECTED: Record<State, Record<Asker, string>> = {
  talking: WHILE_TALKING,
  'talking, visitor left': WHILE_TALKING,
  waiting: {
    ...WHILE_TALKING,
    'the holder': 'stale_epoch',
    'the holder, who seems gone': 'stale_epoch',
    'a supervisor': 'cold',
  },
  ended: {
    'the holder': 'conversation_ended',
    'the holder, who seems gone': 'conversation_ended',
    'the holder under an old epoch': 'conversation_ended',
    'a colleague': 'not_found',
    'a supervisor': 'conversation_ended',
    'a supervisor, the holder gone': 'conversation_ended',
    'a supervisor with an old epoch': 'conversation_ended',
    'a supervisor, of what nobody held': 'not_found',
  },
};
const cells = (Object.keys(states) as State[]).flatMap((state) =>
  (Object.keys(proposals) as Asker[]).map((asker) => [state, asker] as const),
);

describe('proposing a handover', () => {
  it.each(cells)('[HND1] of a conversation that is %s, by %s', (state, asker) => {
    expect(inAWord(state, asker)).toBe(EXPECTED[state][asker]);
  });

  it('a proposal names its sender, who asked for it, and how long it is open', () => {
    const { talking } = states;
    const moment = { at: BEFORE, deadlines: DEADLINES };
    expect(propose(talking, proposals['a supervisor'], moment)).toEqual({
      accepted: true,
      events: [
        {
          type: 'handover_proposed',
          service: numbered.service(1),
          conversation: numbered.conversation(1),
          handover: numbered.handover(1),
          sender: sam,
          by: jo,
          epoch: 2,
          kind: 'warm',
          expiresAt: later(BEFORE, 10 * 60_000),
          at: BEFORE,
        },
      ],
    });
  });
});

const free = (staff: typeof sam, more: Partial<Candidate> = {}): Candidate => ({
  staff,
  freeSince: BEFORE,
  load: 0,
  capacity: 1,
  skills: [],
  ...more,
});
const need = (more: Partial<Need> = {}): Need => {
  const { sender, target } = aHandover().proposed();
  return { band: 3, sender, target, asked: new Set(), ...more };
};

describe('who is asked next', () => {
  it('is the longest free of those who fit, then by id', () => {
    const earlier = free(jo, { freeSince: later(BEFORE, -1) });
    expect(nextReceiver(need(), [free(kim), earlier])).toBe(jo);
    expect(nextReceiver(need(), [free(jo), free(kim)])).toBe(kim);
    expect(nextReceiver(need(), [])).toBeNull();
  });

  it('is never the sender, nor anyone who was asked before', () => {
    expect(nextReceiver(need(), [free(sam)])).toBeNull();
    expect(nextReceiver(need({ asked: new Set([kim]) }), [free(sam), free(kim), free(jo)])).toBe(jo);
  });

  it('[ASG3] has room: one unit, and two for band 1', () => {
    const candidates = [free(kim, { load: 0.5 }), free(jo, { load: 0.5, capacity: 2 })];
    expect(nextReceiver(need(), candidates)).toBe(jo);
    expect(nextReceiver(need({ band: 1 }), candidates)).toBeNull();
  });

  it('is the person meant, or has the skill meant, and nobody else', () => {
    const welsh = free(jo, { skills: ['welsh'] });
    const toWelsh = need({ target: { to: 'skill', skill: 'welsh' } });
    expect(nextReceiver(toWelsh, [free(kim), welsh])).toBe(jo);
    expect(nextReceiver(toWelsh, [free(kim)])).toBeNull();
    const toKim = need({ target: { to: 'person', staff: kim } });
    expect(nextReceiver(toKim, [welsh, free(kim)])).toBe(kim);
    expect(nextReceiver(toKim, [welsh])).toBeNull();
  });
});
