import { DAY, elapsed, instant, later, type Instant } from '@warmline/kernel';
import type { TrainingState } from '@warmline/vocabulary';

/** Modules everybody needs. A service may add its own, which grant a skill by its name. */
export type CoreModule = 'core_safeguarding' | 'suicide_safety' | 'data_protection' | 'background_check';

/** For how many calendar months a module stays valid (docs/spec/wellbeing.md#training). */
export const VALID_MONTHS: Readonly<Record<CoreModule, number>> = {
  core_safeguarding: 24,
  suicide_safety: 12,
  data_protection: 12,
  background_check: 36,
};

/** Without these nobody is asked for anybody. */
export const NEEDED_FOR_ALL: readonly CoreModule[] = [
  'core_safeguarding',
  'data_protection',
  'background_check',
];

/** Without it a person is not offered band 1, nor a visitor who wrote of suicide or self-harm. */
export const NEEDED_FOR_SAFETY: CoreModule = 'suicide_safety';

/** So long (ms) before it expires a module is shown as amber. */
export const AMBER_BEFORE = 60 * DAY;

export interface TrainingRecord {
  readonly module: string;
  /** The skill it allows; null for a module that allows none by name. */
  readonly grants: string | null;
  /** The beginning of the day it was passed on. */
  readonly passedAt: Instant;
  readonly expiresAt: Instant;
}

export const trainingState = ({ expiresAt }: TrainingRecord, now: Instant): TrainingState => {
  const left = elapsed(now, expiresAt);
  if (left <= 0) return 'expired';
  return left <= AMBER_BEFORE ? 'amber' : 'valid';
};

/** The end of a module passed at `passedAt`: the same day so many months on, or the last of a shorter month. UTC. */
export const expiryOf = (passedAt: Instant, months: number): Instant => {
  const passed = new Date(passedAt);
  const day = passed.getUTCDate();
  const first = Date.UTC(passed.getUTCFullYear(), passed.getUTCMonth() + months, 1);
  const next = new Date(first);
  const days = elapsed(instant(first), instant(next.setUTCMonth(next.getUTCMonth() + 1))) / DAY;
  return later(instant(first), (Math.min(day, days) - 1) * DAY + (passedAt % DAY));
};

/** Whether a module was passed and still holds; passed again, the later record counts. */
export const holds = (records: readonly TrainingRecord[], module: string, now: Instant): boolean =>
  records.some((record) => record.module === module && elapsed(now, record.expiresAt) > 0);

/** The first needed module that is missing or has expired, or null. `more`: what this service asks of everyone beside the core. */
export const lapsedModule = (
  records: readonly TrainingRecord[],
  now: Instant,
  more: readonly string[] = [],
): string | null => [...NEEDED_FOR_ALL, ...more].find((module) => !holds(records, module, now)) ?? null;

/** A person's valid skills. A skill that a module grants ends with the last record that grants it. */
export const skillsAt = (
  skills: readonly string[],
  records: readonly TrainingRecord[],
  now: Instant,
): string[] =>
  skills.filter((skill) => {
    const granting = records.filter(({ grants }) => grants === skill);
    return granting.length === 0 || granting.some(({ expiresAt }) => elapsed(now, expiresAt) > 0);
  });

export interface ModuleStatus {
  readonly module: string;
  readonly state: TrainingState | 'missing';
  /** Null for a module that is missing. */
  readonly expiresAt: Instant | null;
}

/** Modules for a return after a long absence. The training status leaves them out: `refresherDue` judges them. */
const OF_COMING_BACK: readonly string[] = ['refresher', 'full_training'];

/** Each module once, by its latest record, the needed ones that are missing among them; by name. */
export const trainingStatus = (
  records: readonly TrainingRecord[],
  now: Instant,
  more: readonly string[] = [],
): ModuleStatus[] => {
  const latest = new Map<string, TrainingRecord>();
  for (const record of records) {
    if (OF_COMING_BACK.includes(record.module)) continue;
    const known = latest.get(record.module);
    if (known === undefined || known.expiresAt < record.expiresAt) latest.set(record.module, record);
  }
  const modules = new Set([...NEEDED_FOR_ALL, NEEDED_FOR_SAFETY, ...more, ...latest.keys()]);
  return [...modules].sort().map((module) => {
    const record = latest.get(module);
    return record === undefined
      ? { module, state: 'missing', expiresAt: null }
      : { module, state: trainingState(record, now), expiresAt: record.expiresAt };
  });
};
