import type { StaffCommands } from '../commands';
import type { HelpView, helpCommands } from '../help';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = 1_750_000_000_000;

const call: HelpView['calls'][number] = {
  id: id(20),
  conversationId: id(1),
  visitorName: 'Robin',
  urgency: 'urgent',
  because: 'facts',
  calledBy: { id: id(2), name: 'Sam' },
  calledAt: at,
  answered: { by: { id: id(7), name: 'Ana' }, at },
  joinedAt: at,
  isThere: true,
  rings: 0,
};

/** Sam has called, and Ana is there. */
export const helpView: HelpView = {
  now: at,
  mine: [call],
  calls: [call],
  supervisorsHere: 1,
  unanswered: [
    { conversationId: id(1), visitorName: 'Robin', responder: { id: id(2), name: 'Sam' }, since: at },
  ],
  inDanger: [{ conversationId: id(1), since: at, rings: 1 }],
  everyoneAway: { waiting: 2, since: at },
  missedOffers: [{ responder: { id: id(2), name: 'Sam' }, at }],
  shiftsOver: [
    { conversationId: id(1), visitorName: 'Robin', responder: { id: id(2), name: 'Sam' }, since: at },
  ],
  onCallFailing: 1,
  late: { erasure: true, log: false },
  complaints: [{ id: id(30), at }],
  complaintsOpen: 1,
  endings: {
    mine: [
      {
        id: id(22),
        conversationId: id(1),
        epoch: 1,
        state: 'declined',
        reason: 'responder_ended_agreed',
        askedAt: at,
        answer: { by: 'Ana', word: 'Stay a little' },
      },
    ],
    toAgree: [
      {
        id: id(22),
        conversationId: id(1),
        visitorName: 'Robin',
        responder: { id: id(2), name: 'Sam' },
        reason: 'responder_ended_agreed',
        why: 'Her sister is with her now',
        askedAt: at,
        mustRead: true,
      },
    ],
    toWriteUp: [
      {
        conversationId: id(2),
        visitorName: '',
        how: 'quick_exit',
        at,
        responderName: null,
        isHeld: false,
      },
    ],
    toWriteUpInAll: 1,
  },
  silent: [
    { conversationId: id(1), visitorName: '', responder: { id: id(2), name: 'Sam' }, since: at, rings: 2 },
  ],
  asked: { id: id(21), by: 'Ana', at },
  answers: { id: id(21), by: 'Ana', at, invited: 3, can: ['Jo'], cannot: 1 },
  breakCalledBy: 'Ana',
  shiftClosed: { by: 'Ana', at },
};

/** One well-formed payload and reply for every command about calls for help. */
export const helpSamples: Pick<StaffCommands, keyof typeof helpCommands> = {
  'help:open': { payload: {}, reply: helpView },
  'help:call': {
    payload: { callId: id(20), conversationId: id(1), urgency: 'normal' },
    reply: helpView,
  },
  'help:heard': { payload: { conversationIds: [id(1)] }, reply: {} },
  'help:end': { payload: { callId: id(20) }, reply: helpView },
  'surge:ask': { payload: { askId: id(21) }, reply: helpView },
  'surge:answer': { payload: { askId: id(21), can: true }, reply: helpView },
  'help:answer': {
    payload: { callId: id(20) },
    reply: { answeredBy: { id: id(7), name: 'Ana' }, conversationId: id(1) },
  },
};
