import { SECOND } from '@warmline/kernel';
import type { Band, BandReason } from '@warmline/vocabulary';

/**
 * Why a visitor who said they are in danger is not answered like the others of band 1 yet, or why one of any band is not answered.
 * - `unseen`: they have written nothing, and their page was not here for half a minute.
 * - `silent`: their page was here, and they have written nothing.
 * - `unproven`: so many started at once that words prove nothing, and their page has not done the proof of work yet.
 * - `set_aside`, of any band: two supervisors took it for a part of a flood, and nothing was written since.
 */
export type Hold = 'unseen' | 'silent' | 'unproven' | 'set_aside';

/** A page that is connected and answers for this long (ms) has shown that someone is there. */
export const SEEN_AFTER = 30 * SECOND;

export interface FirstWait {
  readonly band: Band;
  readonly because: BandReason;
  /** Number of the newest holding; 0 before the first. */
  readonly epoch: number;
  /** What the visitor has written so far. */
  readonly messages: number;
  /** Their page was here for SEEN_AFTER. */
  readonly wasSeen: boolean;
  /** They started in a rush, and their page has not done the proof of work yet. */
  readonly needsProof: boolean;
  /** Two supervisors took it for a part of a flood, and the visitor has written nothing since. */
  readonly setAside: boolean;
}

/**
 * The hold of a conversation that waits; null for none. Only the visitor's own answer is held: whom a person put into band 1,
 * or who was answered once, is not. A word lifts `set_aside` at once. Postgres derives the same for its column `conversation.hold`.
 */
export const holdOf = ({
  band,
  because,
  epoch,
  messages,
  wasSeen,
  needsProof,
  setAside,
}: FirstWait): Hold | null => {
  if (epoch > 0) return null;
  if (setAside) return 'set_aside';
  if (band !== 1 || because !== 'safety_answer') return null;
  if (messages === 0 && !wasSeen) return 'unseen';
  if (needsProof) return 'unproven';
  return messages === 0 ? 'silent' : null;
};
