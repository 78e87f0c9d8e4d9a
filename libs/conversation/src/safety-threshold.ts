import type { SafetyStepCause } from '@warmline/vocabulary';
import type { SafetyEntry } from './safety-record';

/** What asks for a supervisor by itself. */
export type ThresholdReason = 'already_acted' | 'plan_means_soon' | 'other_in_danger' | 'at_risk';

/** The newest entry of each fact, whatever the order of the rest. */
const newestFacts = (
  entries: readonly SafetyEntry[],
): ReadonlyMap<string, SafetyEntry & { readonly kind: 'fact' }> => {
  const newest = new Map<string, SafetyEntry & { readonly kind: 'fact' }>();
  for (const entry of entries) if (entry.kind === 'fact') newest.set(entry.fact, entry);
  return newest;
};

/**
 * Why a supervisor is needed, by the facts alone, the oldest entry first: the visitor has already acted; they have a plan, the
 * means, and mean to act within 24 h; someone else is in danger; a child or adult is at risk. Source: docs/rules/safety.md#saf1-danger-is-heard.
 */
export const thresholdReasons = (entries: readonly SafetyEntry[]): readonly ThresholdReason[] => {
  const facts = newestFacts(entries);
  const isTicked = (fact: string): boolean => facts.get(fact)?.isTicked ?? false;
  const timeframe = facts.get('timeframe');
  const isSoon =
    timeframe?.isTicked === true && (timeframe.timeframe === 'now' || timeframe.timeframe === 'within_24_h');
  const reached: Record<ThresholdReason, boolean> = {
    already_acted: isTicked('already_acted'),
    plan_means_soon: isTicked('plan') && isTicked('means') && isSoon,
    other_in_danger: isTicked('other_in_danger'),
    at_risk: isTicked('at_risk'),
  };
  const reasons: readonly ThresholdReason[] = [
    'already_acted',
    'plan_means_soon',
    'other_in_danger',
    'at_risk',
  ];
  return reasons.filter((reason) => reached[reason]);
};

/**
 * Whether this entry calls the supervisor: a reason is there that was not there before, and no step is open that called them
 * already. So a step that is open calls once, whatever else is learned.
 */
export const callsSupervisor = (
  before: readonly SafetyEntry[],
  added: SafetyEntry,
  open: SafetyStepCause | null,
): boolean => {
  if (open === 'threshold') return false;
  const known = thresholdReasons(before);
  return thresholdReasons([...before, added]).some((reason) => !known.includes(reason));
};
