import { DAY, elapsed, later, type Instant } from '@warmline/kernel';
import type { TrainingRecord } from './training';

/** After so long (ms) without a conversation a refresher is due, after so much longer the whole training. */
export const REFRESHER_AFTER = 35 * DAY;
export const RETRAIN_AFTER = 182 * DAY;

/** Training modules that let a person return after a long absence. Each counts from the day it was passed. */
export type ComingBack = 'refresher' | 'full_training';

/** What is known of a person's recent practice. */
export interface Practice {
  /** When they last had a conversation; null for a new person. */
  readonly activeAt: Instant | null;
  /** When they last began to talk again after REFRESHER_AFTER; null where they never were away for so long. */
  readonly returnedAt: Instant | null;
  /** When another person last observed one of their conversations. */
  readonly observedAt: Instant | null;
  readonly training: readonly TrainingRecord[];
}

/** A module is passed on a day, and nobody knows when on it. */
const wasPassedSince = ({ passedAt }: TrainingRecord, since: Instant): boolean =>
  elapsed(since, later(passedAt, DAY)) > 0;

const neededAfter = (idle: number): ComingBack | null => {
  if (idle >= RETRAIN_AFTER) return 'full_training';
  return idle > REFRESHER_AFTER ? 'refresher' : null;
};

/**
 * The training a person must pass before their next conversation after a long absence. A refresher passed in that time
 * restarts the count. If the full training was due by then, only the full training restarts it.
 */
export const refresherDue = (
  { activeAt, training }: Pick<Practice, 'activeAt' | 'training'>,
  now: Instant,
): ComingBack | null => {
  if (activeAt === null || neededAfter(elapsed(activeAt, now)) === null) return null;
  const passed = training
    .filter(({ module }) => module === 'refresher' || module === 'full_training')
    .sort((left, right) => left.passedAt - right.passedAt);
  let since = activeAt;
  for (const record of passed) {
    const needed = neededAfter(elapsed(since, record.passedAt));
    const isEnough = record.module === 'full_training' || needed !== 'full_training';
    if (isEnough && record.passedAt <= now && wasPassedSince(record, since))
      since = later(since, Math.max(0, elapsed(since, record.passedAt)));
  }
  return neededAfter(elapsed(since, now));
};

/** Whether a person came back after a long absence and has not been observed since. */
export const isBackUnobserved = ({
  returnedAt,
  observedAt,
}: Pick<Practice, 'returnedAt' | 'observedAt'>): boolean =>
  returnedAt !== null && (observedAt === null || observedAt < returnedAt);
