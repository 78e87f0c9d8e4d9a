import { Injectable } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import { Hints, type Head } from '@warmline/redis';
import { BatchLoader } from '../../core/async/batch';

/** Heads in one hint, at most. */
const HEADS_MAX = 500;

/**
 * Tells the other gateways which timelines have grown. Heads that are announced while a hint is on its way go together in
 * the next one. A hint that is lost costs its readers one poll.
 */
@Injectable()
export class TimelineHeads {
  private readonly heads = new Map<ConversationId, number>();
  /** It starts at the end of the turn, after the pages connected here have been sent their entries. */
  private readonly batches = new BatchLoader<ConversationId>((ids) => this.publish(ids), {
    size: HEADS_MAX,
    pause: 0,
    onError: () => undefined,
  });

  constructor(private readonly hints: Hints) {}

  announce(conversation: ConversationId, head: number): void {
    this.heads.set(conversation, Math.max(head, this.heads.get(conversation) ?? 0));
    this.batches.add([conversation]);
  }

  private async publish(ids: readonly ConversationId[]): Promise<void> {
    const heads: Head[] = [];
    for (const id of ids) {
      const head = this.heads.get(id);
      if (head !== undefined) heads.push([id, head]);
      this.heads.delete(id);
    }
    await this.hints.publish({ kind: 'heads', heads });
  }
}
