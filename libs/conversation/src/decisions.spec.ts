import { instant, type StaffId } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { appendRefusal, type Writer } from './append';
import type { Conversation } from './conversation';
import {
  begin,
  endAfterQuickExit,
  endByHolder,
  endByVisitor,
  leaveQuickly,
  loseHolder,
  wrapUp,
  type StaffClaim,
} from './decisions';
import { aConversation } from './testing/a-conversation';

const at = instant(5_000);
const [sam, kim] = [numbered.staff(1), numbered.staff(2)];

/** All had one holding (epoch 1, Sam's) before the second (epoch 2), where there is a second. */
const states = {
  'waiting for the first time': aConversation().waiting(),
  'waiting again': aConversation().afterHoldings(1).waiting(),
  talking: aConversation().afterHoldings(1).heldBy(kim),
  'talking, visitor left': aConversation().afterHoldings(1).leftByVisitorWhileHeldBy(kim),
  'ended in the queue': aConversation().ended('left_waiting'),
  ended: aConversation().afterHoldings(2).ended(),
} as const satisfies Record<string, Conversation>;
type State = keyof typeof states;

const claim = (staff: StaffId, epoch: number, held = true): StaffClaim => ({ staff, epoch, held });
const asWriter = (staff: StaffId, epoch: number): Writer => ({ role: 'responder', ...claim(staff, epoch) });
const endWith = (conversation: Conversation, by: StaffClaim) =>
  endByHolder(conversation, by, { reason: 'responder_ended_agreed', at });

const lose = (conversation: Conversation, epoch: number) => loseHolder(conversation, { epoch, band: 2, at });

type Said = ReturnType<
  typeof begin | typeof endByHolder | typeof loseHolder | typeof leaveQuickly | typeof wrapUp
>;
/** A decision in a word or two: the refusal, or the facts with the reason of an end. */
const inWords = (decision: Said): string => {
  if (!decision.accepted) return decision.refusal;
  const words = decision.events.map((event) =>
    event.type === 'conversation_ended' ? `${event.type}: ${event.reason}` : event.type,
  );
  return words.join() || 'nothing changes';
};

const commands = {
  begin: (given: Conversation) => inWords(begin(given, sam, at)),
  endByVisitor: (given: Conversation) => inWords(endByVisitor(given, at)),
  leaveQuickly: (given: Conversation) => inWords(leaveQuickly(given, at)),
  endAfterQuickExit: (given: Conversation) => inWords(endAfterQuickExit(given, at)),
  'loseHolder, newest epoch': (given: Conversation) => inWords(lose(given, 2)),
  'loseHolder, epoch before': (given: Conversation) => inWords(lose(given, 1)),
  'endByHolder, newest epoch': (given: Conversation) => inWords(endWith(given, claim(kim, 2))),
  'endByHolder, epoch before': (given: Conversation) => inWords(endWith(given, claim(sam, 1))),
  'endByHolder, never held': (given: Conversation) => inWords(endWith(given, claim(sam, 2, false))),
  'visitor writes': (given: Conversation) =>
    appendRefusal(given, { role: 'visitor', tokenWorks: true }) ?? 'may',
  'visitor writes, token over': (given: Conversation) =>
    appendRefusal(given, { role: 'visitor', tokenWorks: false }) ?? 'may',
  'newest epoch writes': (given: Conversation) => appendRefusal(given, asWriter(kim, 2)) ?? 'may',
  'epoch before writes': (given: Conversation) => appendRefusal(given, asWriter(sam, 1)) ?? 'may',
  'stranger writes': (given: Conversation) =>
    appendRefusal(given, { role: 'responder', ...claim(sam, given.epoch, false) }) ?? 'may',
} as const;
type Command = keyof typeof commands;

const IN_QUEUE = {
  begin: 'holding_began',
  endByVisitor: 'conversation_ended: left_waiting',
  leaveQuickly: 'conversation_ended: quick_exit',
  endAfterQuickExit: 'nothing changes',
  'loseHolder, newest epoch': 'nothing changes',
  'loseHolder, epoch before': 'nothing changes',
  'endByHolder, newest epoch': 'stale_epoch',
  'endByHolder, epoch before': 'stale_epoch',
  'endByHolder, never held': 'not_found',
  'visitor writes': 'may',
  'visitor writes, token over': 'not_found',
  'newest epoch writes': 'stale_epoch',
  'epoch before writes': 'stale_epoch',
  'stranger writes': 'not_found',
} as const;
const WHILE_TALKING = {
  begin: 'offer_taken',
  endByVisitor: 'conversation_ended: visitor_ended',
  leaveQuickly: 'visitor_left_quickly',
  endAfterQuickExit: 'nothing changes',
  'loseHolder, newest epoch': 'holding_lost',
  'loseHolder, epoch before': 'nothing changes',
  'endByHolder, newest epoch': 'conversation_ended: responder_ended_agreed',
  'endByHolder, epoch before': 'stale_epoch',
  'endByHolder, never held': 'not_found',
  'visitor writes': 'may',
  'visitor writes, token over': 'not_found',
  'newest epoch writes': 'may',
  'epoch before writes': 'stale_epoch',
  'stranger writes': 'not_found',
} as const;
const AFTER_THE_END = {
  begin: 'conversation_ended',
  endByVisitor: 'nothing changes',
  leaveQuickly: 'nothing changes',
  endAfterQuickExit: 'nothing changes',
  'loseHolder, newest epoch': 'nothing changes',
  'loseHolder, epoch before': 'nothing changes',
  'endByHolder, newest epoch': 'conversation_ended',
  'endByHolder, epoch before': 'stale_epoch',
  'endByHolder, never held': 'not_found',
  'visitor writes': 'conversation_ended',
  'visitor writes, token over': 'not_found',
  'newest epoch writes': 'conversation_ended',
  'epoch before writes': 'stale_epoch',
  'stranger writes': 'not_found',
} as const;

const EXPECTED: Record<State, Record<Command, string>> = {
  'waiting for the first time': IN_QUEUE,
  'waiting again': IN_QUEUE,
  talking: WHILE_TALKING,
  'talking, visitor left': {
    ...WHILE_TALKING,
    endByVisitor: 'nothing changes',
    leaveQuickly: 'nothing changes',
    endAfterQuickExit: 'conversation_ended: quick_exit',
    'loseHolder, newest epoch': 'nothing changes',
    'newest epoch writes': 'visitor_left',
  },
  'ended in the queue': {
    ...AFTER_THE_END,
    'endByHolder, newest epoch': 'stale_epoch',
    'newest epoch writes': 'stale_epoch',
  },
  ended: AFTER_THE_END,
};

const stateNames = Object.keys(states) as State[];
const commandNames = Object.keys(commands) as Command[];
const cells = stateNames.flatMap((state) => commandNames.map((command) => [state, command] as const));

describe('every state, every command', () => {
  it.each(cells)('%s, %s', (state, command) => {
    expect(commands[command](states[state])).toBe(EXPECTED[state][command]);
  });
});

describe('beginning', () => {
  it('the responder who takes a conversation gets the next epoch', () => {
    expect(begin(aConversation().afterHoldings(4).waiting(), sam, at)).toEqual({
      accepted: true,
      events: [
        {
          type: 'holding_began',
          service: numbered.service(1),
          conversation: numbered.conversation(1),
          staff: sam,
          epoch: 5,
          at,
        },
      ],
    });
  });
});

describe('ending', () => {
  const ended = {
    type: 'conversation_ended',
    service: numbered.service(1),
    conversation: numbered.conversation(1),
    epoch: 1,
    at,
  };
  it('names the holder who ended it, with their reason', () => {
    const decision = endByHolder(aConversation().heldBy(sam), claim(sam, 1), { reason: 'went_quiet', at });
    expect(decision).toEqual({ accepted: true, events: [{ ...ended, reason: 'went_quiet', by: sam }] });
  });

  it('names nobody when the visitor or the clock did', () => {
    const [held, left] = [aConversation().heldBy(sam), aConversation().leftByVisitorWhileHeldBy(sam)];
    expect(endByVisitor(held, at).events).toEqual([{ ...ended, reason: 'visitor_ended', by: 'visitor' }]);
    expect(endAfterQuickExit(left, at).events).toEqual([{ ...ended, reason: 'quick_exit', by: null }]);
  });

  it('a quick exit out of a conversation first only tells the responder', () => {
    const { service, conversation } = ended;
    expect(leaveQuickly(aConversation().heldBy(sam), at).events).toEqual([
      { type: 'visitor_left_quickly', service, conversation, at },
    ]);
  });
});

describe('losing the holder', () => {
  it('names whose line was lost, under which epoch, and the band to wait in', () => {
    expect(lose(aConversation().afterHoldings(1).heldBy(kim), 2).events).toEqual([
      {
        type: 'holding_lost',
        service: numbered.service(1),
        conversation: numbered.conversation(1),
        staff: kim,
        epoch: 2,
        band: 2,
        at,
      },
    ]);
  });
});

describe('who may write', () => {
  it('[ASG2] refuses every epoch but the newest, in every state', () => {
    for (const conversation of Object.values(states))
      for (let epoch = 0; epoch <= conversation.epoch + 1; epoch += 1) {
        const refusal = appendRefusal(conversation, asWriter(sam, epoch));
        if (epoch !== conversation.epoch) expect(refusal).toBe('stale_epoch');
      }
  });

  it('[SEC1] answers alike for a conversation that is not there and one that was never theirs', () => {
    const stranger: Writer = { role: 'responder', ...claim(sam, 1, false) };
    expect(appendRefusal(null, stranger)).toBe('not_found');
    for (const conversation of Object.values(states))
      expect(appendRefusal(conversation, stranger)).toBe('not_found');
    expect(appendRefusal(null, { role: 'visitor', tokenWorks: true })).toBe('not_found');
  });
});

describe('wrapping up', () => {
  const holdings = [
    [{ ended: false, wrappedUp: false }, 'not_ended'],
    [{ ended: false, wrappedUp: true }, 'not_ended'],
    [{ ended: true, wrappedUp: true }, 'already_wrapped_up'],
    [{ ended: true, wrappedUp: false }, 'wrapped_up'],
  ] as const;
  const everywhere = stateNames.flatMap((state) => holdings.map((row) => [state, ...row] as const));

  it.each(everywhere)('%s, of a holding that is %j: %s', (state, holding, expected) => {
    expect(inWords(wrapUp(states[state], { staff: sam, epoch: 1, ...holding }, at))).toBe(expected);
  });

  it('belongs to the holding, not to the newest one', () => {
    const holding = { staff: sam, epoch: 1, ended: true, wrappedUp: false };
    expect(wrapUp(states.talking, holding, at)).toMatchObject({ events: [{ staff: sam, epoch: 1 }] });
  });
});
