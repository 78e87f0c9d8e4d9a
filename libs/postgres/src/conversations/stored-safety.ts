import type { Instant } from '@warmline/kernel';
import type { SafetyAnswer, SafetySetter } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { moment, optional, row, text, whole, type Column } from '../connection/parse-rows';
import { milliseconds } from '../connection/row-query';

/** What is known of whether a visitor is safe now, who set it, and when. */
export interface StoredSafety {
  readonly answer: SafetyAnswer;
  readonly by: SafetySetter;
  /** Of the person who set it; null where the visitor did. */
  readonly byName: string | null;
  readonly at: Instant;
  /** Since when a safety step is open; left out while none is, since every list repeats it. */
  readonly stepAt?: Instant;
  /** Entries of the safety record; left out for none. */
  readonly entries?: number;
}

const columns = row({
  answer: known.safetyAnswer,
  by: known.safetySetter,
  byName: optional(text),
  at: moment,
  stepAt: optional(moment),
  entries: whole,
});

/** Reads `SAFETY`. */
export const storedSafety: Column<StoredSafety> = (answer) => {
  const { stepAt, entries, ...said } = columns(answer);
  return { ...said, ...(stepAt === null ? {} : { stepAt }), ...(entries === 0 ? {} : { entries }) };
};

/** As SQL: the column `safety` of the conversation `c`. */
export const SAFETY = `
  json_build_object('answer', c.safety_answer, 'by', c.safety_by, 'at', ${milliseconds('c.safety_at')},
    'byName', (select set_by.name from staff set_by where set_by.id = c.safety_by_staff),
    'stepAt', ${milliseconds('c.safety_step_at')}, 'entries', c.safety_entries) as safety`;
