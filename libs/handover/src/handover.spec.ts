import type { Instant } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { answerAsVisitor, offerTo, withdraw } from './decisions';
import type { HandoverEvent } from './events';
import { DEADLINES, type Handover } from './handover';
import { callOff, expire, loseReceiver, loseSender } from './lost-lines';
import { acceptHandover, confirmBrief, decline, settle, takeControl } from './receiving';
import { aHandover, BEFORE, DEADLINE } from './testing';

const [sam, kim, jo] = [numbered.staff(1), numbered.staff(2), numbered.staff(3)];
const moment = (at: Instant) => ({ at, deadlines: DEADLINES });
const toKim = { to: 'person', staff: kim } as const;

/** Sam hands over to Kim; Jo has no part in it. */
const states = {
  proposed: aHandover().proposed(),
  'offered to anyone': aHandover().offeredTo(kim),
  'offered to one person': aHandover().to(toKim).offeredTo(kim),
  'offered, sender must leave': aHandover().mustLeave().offeredTo(kim),
  'visitor asked': aHandover().askingVisitorFor(kim),
  joined: aHandover().joinedBy(kim),
  'joined, brief read': aHandover().withBriefRead().joinedBy(kim),
  'control passed': aHandover().passedTo(kim),
  'control passed, brief read': aHandover().withBriefRead().passedTo(kim),
  'cold, proposed': aHandover().cold().proposed(),
  'cold, offered': aHandover().cold().offeredTo(kim),
  'cold, control passed': aHandover().cold().passedTo(kim),
  left: aHandover().ended('left'),
  declined: aHandover().ended('declined'),
  expired: aHandover().ended('expired'),
  'visitor said no': aHandover().ended('visitor_said_no'),
  cancelled: aHandover().ended('cancelled'),
} as const satisfies Record<string, Handover>;
type State = keyof typeof states;

type Said =
  | { readonly accepted: true; readonly events: readonly HandoverEvent[] }
  | { readonly accepted: false; readonly refusal: string };
const inAWord = (fact: HandoverEvent): string =>
  fact.type === 'handover_closed' ? `${fact.state}: ${fact.reason ?? 'as it says'}` : fact.type;
/** A decision in a word or two: the refusal, or the facts. */
const inWords = (decision: Said): string =>
  decision.accepted ? decision.events.map(inAWord).join(', ') || '-' : decision.refusal;

const commands = {
  'Kim is asked': (given) => offerTo(given, kim, moment(BEFORE)),
  'Sam is asked': (given) => offerTo(given, sam, moment(BEFORE)),
  'Kim is asked, late': (given) => offerTo(given, kim, moment(DEADLINE)),
  'Kim accepts': (given) => acceptHandover(given, kim, moment(BEFORE)),
  'Kim accepts, late': (given) => acceptHandover(given, kim, moment(DEADLINE)),
  'Jo accepts': (given) => acceptHandover(given, jo, moment(BEFORE)),
  'Kim declines': (given) => decline(given, kim, moment(BEFORE)),
  'Kim declines, late': (given) => decline(given, kim, moment(DEADLINE)),
  'Sam declines': (given) => decline(given, sam, moment(BEFORE)),
  'visitor says yes': (given) => answerAsVisitor(given, true, BEFORE),
  'visitor says no': (given) => answerAsVisitor(given, false, BEFORE),
  'visitor says yes, late': (given) => answerAsVisitor(given, true, DEADLINE),
  'Kim has read the brief': (given) => confirmBrief(given, kim, BEFORE),
  'Sam has read the brief': (given) => confirmBrief(given, sam, BEFORE),
  'Kim takes control': (given) => takeControl(given, kim, moment(BEFORE)),
  'Jo takes control': (given) => takeControl(given, jo, moment(BEFORE)),
  'Kim says settled': (given) => settle(given, kim, BEFORE),
  'Sam says settled': (given) => settle(given, sam, BEFORE),
  withdraw: (given) => withdraw(given, sam, BEFORE),
  'time, early': (given) => expire(given, moment(BEFORE)),
  'time is up': (given) => expire(given, moment(DEADLINE)),
  'the holder’s line lost': (given) => loseSender(given, moment(BEFORE)),
  'the receiver’s lease lost': (given) => loseReceiver(given, BEFORE),
  'the conversation ends': (given) => callOff(given, { reason: 'conversation_ended', by: null, at: BEFORE }),
  'a supervisor takes over': (given) => callOff(given, { reason: 'taken_over', by: jo, at: BEFORE }),
} as const satisfies Record<string, (given: Handover) => Said>;
type Command = keyof typeof commands;

const NOTHING_HAPPENS = {
  'Kim is asked': '-',
  'Sam is asked': '-',
  'Kim is asked, late': '-',
  'visitor says yes': '-',
  'visitor says no': '-',
  'visitor says yes, late': '-',
  'time, early': '-',
  'time is up': '-',
  'the holder’s line lost': '-',
  'the receiver’s lease lost': '-',
} as const;
const NOT_THEIRS = {
  'Jo accepts': 'not_found',
  'Sam declines': 'not_found',
  'Sam has read the brief': 'not_found',
  'Jo takes control': 'not_found',
  'Sam says settled': 'not_found',
} as const;
const CALLED_OFF = {
  'the conversation ends': 'cancelled: conversation_ended',
  'a supervisor takes over': 'cancelled: taken_over',
} as const;

const PROPOSED: Record<Command, string> = {
  ...NOTHING_HAPPENS,
  ...NOT_THEIRS,
  ...CALLED_OFF,
  'Kim is asked': 'handover_offered',
  'Kim accepts': 'not_found',
  'Kim accepts, late': 'not_found',
  'Kim declines': 'not_found',
  'Kim declines, late': 'not_found',
  'Kim has read the brief': 'not_found',
  'Kim takes control': 'not_found',
  'Kim says settled': 'not_found',
  withdraw: 'cancelled: withdrawn',
  'time is up': 'expired: nobody_free',
  'the holder’s line lost': 'cancelled: sender_lost',
};
const OFFERED: Record<Command, string> = {
  ...NOTHING_HAPPENS,
  ...NOT_THEIRS,
  ...CALLED_OFF,
  'Kim accepts': 'handover_accepted, visitor_asked',
  'Kim accepts, late': 'handover_closed',
  'Kim declines': 'handover_declined',
  'Kim declines, late': 'handover_closed',
  'Kim has read the brief': 'handover_closed',
  'Kim takes control': 'handover_closed',
  'Kim says settled': 'handover_closed',
  withdraw: 'cancelled: withdrawn',
  'time is up': 'handover_missed',
  'the holder’s line lost': 'cancelled: sender_lost',
};
const ACCEPTED: Record<Command, string> = {
  ...NOTHING_HAPPENS,
  ...NOT_THEIRS,
  ...CALLED_OFF,
  'Kim accepts': '-',
  'Kim accepts, late': '-',
  'Kim declines': 'handover_closed',
  'Kim declines, late': 'handover_closed',
  'Kim has read the brief': 'brief_read',
  'Kim takes control': 'handover_closed',
  'Kim says settled': 'handover_closed',
  withdraw: 'cancelled: withdrawn',
  'the receiver’s lease lost': 'cancelled: receiver_lost',
};
const JOINED: Record<Command, string> = {
  ...ACCEPTED,
  'Kim takes control': 'brief_unread',
  'the holder’s line lost': 'control_passed',
};
const PASSED: Record<Command, string> = {
  ...ACCEPTED,
  'Kim takes control': '-',
  'Kim says settled': 'brief_unread',
  withdraw: 'handover_closed',
  'time is up': 'handover_left',
  'the holder’s line lost': 'handover_left',
  'the receiver’s lease lost': '-',
  'the conversation ends': 'handover_left',
  'a supervisor takes over': 'handover_left',
};
const CLOSED: Record<Command, string> = {
  ...NOTHING_HAPPENS,
  ...NOT_THEIRS,
  'Kim accepts': 'handover_closed',
  'Kim accepts, late': 'handover_closed',
  'Kim declines': 'handover_closed',
  'Kim declines, late': 'handover_closed',
  'Kim has read the brief': 'handover_closed',
  'Kim takes control': 'handover_closed',
  'Kim says settled': 'handover_closed',
  withdraw: 'handover_closed',
  'the conversation ends': '-',
  'a supervisor takes over': '-',
};

const EXPECTED: Record<State, Record<Command, string>> = {
  proposed: PROPOSED,
  'offered to anyone': OFFERED,
  'offered to one person': {
    ...OFFERED,
    'Kim declines': 'declined: as it says',
    'time is up': 'expired: not_answered',
  },
  'offered, sender must leave': { ...OFFERED, 'Kim accepts': 'handover_accepted, handover_joined' },
  'visitor asked': {
    ...ACCEPTED,
    'visitor says yes': 'visitor_agreed, handover_joined',
    'visitor says no': 'visitor_said_no: as it says',
    'time is up': 'expired: visitor_silent',
    'the holder’s line lost': 'cancelled: sender_lost',
  },
  joined: JOINED,
  'joined, brief read': {
    ...JOINED,
    'Kim has read the brief': '-',
    'Kim takes control': 'control_passed',
  },
  'control passed': PASSED,
  'control passed, brief read': {
    ...PASSED,
    'Kim has read the brief': '-',
    'Kim says settled': 'handover_left',
  },
  'cold, proposed': { ...PROPOSED, 'the holder’s line lost': '-' },
  'cold, offered': {
    ...OFFERED,
    'Kim accepts': 'handover_accepted, control_passed',
    'the holder’s line lost': '-',
  },
  'cold, control passed': { ...PASSED, 'Kim has read the brief': 'brief_read, handover_left' },
  left: CLOSED,
  declined: CLOSED,
  expired: CLOSED,
  'visitor said no': CLOSED,
  cancelled: CLOSED,
};

const stateNames = Object.keys(states) as State[];
const commandNames = Object.keys(commands) as Command[];
const cells = stateNames.flatMap((state) => commandNames.map((command) => [state, command] as const));

describe('every state, every command', () => {
  it.each(cells)('[HND1] %s, %s', (state, command) => {
    expect(inWords(commands[command](states[state]))).toBe(EXPECTED[state][command]);
  });
});
