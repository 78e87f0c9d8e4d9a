import type { Instant } from '@warmline/kernel';
import type { SafetyAnswer, SafetySetter } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { moment, optional, row, text } from '../connection/parse-rows';
import { milliseconds } from '../connection/row-query';

/** What is known of whether a visitor is safe now, who set it, and when. */
export interface StoredSafety {
  readonly answer: SafetyAnswer;
  readonly by: SafetySetter;
  /** Of the person who set it; null where the visitor did. */
  readonly byName: string | null;
  readonly at: Instant;
}

/** Reads `SAFETY`. */
export const storedSafety = row<StoredSafety>({
  answer: known.safetyAnswer,
  by: known.safetySetter,
  byName: optional(text),
  at: moment,
});

/** As SQL: the column `safety` of the conversation `c`. */
export const SAFETY = `
  json_build_object('answer', c.safety_answer, 'by', c.safety_by, 'at', ${milliseconds('c.safety_at')},
    'byName', (select set_by.name from staff set_by where set_by.id = c.safety_by_staff)) as safety`;
