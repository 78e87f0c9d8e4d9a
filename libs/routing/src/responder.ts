import { DAY, elapsed, instant, type Instant, type StaffId } from '@warmline/kernel';
import { DEFAULT_CAPACITY, type Caseload } from './capacity';
import type { TrainingRecord } from './training';
import { RESTED, type WorkingDay } from './wellbeing';
import type { WellbeingLimits } from './wellbeing-limits';

/** Everything that decides whom somebody may be asked for, as the truth has it at one moment. */
export interface Responder {
  readonly staff: StaffId;
  /** Since when nothing new has come to them; the longest free is asked first. */
  readonly freeSince: Instant;
  readonly caseload: Caseload;
  /** Load units, as a supervisor has set it. */
  readonly capacity: number;
  /** Conversations held in all, the present ones among them. */
  readonly conversationsHeld: number;
  /** When they last talked with somebody or finished a refresher; null for somebody new. */
  readonly activeAt: Instant | null;
  readonly skills: readonly string[];
  /** Primary language tags, such as `cy`. */
  readonly languages: readonly string[];
  readonly training: readonly TrainingRecord[];
  /** Topics they take no more of in this shift. */
  readonly mutedTopics: readonly string[];
  readonly day: WorkingDay;
}

export type CapacityReason = 'as_set' | 'one_at_a_time' | 'first_conversations';

/** Load units somebody may carry now, and why not more. */
export const capacityOf = (
  { capacity, conversationsHeld, day }: Responder,
  limits: WellbeingLimits,
): { readonly units: number; readonly reason: CapacityReason } => {
  if (capacity > 1 && day.checkIn === 'one_at_a_time') return { units: 1, reason: 'one_at_a_time' };
  if (capacity > 1 && conversationsHeld < limits.firstConversations)
    return { units: 1, reason: 'first_conversations' };
  return { units: capacity, reason: 'as_set' };
};

/** After so long (ms) without a conversation a refresher is due, after so much longer the whole training. */
export const REFRESHER_AFTER = 35 * DAY;
export const RETRAIN_AFTER = 182 * DAY;

/** What somebody who has not talked with anyone for long has to do first. */
export const refresherDue = ({ activeAt }: Responder, now: Instant): 'refresher' | 'full_training' | null => {
  const idle = activeAt === null ? 0 : elapsed(activeAt, now);
  if (idle >= RETRAIN_AFTER) return 'full_training';
  return idle > REFRESHER_AFTER ? 'refresher' : null;
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
  activeAt: null,
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
].map((module) => ({ module, grants: null, expiresAt: NEVER }));
