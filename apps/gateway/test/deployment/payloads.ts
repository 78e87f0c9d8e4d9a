import { randomUUID } from 'node:crypto';
import type { Assessment, Brief, StaffCommands, VisitorCommands } from '@warmline/contracts';
import { aWrapUp } from './staff';

/** What a command may be about. */
export interface Target {
  readonly conversationId: string;
  readonly epoch: number;
  readonly offerId: string;
  readonly handoverId: string;
  readonly staffId: string;
  readonly callId: string;
  readonly reviewId: string;
}

/** Well-formed, and about nothing there is. */
export const aTarget = (): Target => ({
  conversationId: randomUUID(),
  epoch: 1,
  offerId: randomUUID(),
  handoverId: randomUUID(),
  staffId: randomUUID(),
  callId: randomUUID(),
  reviewId: randomUUID(),
});

export const aBrief = (situation = 'Needs somebody who speaks Welsh'): Brief => ({
  situation,
  background: 'Lives alone',
  safety: 'Safe tonight',
  request: 'Go on in Welsh',
});

type Payloads<Commands extends { readonly [Name in keyof Commands]: { readonly payload: unknown } }> = {
  readonly [Name in keyof Commands]: Commands[Name]['payload'];
};

/** Of everything about the service, its queue and its people. */
const supervisorPayloads = ({ conversationId, staffId }: Pick<Target, 'conversationId' | 'staffId'>) =>
  ({
    'conversation:take_over': { conversationId, reason: 'quality' },
    'band:set': { conversationId, band: 2, reason: 'set_by_mistake' },
    'offer:assign': { conversationId, staffId, aboveCapacity: false },
    'queue:take': { who: 'answer_first' },
    'waiting:tell': { notice: 'told_still_here' },
    'person:set_capacity': { staffId, capacity: 2 },
    'person:call_break': { staffId },
    'person:close_shift': { staffId },
    'person:allow_hours': { staffId, reason: 'many_waiting' },
    'person:contacted': { staffId },
    'live_view:open': {},
    'waiting:why': { conversationId },
    'opening:read': {},
    'opening:set': { setting: 'open', reason: 'back_to_normal' },
    'opening:keep_open': {},
    'wallboard:open': {},
    'forecast:make': {},
    'conversation:observe': { conversationId },
    'conversation:unobserve': { conversationId },
  }) as const;

/** Of everything people ask of each other. */
const helpPayloads = ({ conversationId, callId }: Pick<Target, 'conversationId' | 'callId'>) =>
  ({
    'help:open': {},
    'help:call': { callId: randomUUID(), conversationId, urgency: 'urgent' },
    'help:answer': { callId },
    'help:heard': { conversationIds: Array.of(conversationId) },
    'help:end': { callId },
    'surge:ask': { askId: randomUUID() },
    'surge:answer': { askId: randomUUID(), can: true },
  }) as const;

/** Entries that the holder and a supervisor may both write, and what only a supervisor may. */
const safetyRecordPayloads = ({ conversationId, epoch }: Pick<Target, 'conversationId' | 'epoch'>) =>
  ({
    'safety:open': { conversationId },
    'safety:record': {
      conversationId,
      epoch,
      entryId: randomUUID(),
      entry: { kind: 'act', act: 'agreed_plan', words: '' },
    },
    'safety:close': { conversationId, reason: 'said_since' },
    'emergency:log': {
      conversationId,
      entryId: randomUUID(),
      entry: {
        called: 'Ambulance',
        minutesAgo: 0,
        reference: '',
        outcome: '',
        isConfirmed: false,
      },
    },
  }) as const;

/** Of a question that nobody asked. */
const endingPayloads = ({ conversationId, epoch }: Pick<Target, 'conversationId' | 'epoch'>) =>
  ({
    'ending:ask': {
      ...{ conversationId, epoch, requestId: randomUUID() },
      reason: 'responder_ended_agreed',
      why: 'her sister is there',
    },
    'ending:withdraw': { requestId: randomUUID() },
    'ending:agree': { requestId: randomUUID() },
    'ending:decline': { requestId: randomUUID(), word: 'stay a little' },
    'ending:write_up': { conversationId, noteId: randomUUID(), words: 'rang back' },
    'ending:notes': { conversationId },
  }) as const;

/** Of a complaint that nobody made. */
const complaintPayloads = () => ({
  'complaint:pass_on': { complaintId: randomUUID(), words: 'the heating is off' },
  'complaint:list': {},
  'complaint:more': { after: { id: randomUUID(), isClosed: false } },
  'complaint:read': { complaintId: randomUUID() },
  'complaint:note': {
    complaintId: randomUUID(),
    noteId: randomUUID(),
    words: 'spoke with them',
    closes: true,
  },
});

/** Of everything the team writes beside a conversation. */
const besidePayloads = ({ conversationId, epoch }: Pick<Target, 'conversationId' | 'epoch'>) => ({
  'beside:open': { conversationId },
  'note:add': { conversationId, epoch, id: randomUUID(), note: 'for the team' },
  'note:read': { conversationId, after: 0 },
  'private:say': { conversationId, epoch, id: randomUUID(), word: 'between us' },
  'private:read': { conversationId, epoch, after: 0 },
  'private:seen': { conversationId, epoch, seq: 0 },
  'conversation:join': { conversationId },
  'conversation:step_out': { conversationId },
});

/** Of a practice that nobody began. */
const practicePayloads = ({ conversationId }: Pick<Target, 'conversationId'>) =>
  ({
    'practice:list': {},
    'practice:begin': { practiceId: randomUUID(), scenario: 'lonely', colleagueId: null },
    'practice:open': { practiceId: conversationId },
    'practice:act': {
      practiceId: conversationId,
      actId: randomUUID(),
      act: { kind: 'say', words: 'hello' },
    },
    'practice:advise': { practiceId: conversationId, wordId: randomUUID(), word: 'well asked' },
  }) as const;

/** Of a flood there is none of. */
const floodPayloads = ({ conversationId }: Pick<Target, 'conversationId'>) => ({
  'flood:propose': {
    ...{ floodId: randomUUID(), crowd: randomUUID() },
    ...{ chats: [conversationId], ticked: [], asksProof: true },
  },
  'flood:confirm': { floodId: randomUUID(), ticked: [conversationId], asksProof: true },
  'flood:undo': { floodId: randomUUID() },
  'flood:stop_proof': { floodId: randomUUID() },
});

/** Of a review, whole. */
export const anAssessment = (words = 'You listened well.'): Assessment => ({
  marks: {
    opening: 2,
    listening: 2,
    questions: 1,
    asking_about_suicide: 'not_applicable',
    when_not_safe: 'not_applicable',
    next_step: 1,
    closing: 2,
    boundaries: 2,
  },
  fails: [],
  words,
});

const historyPayloads = ({ conversationId }: Pick<Target, 'conversationId'>) => {
  const opened = { conversationId, purpose: 'complaint' } as const;
  const any = { responder: null, safety: null, ended: null, outcome: null, topic: null };
  const filter = { ...any, from: null, until: null };
  return {
    'readers:list': { before: null },
    'history:list': { before: null, filter },
    'history:open': opened,
    'history:entries': { ...opened, after: 0 },
    'history:search': { ...opened, words: 'canary' },
    'history:prove': { act: '999999999', size: null },
    'history:writings': { ...opened, after: 0 },
    'history:acts': { ...opened, after: '0' },
  };
};

const qualityPayloads = ({ conversationId, reviewId }: Pick<Target, 'conversationId' | 'reviewId'>) => ({
  'reviews:list': {},
  'review:mark': { conversationId },
  'review:take': { reviewId },
  'review:open': { reviewId },
  'review:read': { reviewId, after: 0 },
  'review:save': { reviewId, assessment: anAssessment() },
  'review:put_back': { reviewId },
  'review:give': { reviewId, assessment: anAssessment() },
  'feedback:list': {},
  'feedback:read': { reviewId },
  'feedback:reply': { reviewId, id: randomUUID(), words: 'thank you' },
  ...historyPayloads({ conversationId }),
});

/** Of every step of a handover after it was proposed. */
const stepPayloads = ({ handoverId }: Pick<Target, 'handoverId'>) => ({
  'handover:withdraw': { handoverId },
  'handover:accept': { handoverId },
  'handover:decline': { handoverId },
  'handover:confirm_brief': { handoverId },
  'handover:take_control': { handoverId },
  'handover:settle': { handoverId },
});

/** A well-formed payload of everything a console may send, about this target. */
export const staffPayloads = ({
  conversationId,
  epoch,
  offerId,
  handoverId,
  staffId,
  callId,
  reviewId,
}: Target): Payloads<StaffCommands> => {
  const held = { conversationId, epoch };
  return {
    'desk:open': {},
    'availability:set': { availability: 'away' },
    'offer:accept': { offerId },
    'shift:check_in': { answer: 'not_today', takesSurge: false },
    'shift:check_out': { feeling: null, review: null },
    'break:take': {},
    'break:delay': {},
    'break:end': {},
    'cool_down:extend': {},
    'contact:want': {},
    'offer:decline': { offerId },
    'timeline:read': { conversationId, after: 0 },
    'message:send': { ...held, id: randomUUID(), body: 'hello' },
    'typing:set': { ...held, typing: true },
    'receipt:seen': { ...held, seq: 1 },
    'conversation:extend': { ...held, number: 1 },
    'conversation:end': { ...held, reason: 'responder_ended_agreed' },
    'safety:set': { ...held, answer: 'not_sure', reason: null },
    ...safetyRecordPayloads({ conversationId, epoch }),
    'wrap_up:finish': { ...held, wrapUp: aWrapUp() },
    'handover:candidates': { conversationId },
    'handover:propose': {
      ...held,
      handoverId: randomUUID(),
      to: { to: 'queue' },
      mustLeave: false,
      brief: aBrief(),
    },
    ...stepPayloads({ handoverId }),
    ...endingPayloads(held),
    ...complaintPayloads(),
    ...floodPayloads({ conversationId }),
    ...practicePayloads({ conversationId }),
    ...qualityPayloads({ conversationId, reviewId }),
    ...besidePayloads({ conversationId, epoch }),
    ...helpPayloads({ conversationId, callId }),
    ...supervisorPayloads({ conversationId, staffId }),
  };
};

/** The same for everything a visitor's page may send. */
export const visitorPayloads = ({ handoverId }: Pick<Target, 'handoverId'>): Payloads<VisitorCommands> => ({
  'conversation:start': { startId: randomUUID(), safety: 'safe', name: '', language: 'en' },
  'challenge:ask': {},
  'conversation:open': {},
  'conversation:end': {},
  'handover:answer': { handoverId, agrees: true },
  'silence:answer': { seq: 1, answer: 'here' },
  'after_chat:answer': { answerId: randomUUID(), feeling: 'better', listened: 'yes', words: 'thank you' },
  'timeline:read': { after: 0 },
  'message:send': { id: randomUUID(), body: 'hello' },
  'typing:set': { typing: true },
  'receipt:seen': { seq: 1 },
});
