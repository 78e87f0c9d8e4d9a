import { instant, type Instant, type StaffId } from '@warmline/kernel';
import type { CapacityReason, ObserveReason } from '@warmline/vocabulary';
import {
  isBackUnobserved,
  type Practice,
  RESTED,
  type TrainingRecord,
  type WellbeingLimits,
  type WorkingDay,
} from '@warmline/wellbeing';
import { DEFAULT_CAPACITY, type Caseload } from './capacity';

/** All that decides what a responder may be offered, as Postgres has it at one moment. */
export interface Responder extends Practice {
  readonly staff: StaffId;
  /** Since when nothing new has come to them; the longest free is asked first. */
  readonly freeSince: Instant;
  readonly caseload: Caseload;
  /** Load units, as a supervisor has set it. */
  readonly capacity: number;
  /** Conversations held in all, the present ones among them. */
  readonly conversationsHeld: number;
  /** Of their first conversations that have ended: how many wait for feedback. */
  readonly firstFeedbackMissing: number;
  /** Modules that their service asks of everyone, beside the core. */
  readonly neededModules: readonly string[];
  readonly skills: readonly string[];
  /** Primary language tags, such as `cy`. */
  readonly languages: readonly string[];
  /** Topics they take no more of in this shift. */
  readonly mutedTopics: readonly string[];
  readonly day: WorkingDay;
}

/** Whether one of their first conversations runs or is still to come. */
const isAmongFirst = (
  { conversationsHeld, caseload }: Responder,
  { firstConversations }: WellbeingLimits,
): boolean => conversationsHeld - caseload.standard - caseload.answerFirst < firstConversations;

/** Load units a responder may carry now, and why not more. */
export const capacityOf = (
  responder: Responder,
  limits: WellbeingLimits,
): { readonly units: number; readonly reason: CapacityReason } => {
  const { capacity, day } = responder;
  if (capacity > 1 && day.checkIn === 'one_at_a_time') return { units: 1, reason: 'one_at_a_time' };
  if (capacity > 1 && isAmongFirst(responder, limits)) return { units: 1, reason: 'first_conversations' };
  if (capacity > 1 && responder.firstFeedbackMissing > 0) return { units: 1, reason: 'first_feedback' };
  if (capacity > 1 && isBackUnobserved(responder)) return { units: 1, reason: 'back_after_long' };
  return { units: capacity, reason: 'as_set' };
};

/** Why a supervisor should observe the current or next conversation; null where none needs to. */
export const toBeObserved = (responder: Responder, limits: WellbeingLimits): ObserveReason | null => {
  if (isBackUnobserved(responder)) return 'back_after_long';
  return isAmongFirst(responder, limits) ? 'first_conversations' : null;
};

/** Never, for a record that is not to expire in what is being looked at. */
const NEVER = instant(8_640_000_000_000_000);

/** Experienced, rested and trained in all that is needed: for who builds a situation without a database. */
export const freshResponder = (staff: StaffId, freeSince: Instant): Responder => ({
  staff,
  freeSince,
  caseload: { standard: 0, answerFirst: 0, wrapUps: 0 },
  capacity: DEFAULT_CAPACITY,
  conversationsHeld: 1_000,
  firstFeedbackMissing: 0,
  neededModules: [],
  activeAt: null,
  returnedAt: null,
  observedAt: null,
  skills: [],
  languages: [],
  training: FULLY_TRAINED,
  mutedTopics: [],
  day: RESTED,
});

const FULLY_TRAINED: readonly TrainingRecord[] = [
  'core_safeguarding',
  'suicide_safety',
  'data_protection',
  'background_check',
].map((module) => ({ module, grants: null, passedAt: instant(0), expiresAt: NEVER }));
