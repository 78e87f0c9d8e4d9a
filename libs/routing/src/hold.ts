import { SECOND } from '@warmline/kernel';
import type { Band, BandReason } from '@warmline/vocabulary';

/**
 * Why a visitor who said they are in danger is not answered like the others of band 1 yet. `unseen`: they have written nothing,
 * and their page was not here for half a minute. `silent`: their page was here, and they have written nothing.
 */
export type Hold = 'unseen' | 'silent';

/** A page that is connected and answers for this long (ms) has shown that someone is there. */
export const SEEN_AFTER = 30 * SECOND;

/** A silent visitor counts as one who came this many targets of band 1 (minutes) later than they did. */
export const SILENT_TARGETS = 5;

export interface FirstWait {
  readonly band: Band;
  readonly because: BandReason;
  /** Number of the newest holding; 0 before the first. */
  readonly epoch: number;
  /** What the visitor has written so far. */
  readonly messages: number;
  /** Their page was here for SEEN_AFTER. */
  readonly wasSeen: boolean;
}

/**
 * The hold of a conversation that waits; null for none. Only the visitor's own answer is held: whom a person put into band 1,
 * or who was answered once, is not. Postgres derives the same for its column `conversation.hold`.
 */
export const holdOf = ({ band, because, epoch, messages, wasSeen }: FirstWait): Hold | null => {
  if (band !== 1 || because !== 'safety_answer' || epoch > 0 || messages > 0) return null;
  return wasSeen ? 'silent' : 'unseen';
};
