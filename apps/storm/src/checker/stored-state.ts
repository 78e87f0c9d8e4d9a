/** Times are Unix time in ms with fractions, by the database clock. */
export interface StoredConversation {
  readonly id: string;
  readonly startId: string;
  readonly state: 'waiting' | 'talking' | 'ended';
  readonly band: 1 | 2 | 3;
  readonly enteredAt: number;
  readonly lastSeq: number;
  readonly epoch: number;
  readonly visitorLeftAt: number | null;
  readonly endReason: string | null;
  readonly isInDanger: boolean;
  /** When the safety answer was set last. */
  readonly safetyAt: number;
  readonly dangerLoweredBy: readonly string[];
}

export interface StoredEntry {
  readonly conversation: string;
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly role: 'visitor' | 'responder' | null;
  readonly staff: string | null;
  /** Of a message its text's, of an event its name; null for a message that nobody can open. */
  readonly print: string | null;
  readonly at: number;
}

export interface StoredHolding {
  readonly conversation: string;
  readonly epoch: number;
  readonly staff: string;
  readonly beganAt: number;
  readonly endedAt: number | null;
  readonly wrappedUpAt: number | null;
  /** A wrap-up was written; a holding that was lost is closed without. */
  readonly isWrappedUp: boolean;
}

export interface StoredOffer {
  readonly id: string;
  readonly conversation: string;
  readonly staff: string;
  readonly madeAt: number;
  readonly expiresAt: number;
  readonly outcome: string | null;
  readonly closedAt: number | null;
}

export interface StoredHandover {
  readonly id: string;
  readonly state: string;
  readonly wasRead: boolean;
  readonly hasPassed: boolean;
}

export interface StoredStaff {
  readonly id: string;
  readonly capacity: number;
  readonly availability: string;
}

export interface StoredObservation {
  readonly conversation: string;
  readonly staff: string;
  readonly beganAt: number;
  readonly endedAt: number | null;
}

export interface StoredSession {
  readonly id: string;
  readonly endedAt: number | null;
}

export interface StoredAudit {
  readonly id: number;
  readonly action: string;
  readonly actor: string | null;
  readonly conversation: string | null;
  readonly epoch: number | null;
  readonly subject: string | null;
  /** The member of staff it concerns, beside the actor. */
  readonly whom: string | null;
  readonly reason: string | null;
}

/** All that is in the database after a storm, read in one snapshot. */
export interface StoredState {
  /** Database time of the snapshot. */
  readonly now: number;
  readonly conversations: readonly StoredConversation[];
  /** By conversation, in the order of their numbers. */
  readonly entries: readonly StoredEntry[];
  readonly holdings: readonly StoredHolding[];
  readonly offers: readonly StoredOffer[];
  readonly handovers: readonly StoredHandover[];
  readonly staff: readonly StoredStaff[];
  readonly observations: readonly StoredObservation[];
  readonly sessions: readonly StoredSession[];
  readonly audit: readonly StoredAudit[];
}

export const groupBy = <Key, Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};
