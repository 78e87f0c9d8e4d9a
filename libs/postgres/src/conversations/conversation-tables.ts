import { EntitySchema } from 'typeorm';
import type { ConversationId, EntryId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { Hold } from '@warmline/routing';
import type {
  Band,
  BandReason,
  ClockNotice,
  EndReason,
  SafetyAnswer,
  SafetyLoweringReason,
  SafetySetter,
  SafetyStepCause,
  WaitingNotice,
} from '@warmline/vocabulary';
import {
  bytes,
  day,
  id,
  key,
  moment,
  optionalBytes,
  optionalId,
  optionalMoment,
  optionalText,
  text,
  texts,
  whole,
} from '../connection/columns';
import { WholeRows } from '../connection/whole-rows.parser';

export interface ConversationRow {
  id: ConversationId;
  serviceId: ServiceId;
  startId: string;
  tokenHash: Buffer;
  state: 'waiting' | 'talking' | 'ended';
  band: Band;
  language: string;
  /** Skills the visitor wishes for. */
  wants: string[];
  /** What they have written about, by the service's word list. */
  topics: string[];
  bandBecause: BandReason;
  bandWords: string | null;
  safetyAnswer: SafetyAnswer;
  safetyBy: SafetySetter;
  /** Null where the visitor set it. */
  safetyByStaff: StaffId | null;
  safetyReason: SafetyLoweringReason | null;
  safetyAt: Instant;
  /** Since when a safety step is open; null while none is. */
  safetyStepAt: Instant | null;
  safetyStepBecause: SafetyStepCause | null;
  /** When the facts called a supervisor; null before, and again once the step is closed. */
  safetyCalledAt: Instant | null;
  /** Entries of its safety record. */
  safetyEntries: number;
  /** Derived by Postgres: not safe now, or an open safety step. */
  isInDanger: boolean;
  /** Who lowered the safety answer from _not safe now_; null once it is raised again. */
  dangerLoweredBy: StaffId | null;
  /** Who closed the safety step; null once one is opened again. */
  stepClosedBy: StaffId | null;
  nameSealed: Buffer | null;
  dekWrapped: Buffer;
  kekDay: string;
  /** The key that wraps its key since it was held first; null: that of its expiry day. */
  wrappedBy: string | null;
  /** Since when two people keep it beyond its time; null while no one does. */
  heldAt: Instant | null;
  enteredAt: Instant;
  waitingSince: Instant;
  lastSeq: number;
  epoch: number;
  visitorSeen: number;
  responderSeen: number;
  visitorMessages: number;
  visitorMessageAt: Instant | null;
  responderMessageAt: Instant | null;
  visitorLeftAt: Instant | null;
  /** Their page has been connected for half a minute. */
  pageSeenAt: Instant | null;
  /** They started in a rush, and their page has not done the proof of work yet. */
  needsProof: boolean;
  /** Two supervisors took it for a part of a flood. */
  setAsideAt: Instant | null;
  /** In danger, and no supervisor was connected to hear of it. */
  unheardAt: Instant | null;
  /** Derived by Postgres: see `holdOf` in libs/routing. */
  hold: Hold | null;
  endedAt: Instant | null;
  endReason: EndReason | null;
  /** The visitor is asked three questions after the end. */
  asksAfter: boolean;
  version: number;
}

export const conversationTable = new EntitySchema<ConversationRow>({
  name: 'conversation',
  columns: {
    id: key(),
    serviceId: id('service_id'),
    startId: id('start_id'),
    tokenHash: bytes('token_hash'),
    state: text('state'),
    band: whole('band'),
    language: text('language'),
    wants: texts('wants'),
    topics: texts('topics'),
    bandBecause: text('band_because'),
    bandWords: optionalId('band_words'),
    safetyAnswer: text('safety_answer'),
    safetyBy: text('safety_by'),
    safetyByStaff: optionalId('safety_by_staff'),
    safetyReason: optionalText('safety_reason'),
    safetyAt: moment('safety_at'),
    safetyStepAt: optionalMoment('safety_step_at'),
    safetyStepBecause: optionalText('safety_step_because'),
    safetyCalledAt: optionalMoment('safety_called_at'),
    safetyEntries: whole('safety_entries'),
    isInDanger: { name: 'in_danger', type: 'boolean', insert: false, update: false },
    dangerLoweredBy: optionalId('danger_lowered_by'),
    stepClosedBy: optionalId('step_closed_by'),
    nameSealed: optionalBytes('name_sealed'),
    dekWrapped: bytes('dek_wrapped'),
    kekDay: day('kek_day'),
    wrappedBy: { ...optionalText('wrapped_by'), insert: false, update: false },
    heldAt: { ...optionalMoment('held_at'), insert: false, update: false },
    enteredAt: moment('entered_at'),
    waitingSince: moment('waiting_since'),
    lastSeq: whole('last_seq'),
    epoch: whole('epoch'),
    visitorSeen: whole('visitor_seen'),
    responderSeen: whole('responder_seen'),
    visitorMessages: whole('visitor_messages'),
    visitorMessageAt: optionalMoment('visitor_message_at'),
    responderMessageAt: optionalMoment('responder_message_at'),
    visitorLeftAt: optionalMoment('visitor_left_at'),
    pageSeenAt: optionalMoment('page_seen_at'),
    needsProof: { name: 'needs_proof', type: 'boolean' },
    setAsideAt: optionalMoment('set_aside_at'),
    unheardAt: optionalMoment('unheard_at'),
    hold: { ...optionalText('hold'), insert: false, update: false },
    endedAt: optionalMoment('ended_at'),
    endReason: optionalText('end_reason'),
    asksAfter: { name: 'asks_after', type: 'boolean' },
    version: whole('version'),
  },
});

export const conversationRows = new WholeRows(conversationTable);

export interface TimelineEntryRow {
  conversationId: ConversationId;
  seq: number;
  id: EntryId;
  kind:
    | 'message'
    | 'started'
    | 'joined'
    | 'requeued'
    | 'must_leave'
    | 'left'
    | 'visitor_left'
    | 'supervisor_joined'
    | 'supervisor_left'
    | 'ended'
    | WaitingNotice
    | ClockNotice;
  authorRole: 'visitor' | 'responder' | null;
  staffId: StaffId | null;
  sealed: Buffer | null;
  reason: EndReason | null;
  at: Instant;
}

export const timelineEntryTable = new EntitySchema<TimelineEntryRow>({
  name: 'timeline_entry',
  columns: {
    conversationId: key('conversation_id'),
    seq: { ...whole('seq'), primary: true },
    id: id(),
    kind: text('kind'),
    authorRole: optionalText('author_role'),
    staffId: optionalId('staff_id'),
    sealed: optionalBytes('sealed'),
    reason: optionalText('reason'),
    at: moment('at'),
  },
});

export interface HoldingRow {
  conversationId: ConversationId;
  epoch: number;
  staffId: StaffId;
  beganAt: Instant;
  /** Renewed while the holder's console answers; judged by the database clock. */
  leaseUntil: Instant;
  endedAt: Instant | null;
  wrappedUpAt: Instant | null;
  wrapUpSealed: Buffer | null;
  contactKind: string | null;
  topics: string[] | null;
  outcome: string | null;
}

export const holdingTable = new EntitySchema<HoldingRow>({
  name: 'holding',
  columns: {
    conversationId: key('conversation_id'),
    epoch: { ...whole('epoch'), primary: true },
    staffId: id('staff_id'),
    beganAt: moment('began_at'),
    leaseUntil: moment('lease_until'),
    endedAt: optionalMoment('ended_at'),
    wrappedUpAt: optionalMoment('wrapped_up_at'),
    wrapUpSealed: optionalBytes('wrap_up_sealed'),
    contactKind: optionalText('contact_kind'),
    topics: { ...texts('topics'), nullable: true },
    outcome: optionalText('outcome'),
  },
});

export const holdingRows = new WholeRows(holdingTable);

export interface ObservationRow {
  id: string;
  conversationId: ConversationId;
  staffId: StaffId;
  sessionId: string;
  beganAt: Instant;
  /** Since when the visitor knows that they are here; null for who only reads along. */
  joinedAt: Instant | null;
  endedAt: Instant | null;
}

export const observationTable = new EntitySchema<ObservationRow>({
  name: 'observation',
  columns: {
    id: key(),
    conversationId: id('conversation_id'),
    staffId: id('staff_id'),
    sessionId: id('session_id'),
    beganAt: moment('began_at'),
    joinedAt: optionalMoment('joined_at'),
    endedAt: optionalMoment('ended_at'),
  },
});
