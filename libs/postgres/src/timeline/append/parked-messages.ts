import type { AppendOutcome, MessageToAppend } from '@warmline/conversation';
import type { ConversationId } from '@warmline/kernel';

/** A message, and the promise of its outcome. */
export interface Pending {
  readonly message: MessageToAppend;
  readonly resolve: (outcome: AppendOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** How long a message waits for a locked row (ms); its sender tries again after that. */
const PARKED_FOR = 4_000;

interface Parking {
  readonly until: number;
  readonly pending: Pending[];
}

/** Messages of locked conversations, in their order; others need not wait for them. */
export class ParkedMessages {
  private readonly parked = new Map<ConversationId, Parking>();

  /** Messages. */
  get size(): number {
    let size = 0;
    for (const { pending } of this.parked.values()) size += pending.length;
    return size;
  }

  get isEmpty(): boolean {
    return this.parked.size === 0;
  }

  get conversations(): ConversationId[] {
    return [...this.parked.keys()];
  }

  /** Parks a message if others of its conversation are parked; answers whether it did. */
  follows(pending: Pending): boolean {
    const parking = this.parked.get(pending.message.conversation);
    parking?.pending.push(pending);
    return parking !== undefined;
  }

  park(pending: Pending, now: number): void {
    if (this.follows(pending)) return;
    this.parked.set(pending.message.conversation, { until: now + PARKED_FOR, pending: [pending] });
  }

  /** Takes out the messages of a conversation that is free again. */
  release(conversation: ConversationId): Pending[] {
    const pending = this.parked.get(conversation)?.pending ?? [];
    this.parked.delete(conversation);
    return pending;
  }

  /** Takes out the messages of conversations that were locked for too long. */
  overdue(now: number): Pending[] {
    const late = [...this.parked].filter(([, { until }]) => until <= now);
    return late.flatMap(([conversation]) => this.release(conversation));
  }
}
