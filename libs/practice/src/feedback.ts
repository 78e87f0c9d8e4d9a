import type { PracticeLook } from '@warmline/vocabulary';
import type { StoredAct } from './act';
import type { Scenario } from './scenario';
import { signalsOfEach, type Signal } from './signals';

/** One line of the checklist after a practice conversation. */
export interface Look {
  readonly look: PracticeLook;
  /** Whether passing needs it. */
  readonly isNeeded: boolean;
  readonly isMet: boolean;
  /** The responder's messages that show it; none for what was not written. */
  readonly messages: readonly string[];
}

export interface Feedback {
  readonly looks: readonly Look[];
  /** Everything that passing needs is there. Never without a scenario. */
  readonly isPassed: boolean;
}

/** What is looked for where a colleague plays the visitor: nothing of it is needed. */
const WITH_A_COLLEAGUE: readonly PracticeLook[] = [
  'welcomed',
  'named_time_limit',
  'listened',
  'asked_open',
  'asked_directly',
  'offered_next_step',
  'closed_gently',
  'kept_no_secret',
];

/** `not`: it is met where the signal never came. */
const SHOWN_BY: Record<PracticeLook, { readonly signal: Signal; readonly isNot?: boolean }> = {
  welcomed: { signal: 'welcomed' },
  named_time_limit: { signal: 'named_time_limit' },
  listened: { signal: 'listened' },
  asked_open: { signal: 'asked_open' },
  asked_directly: { signal: 'asked_directly' },
  asked_means: { signal: 'asked_means' },
  called_supervisor: { signal: 'called_supervisor' },
  recorded_safety: { signal: 'recorded_safety' },
  gave_time: { signal: 'gave_time' },
  named_boundary: { signal: 'named_boundary' },
  noticed_them: { signal: 'noticed_them' },
  offered_next_step: { signal: 'offered_next_step' },
  closed_gently: { signal: 'closed_gently' },
  kept_no_secret: { signal: 'promised_secrecy', isNot: true },
};

/** What a scenario looked for, and what of it was there. A person who wrote nothing has met nothing. */
export const feedbackOn = (scenario: Scenario | null, acts: readonly StoredAct[]): Feedback => {
  const hasWritten = acts.some(({ act }) => act.kind === 'say');
  const signals = signalsOfEach(acts);
  const looks = (scenario?.looksFor ?? WITH_A_COLLEAGUE).map((look): Look => {
    const { signal, isNot = false } = SHOWN_BY[look];
    const showing = acts.filter((_, index) => signals[index]?.includes(signal) === true);
    return {
      look,
      isNeeded: scenario?.needed.includes(look) ?? false,
      isMet: hasWritten && (isNot ? showing.length === 0 : showing.length > 0),
      messages: showing.filter(({ act }) => act.kind === 'say').map(({ id }) => id),
    };
  });
  const isPassed = scenario !== null && looks.every(({ isNeeded, isMet }) => isMet || !isNeeded);
  return { looks, isPassed };
};
