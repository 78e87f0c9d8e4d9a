import type { StaffCommands } from '../commands';
import type { practiceCommands, PracticeView } from '../practice';
import { receipts, safety } from './a-desk';
import { safetyRecord } from './a-safety-record';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = 1_750_000_000_000;
const about = { practiceId: id(1) };

/** A practice conversation with everything in it at once. */
export const practiceView: PracticeView = {
  ...about,
  scenario: 'not_safe',
  part: 'responder',
  responderName: 'Sam',
  colleagueName: null,
  beganAt: at,
  now: at,
  nextAt: at,
  isTyping: true,
  entries: [
    { kind: 'message', seq: 1, id: id(9), from: 'visitor', name: 'Ash', body: 'is anyone there', at },
  ],
  item: {
    conversationId: id(1),
    epoch: 1,
    state: 'talking',
    visitorName: 'Ash',
    visitorPresent: true,
    band: 3,
    safety,
    language: 'en',
    joinedAt: at,
    talkingSince: at,
    endedAt: null,
    endReason: null,
    head: 1,
    receipts,
    lastVisitorMessageAt: at,
    lastResponderMessageAt: null,
    observers: [],
    handovers: 0,
    handoverDue: false,
  },
  record: safetyRecord,
  notes: [{ seq: 1, id: id(8), by: { id: id(2), name: 'Sam' }, note: 'slowly', at }],
  called: { id: id(7), urgency: 'urgent', at },
  isOutdated: false,
  result: 'passed',
  looks: [{ look: 'asked_directly', isNeeded: true, isMet: true, messages: [id(9)] }],
  words: [{ id: id(6), by: 'Ana', at, word: 'Well asked.' }],
};

/** One well-formed payload and reply of everything about practice. */
export const practiceSamples: Pick<StaffCommands, keyof typeof practiceCommands> = {
  'practice:list': {
    payload: {},
    reply: {
      now: at,
      scenarios: [{ scenario: 'lonely', validUntil: at }],
      recent: [
        {
          ...about,
          scenario: null,
          part: 'responder',
          responder: { id: id(2), name: 'Sam' },
          colleagueName: 'Kim',
          beganAt: at,
          result: 'left',
          words: 1,
        },
      ],
      colleagues: [{ id: id(3), name: 'Kim', isHere: true, isBusy: false }],
    },
  },
  'practice:begin': { payload: { ...about, scenario: 'lonely', colleagueId: null }, reply: practiceView },
  'practice:open': { payload: about, reply: practiceView },
  'practice:act': {
    payload: { ...about, actId: id(9), act: { kind: 'wait', minutes: 1 } },
    reply: practiceView,
  },
  'practice:advise': { payload: { ...about, wordId: id(6), word: 'Well asked.' }, reply: practiceView },
};
