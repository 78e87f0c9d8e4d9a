import type { StaffCommands, StaffNotices, VisitorCommands, VisitorNotices } from '../commands';
import { TIMELINE_PAGE_MAX } from '../protocol';
import type { Entry } from '../timeline';
import { board, boardUpdate, brief, desk, handover, held, receipts, safety } from './a-desk';
import { helpSamples, helpView } from './a-help-view';
import { safetyRecordSamples } from './a-safety-record';
import { wallboard } from './a-wallboard';
import { besideSamples, besideView } from './beside-samples';
import { complaintSamples } from './complaint-samples';
import { historySamples } from './history-samples';
import { practiceSamples } from './practice-samples';
import { qualitySamples } from './quality-samples';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = 1_750_000_000_000;

const message: Entry = { kind: 'message', seq: 2, id: id(9), from: 'visitor', name: '', body: 'hello', at };
const event: Entry = { kind: 'event', seq: 1, id: id(8), event: 'started', name: '', reason: null, at };
const page = { entries: [event, message], head: 2 };
const acknowledgement = { id: id(9), seq: 2, at };

const conversation: VisitorNotices['conversation:changed'] = {
  id: id(1),
  state: 'talking',
  version: 3,
  responder: { name: 'Sam', present: true },
  handover: { id: id(6), state: 'asked', from: 'Sam', to: 'Jo' },
  wait: 'unknown',
  waitingSince: at,
  head: 2,
  receipts,
  endReason: null,
};

export const openingView: StaffNotices['opening:changed'] = {
  now: at,
  state: 'at_capacity',
  why: 'long_wait',
  takes: 'urgent',
  closesAt: at,
  opensAt: null,
  spaceAt: at,
  onShift: 2,
  leftWaiting: { count: 2, since: at },
  wait: { within: 0, late: false },
  set: { setting: 'at_capacity', reason: 'long_wait', by: null, at },
  suggestion: { kind: 'reopen', since: at, actsAt: at },
};

/** One well-formed payload and reply for every command a visitor's page may send. */
export const visitorSamples: VisitorCommands = {
  'conversation:start': {
    payload: { startId: id(5), safety: 'unsure', name: 'Robin', language: 'cy' },
    reply: conversation,
  },
  'challenge:ask': {
    payload: {},
    reply: { text: '150.1.salt.mac', iterations: 1_000, oneIn: 150, answers: 4 },
  },
  'conversation:open': { payload: {}, reply: conversation },
  'conversation:end': { payload: {}, reply: conversation },
  'handover:answer': { payload: { handoverId: id(6), agrees: true }, reply: conversation },
  'after_chat:answer': {
    payload: { answerId: id(9), feeling: 'better', listened: 'partly', words: 'It helped.' },
    reply: conversation,
  },
  'silence:answer': {
    payload: { seq: 3, answer: 'more_time' },
    reply: conversation,
  },
  'timeline:read': { payload: { after: 0 }, reply: page },
  'message:send': { payload: { id: id(9), body: 'hello' }, reply: acknowledgement },
  'typing:set': { payload: { typing: true }, reply: {} },
  'receipt:seen': { payload: { seq: 2 }, reply: {} },
};

/** The same for every command a console may send. */
export const staffSamples: StaffCommands = {
  'desk:open': { payload: {}, reply: desk },
  'availability:set': { payload: { availability: 'away' }, reply: desk },
  'offer:accept': { payload: { offerId: id(3) }, reply: held },
  'offer:decline': { payload: { offerId: id(3) }, reply: {} },
  'shift:check_in': { payload: { answer: 'one_at_a_time', takesSurge: true }, reply: {} },
  'shift:check_out': {
    payload: { feeling: 'tired', review: { wentWell: true, passOn: false, wantsContact: true } },
    reply: {},
  },
  'break:take': { payload: {}, reply: {} },
  'break:delay': { payload: {}, reply: {} },
  'break:end': { payload: {}, reply: {} },
  'cool_down:extend': { payload: {}, reply: {} },
  'contact:want': { payload: {}, reply: {} },
  'timeline:read': { payload: { conversationId: id(1), after: 0 }, reply: page },
  'message:send': { payload: { ...held, id: id(9), body: 'hello' }, reply: acknowledgement },
  'typing:set': { payload: { ...held, typing: false }, reply: {} },
  'receipt:seen': { payload: { ...held, seq: 2 }, reply: {} },
  'conversation:end': { payload: { ...held, reason: 'went_quiet' }, reply: {} },
  'conversation:extend': { payload: { ...held, number: 1 }, reply: {} },
  'wrap_up:finish': {
    payload: {
      ...held,
      wrapUp: { contactKind: 'conversation', topics: ['loneliness', 'suicide'], outcome: 'calmer', note: '' },
    },
    reply: {},
  },
  'handover:candidates': {
    payload: { conversationId: id(1) },
    reply: {
      people: [{ id: id(7), name: 'Jo', role: 'responder', skills: ['welsh'], status: 'free' }],
      skills: [{ skill: 'welsh', free: 1 }],
      free: 1,
    },
  },
  'handover:propose': {
    payload: { ...held, handoverId: id(6), to: { to: 'skill', skill: 'welsh' }, mustLeave: true, brief },
    reply: handover,
  },
  'handover:withdraw': { payload: { handoverId: id(6) }, reply: {} },
  'handover:accept': { payload: { handoverId: id(6) }, reply: handover },
  'handover:decline': { payload: { handoverId: id(6) }, reply: {} },
  'handover:confirm_brief': { payload: { handoverId: id(6) }, reply: {} },
  'handover:take_control': { payload: { handoverId: id(6) }, reply: held },
  'handover:settle': { payload: { handoverId: id(6) }, reply: {} },
  ...helpSamples,
  ...besideSamples,
  ...practiceSamples,
  ...qualitySamples,
  'conversation:take_over': { payload: { conversationId: id(1), reason: 'safety' }, reply: held },
  'band:set': { payload: { conversationId: id(1), band: 3, reason: 'set_by_mistake' }, reply: {} },
  'safety:set': { payload: { ...held, answer: 'not_sure', reason: 'said_since' }, reply: {} },
  ...safetyRecordSamples,
  ...complaintSamples,
  ...historySamples,
  'ending:ask': {
    payload: { ...held, requestId: id(22), reason: 'responder_ended_agreed', why: 'Her sister is there' },
    reply: {},
  },
  'ending:withdraw': { payload: { requestId: id(22) }, reply: {} },
  'ending:agree': { payload: { requestId: id(22) }, reply: {} },
  'ending:decline': { payload: { requestId: id(22), word: 'Stay a little' }, reply: {} },
  'ending:write_up': { payload: { conversationId: id(1), noteId: id(23), words: 'Rang back' }, reply: {} },
  'ending:notes': {
    payload: { conversationId: id(1) },
    reply: { notes: [{ id: id(23), by: 'Ana', at, words: 'Rang back' }] },
  },
  'flood:propose': {
    payload: { floodId: id(6), crowd: id(5), chats: [id(1), id(2)], ticked: [id(2)], asksProof: true },
    reply: board,
  },
  'flood:confirm': { payload: { floodId: id(6), ticked: [id(2)], asksProof: true }, reply: board },
  'flood:undo': { payload: { floodId: id(6) }, reply: board },
  'flood:stop_proof': { payload: { floodId: id(6) }, reply: board },
  'offer:assign': {
    payload: { conversationId: id(1), staffId: id(2), aboveCapacity: false },
    reply: { isAsked: false, obstacles: [{ reason: 'on_break', until: at, lacks: null }] },
  },
  'queue:take': { payload: { who: 'answer_first' }, reply: held },
  'waiting:tell': { payload: { notice: 'told_still_here' }, reply: { told: 3 } },
  'person:set_capacity': { payload: { staffId: id(2), capacity: 2 }, reply: {} },
  'person:call_break': { payload: { staffId: id(2) }, reply: {} },
  'person:close_shift': { payload: { staffId: id(2) }, reply: {} },
  'person:allow_hours': { payload: { staffId: id(2), reason: 'nobody_else' }, reply: {} },
  'person:contacted': { payload: { staffId: id(2) }, reply: {} },
  'live_view:open': { payload: {}, reply: board },
  'waiting:why': {
    payload: { conversationId: id(1) },
    reply: { people: [{ id: id(2), name: 'Sam', obstacle: { reason: 'on_break', until: at, lacks: null } }] },
  },
  'opening:read': { payload: {}, reply: openingView },
  'opening:set': { payload: { setting: 'closed', reason: 'planned' }, reply: openingView },
  'opening:keep_open': { payload: {}, reply: openingView },
  'wallboard:open': { payload: {}, reply: wallboard },
  'forecast:make': { payload: {}, reply: {} },
  'conversation:observe': {
    payload: { conversationId: id(1) },
    reply: {
      conversationId: id(1),
      visitorName: '',
      responderName: 'Sam',
      state: 'talking',
      band: 2,
      safety,
      page,
    },
  },
  'conversation:unobserve': { payload: { conversationId: id(1) }, reply: {} },
};

export const visitorNoticeSamples: VisitorNotices = {
  'conversation:changed': conversation,
  'timeline:appended': { entries: [event, message] },
  'typing:changed': { typing: true },
};

export const staffNoticeSamples: StaffNotices = {
  'desk:changed': desk,
  'timeline:appended': { conversationId: id(1), entries: [event, message] },
  'typing:changed': { conversationId: id(1), from: 'visitor', typing: true },
  'live_view:changed': boardUpdate,
  'opening:changed': openingView,
  'wallboard:changed': wallboard,
  'help:changed': helpView,
  'beside:changed': besideView,
  'practice:changed': { practiceId: id(1) },
  'forecast:changed': {
    share: 1,
    forecast: {
      now: 1,
      target: 10,
      basis: 'same_hours',
      hours: [
        {
          from: 1,
          until: 2,
          arrivals: 2.5,
          answerable: 8,
          answerableWithMore: 11,
          planned: 3,
          wait: 12,
          waitWithMore: 4,
        },
      ],
      additions: [{ responders: 1, from: 1, until: 2 }],
      isReached: true,
    },
    failed: false,
  },
  'session:ended': {},
};

/** One more entry than a page of the timeline may hold. */
export const tooManyEntries: readonly Entry[] = Array.from({ length: TIMELINE_PAGE_MAX + 1 }, () => message);
