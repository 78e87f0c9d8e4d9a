import type { Acknowledgement, Reply } from '@warmline/contracts';
import type { StaffId } from '@warmline/kernel';
import type { Written, WrittenBefore } from '@warmline/postgres';
import { done, refused } from '../../core/replies';

/** A note or a private word that is sent, perhaps not for the first time. */
export interface SentAgain {
  readonly id: string;
  readonly staff: StaffId;
  readonly text: string;
  /** What is stored, opened. */
  readonly stored: string | null;
}

export const acknowledge = (id: string, { seq, at }: Written): Reply<Acknowledgement> =>
  done({ id, seq, at: Math.round(at) });

/** An id that is stored already answers with its first number. The same id with another text, or by another person, is refused. */
export const answerKnown = (before: WrittenBefore, again: SentAgain): Reply<Acknowledgement> =>
  before.staff === again.staff && again.stored === again.text
    ? acknowledge(again.id, before)
    : refused('different_body');
