import { accept, refuse, type Accepted, type Refused } from '@warmline/kernel';
import { PRACTICE_ACTS_MAX } from '@warmline/vocabulary';
import type { PracticeAct } from './act';
import type { Play } from './play';

export type PracticePart = 'responder' | 'visitor';

type Refusal = 'conversation_ended' | 'not_ended' | 'not_allowed' | 'too_fast';

const OF_VISITOR: readonly PracticeAct['kind'][] = ['visitor_say', 'visitor_end'];
/** What is done after the end, too. */
const AFTER_END: readonly PracticeAct['kind'][] = ['note', 'wrap_up', 'leave'];
/** What is done however much was done before. */
const CLOSING: readonly PracticeAct['kind'][] = ['end', 'visitor_end', 'wrap_up', 'leave'];

/**
 * Whether a person may do this now: each does what is of their part, `conversation_ended` after the end, `not_ended` for a
 * wrap-up before it, and `too_fast` from `PRACTICE_ACTS_MAX` on, save for what closes it.
 */
export const decideAct = (
  { play, acts }: { readonly play: Play; readonly acts: number },
  part: PracticePart,
  act: PracticeAct,
): Accepted<never> | Refused<Refusal> => {
  if (OF_VISITOR.includes(act.kind) !== (part === 'visitor')) return refuse('not_allowed');
  if (play.isWrappedUp) return refuse('conversation_ended');
  if (play.ended !== null && !AFTER_END.includes(act.kind)) return refuse('conversation_ended');
  if (play.ended === null && act.kind === 'wrap_up') return refuse('not_ended');
  if (acts >= PRACTICE_ACTS_MAX && !CLOSING.includes(act.kind)) return refuse('too_fast');
  return accept<never>();
};
