import { accept, elapsed, HOUR, instant, MINUTE, refuse } from '@warmline/kernel';
import type { Accepted, ConversationId, Decision, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { Band, SafetyAnswer } from '@warmline/vocabulary';

/** So many waiting chats that came from one network within an hour, at least, look like one flood. */
export const FLOOD_LEAST = 5;
/** A proposal that no second supervisor confirms lapses after this long (ms). */
export const FLOOD_PROPOSED_FOR = 10 * MINUTE;
/** Chats that were set aside can be brought back for this long (ms). Then those that are still set aside end. */
export const FLOOD_UNDO_FOR = 10 * MINUTE;

/** New chats from the network of a flood may be asked for a proof of work for this long (ms), where two supervisors agree. */
export const PROOF_ASKED_FOR = HOUR;

interface About {
  readonly service: ServiceId;
  readonly flood: string;
  readonly at: Instant;
}

/** What became of a flood: its chats ended, or were brought back; or nobody confirmed it. */
export type FloodOutcome = 'ended' | 'undone' | 'withdrawn' | 'expired';

export type FloodEvent =
  | (About & { readonly type: 'flood_proposed'; readonly by: StaffId; readonly count: number })
  | (About & { readonly type: 'flood_confirmed'; readonly by: StaffId; readonly count: number })
  | (About & { readonly type: 'proof_asked'; readonly by: StaffId; readonly until: Instant })
  | (About & { readonly type: 'proof_stopped'; readonly by: StaffId })
  | (About & {
      readonly type: 'flood_closed';
      /** Null for the clock. */
      readonly by: StaffId | null;
      readonly outcome: FloodOutcome;
      /** Chats that ended, or were brought back. */
      readonly count: number;
    })
  | (About & { readonly type: 'chat_set_aside'; readonly conversation: ConversationId; readonly by: StaffId })
  | (About & {
      readonly type: 'chat_brought_back';
      readonly conversation: ConversationId;
      /** Null for the clock. */
      readonly by: StaffId | null;
    });
export type FloodFact<Type extends FloodEvent['type']> = Extract<FloodEvent, { type: Type }>;

export interface Flood {
  readonly id: string;
  readonly service: ServiceId;
  readonly proposedBy: StaffId;
  readonly proposedAt: Instant;
  readonly confirmedBy: StaffId | null;
  readonly confirmedAt: Instant | null;
  /** Who proposed it would ask new chats from there for a proof of work. */
  readonly asksProof: boolean;
  /** Until when they are asked for one; null where they never were. */
  readonly proofUntil: Instant | null;
  /** Null while it is open. */
  readonly outcome: FloodOutcome | null;
}

/** A chat that waits, and may be a part of a flood. */
export interface FloodChat {
  readonly conversation: ConversationId;
  readonly band: Band;
  readonly messages: number;
  readonly answer: SafetyAnswer;
  /** Who asks has ticked this one chat. */
  readonly ticked: boolean;
}

/** Such a chat may be a person in need: band 2 holds who is not sure if they are safe. It has to be ticked by each of two supervisors. */
export const needsTicks = ({ band, messages, answer }: Omit<FloodChat, 'conversation' | 'ticked'>): boolean =>
  band <= 2 || messages > 0 || answer === 'not_safe_now';

/** What may be set aside of these chats: where it is needed, only what is ticked. */
export const partsOf = <Chat extends FloodChat>(chats: readonly Chat[]): Chat[] =>
  chats.filter((chat) => chat.ticked || !needsTicks(chat));

interface Asking {
  readonly by: StaffId;
  readonly at: Instant;
}

type Confirmed = FloodFact<'chat_set_aside' | 'flood_confirmed' | 'proof_asked'>;

/**
 * A second supervisor confirms: the chats are set aside. Where both want it, new chats from there are asked for a proof of work for
 * `proofFor` ms. Confirming twice is once. Refuses `not_yourself` to who proposed it, and `flood_changed` when it is closed,
 * another has confirmed it, or no chat is left.
 */
export const confirmFlood = (
  { id: flood, service, ...known }: Flood,
  chats: readonly FloodChat[],
  { by, at, asksProof, proofFor }: Asking & { readonly asksProof: boolean; readonly proofFor: number },
): Decision<Confirmed, 'not_yourself' | 'flood_changed'> => {
  if (known.proposedBy === by) return refuse('not_yourself');
  if (known.outcome !== null) return refuse('flood_changed');
  if (known.confirmedBy !== null) return known.confirmedBy === by ? accept() : refuse('flood_changed');
  const parts = partsOf(chats);
  if (parts.length === 0) return refuse('flood_changed');
  const about = { service, flood, by, at };
  const asked: Confirmed[] =
    asksProof && known.asksProof ? [{ type: 'proof_asked', ...about, until: instant(at + proofFor) }] : [];
  return accept<Confirmed>(
    ...parts.map(({ conversation }) => ({ type: 'chat_set_aside' as const, ...about, conversation })),
    { type: 'flood_confirmed', ...about, count: parts.length },
    ...asked,
  );
};

/** New chats from there are asked for nothing any more. By any supervisor; twice is once. */
export const stopProof = (
  { id: flood, service, proofUntil }: Flood,
  { by, at }: Asking,
): Accepted<FloodFact<'proof_stopped'>> =>
  proofUntil === null || proofUntil <= at
    ? accept()
    : accept<FloodFact<'proof_stopped'>>({ type: 'proof_stopped', service, flood, by, at });

type Undone = FloodFact<'chat_brought_back' | 'flood_closed' | 'proof_stopped'>;

/**
 * Before it is confirmed: taken back, or refused. Afterwards, for `undoFor` ms: each chat that is still set aside is brought back, and
 * the network is not asked for a proof any more. Twice is once. Refuses `flood_changed` when the time is over.
 */
export const undoFlood = (
  known: Flood,
  setAside: readonly ConversationId[],
  { by, at, undoFor }: Asking & { readonly undoFor: number },
): Decision<Undone, 'flood_changed'> => {
  const { id: flood, service, confirmedAt, outcome } = known;
  if (outcome === 'undone' || outcome === 'withdrawn') return accept();
  if (outcome !== null) return refuse('flood_changed');
  const about = { service, flood, by, at };
  const closed = { type: 'flood_closed', ...about } as const;
  if (confirmedAt === null) return accept({ ...closed, outcome: 'withdrawn', count: 0 });
  if (elapsed(confirmedAt, at) >= undoFor) return refuse('flood_changed');
  return accept<Undone>(
    ...setAside.map((conversation) => ({ type: 'chat_brought_back' as const, ...about, conversation })),
    ...stopProof(known, { by, at }).events,
    { ...closed, outcome: 'undone', count: setAside.length },
  );
};

/** What a sweep does with a flood: nothing yet, lapse, or end what is still set aside. */
export const dueOf = (
  { proposedAt, confirmedAt, outcome }: Flood,
  {
    at,
    proposedFor,
    undoFor,
  }: { readonly at: Instant; readonly proposedFor: number; readonly undoFor: number },
): 'nothing' | 'lapse' | 'end' => {
  if (outcome !== null) return 'nothing';
  if (confirmedAt === null) return elapsed(proposedAt, at) >= proposedFor ? 'lapse' : 'nothing';
  return elapsed(confirmedAt, at) >= undoFor ? 'end' : 'nothing';
};

/** The clock closes it. `count`: the chats that ended. */
export const closeFlood = (
  { id: flood, service, outcome, confirmedAt }: Flood,
  { at, count }: { readonly at: Instant; readonly count: number },
): Accepted<FloodFact<'flood_closed'>> =>
  outcome === null
    ? accept<FloodFact<'flood_closed'>>({
        type: 'flood_closed',
        service,
        flood,
        by: null,
        outcome: confirmedAt === null ? 'expired' : 'ended',
        count,
        at,
      })
    : accept();
