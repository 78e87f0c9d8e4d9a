import type { ConversationId } from '@warmline/kernel';
import type { Proposal, QueueEntry, Situation, UnansweredOffer } from '@warmline/routing';
import { reachedTombstones, type Tombstone } from '@warmline/waiting-time';
import type { SimulatedContact } from '../trace';
import type { Appointment } from './agenda';
import type { ContactRecord } from './record';

/** A visitor who waits. */
export interface Waiting {
  readonly entry: QueueEntry;
  readonly contact: SimulatedContact;
  readonly record: ContactRecord;
  readonly leaves: Appointment;
  /** An offer is open for them. */
  isOffered: boolean;
  readonly unanswered: UnansweredOffer[];
}

/** A visitor who left, measured until a responder would have taken them. */
export interface Stone extends Tombstone {
  readonly record: ContactRecord;
}

/** The queue with its tombstones. */
export class Line {
  readonly waiting = new Map<ConversationId, Waiting>();
  private stones: Stone[] = [];

  get isEmpty(): boolean {
    return this.waiting.size === 0 && this.stones.length === 0;
  }

  /** Whether anybody of band 1 is in line, tombstones included. */
  get hasFirst(): boolean {
    if (this.stones.some(({ band }) => band === 1)) return true;
    for (const { entry } of this.waiting.values()) if (entry.band === 1) return true;
    return false;
  }

  enter(waiting: Waiting): void {
    this.waiting.set(waiting.entry.conversation, waiting);
  }

  leave({ entry }: Waiting): void {
    this.waiting.delete(entry.conversation);
  }

  isWaiting({ entry }: Waiting): boolean {
    return this.waiting.has(entry.conversation);
  }

  bury({ entry, record, contact }: Waiting): void {
    this.stones.push({ ...entry, record, raw: record.announced.raw, waitingSince: contact.arrivesAt });
  }

  /** The entries without an open offer. */
  unoffered(): QueueEntry[] {
    const entries: QueueEntry[] = [];
    for (const { entry, isOffered } of this.waiting.values()) if (!isOffered) entries.push(entry);
    return entries;
  }

  unanswered(): UnansweredOffer[] {
    return [...this.waiting.values()].flatMap((waiting) => waiting.unanswered);
  }

  /** The tombstones whose turn has come leave the line. */
  reached(situation: Situation, proposals: readonly Proposal[]): Stone[] {
    const reached = reachedTombstones(this.stones, situation, proposals);
    if (reached.length > 0) this.stones = this.stones.filter((stone) => !reached.includes(stone));
    return reached;
  }
}
