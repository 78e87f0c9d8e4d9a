import type { Outcome } from '@warmline/client';
import { refusalWords, noAnswerWords } from './refusal-words';

/** What to tell a person about an act that did not plainly succeed. */
export const outcomeWords = (outcome: Exclude<Outcome<unknown>, { kind: 'done' }>): string =>
  outcome.kind === 'refused' ? refusalWords[outcome.refusal] : noAnswerWords;
