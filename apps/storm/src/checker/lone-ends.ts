import type { StoredAudit, StoredConversation, StoredState } from './stored-state';
import { violation, type Violation } from './violation';

/** The visitor's own act, or a wait that nobody answers: these need no agreement. */
const OWN = new Set(['visitor_ended', 'quick_exit', 'left_waiting']);

/** Who left while someone held them is ended by a person: a timer would be a lone end. */
const isOwnEnd = ({ endReason, visitorLeftAt }: StoredConversation): boolean =>
  OWN.has(endReason ?? '') && !(endReason === 'quick_exit' && visitorLeftAt !== null);

/** SAF2: who ended a conversation in danger had the agreement of another person, about the same holding. */
export const judgeLoneEnds = ({ conversations, audit }: StoredState): readonly Violation[] => {
  const agreed = audit.filter(({ action }) => action === 'ending_agreed');
  const endedBy = new Map(
    audit.filter(({ action }) => action === 'conversation_ended').map((row) => [row.conversation, row.actor]),
  );
  const isAgreed = ({ id, epoch }: StoredConversation): boolean =>
    agreed.some((row) => row.conversation === id && row.epoch === epoch && isBySecondPerson(row));
  return conversations
    .filter(({ state }) => state === 'ended')
    .filter((one) => one.isInDanger || isLoweredBefore(one, endedBy.get(one.id) ?? null))
    .filter((one) => !isOwnEnd(one) && !isAgreed(one))
    .map(({ id, endReason, epoch }) =>
      violation('loneEnds', `${id} ended in danger under ${epoch} (${endReason ?? '?'}), and nobody agreed`),
    );
};

const isBySecondPerson = ({ actor, whom }: StoredAudit): boolean => actor !== null && actor !== whom;

/** Ends of the timers of a conversation that someone holds. */
const TIMED = new Set(['went_quiet', 'connection_lost', 'quick_exit']);

/** One person lowered the danger, and they or a timer ended it. */
const isLoweredBefore = (
  { dangerLoweredBy, endReason }: StoredConversation,
  actor: string | null,
): boolean =>
  actor === null ? dangerLoweredBy.length > 0 && TIMED.has(endReason ?? '') : dangerLoweredBy.includes(actor);
