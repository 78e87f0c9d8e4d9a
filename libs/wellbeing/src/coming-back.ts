import { DAY, elapsed, later, type Instant } from '@warmline/kernel';
import type { TrainingRecord } from './training';

/** After so long (ms) without a conversation a refresher is due, after so much longer the whole training. */
export const REFRESHER_AFTER = 35 * DAY;
export const RETRAIN_AFTER = 182 * DAY;

/** What brings somebody back: modules of the training list, each counted from the day it was passed. */
export type ComingBack = 'refresher' | 'full_training';

/** What is known of somebody's practice. */
export interface Practice {
  /** When they last talked with somebody; null for somebody new. */
  readonly activeAt: Instant | null;
  /** When they last began to talk again after REFRESHER_AFTER; null where they never were away for so long. */
  readonly returnedAt: Instant | null;
  /** When a talk of theirs was last read along with by somebody else. */
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
 * What somebody who has not talked with anyone for long has to do first. A refresher that was passed meanwhile begins the
 * time anew, unless they had been away for so long by then that the whole training was due: then only that does.
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

/** Whether somebody came back after long, and no talk of theirs was read along with since. */
export const isBackUnobserved = ({
  returnedAt,
  observedAt,
}: Pick<Practice, 'returnedAt' | 'observedAt'>): boolean =>
  returnedAt !== null && (observedAt === null || observedAt < returnedAt);
