import { Injectable } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import { Hints } from '@warmline/redis';

/** Heads in one hint, at most. */
const HEADS_MAX = 500;

/**
 * Tells the other gateways which timelines have grown. While one hint is on its way the next one gathers, so a busy
 * moment costs few of them; what cannot leave costs its readers a tick.
 */
@Injectable()
export class TimelineHeads {
  private readonly heads = new Map<ConversationId, number>();
  private sending = false;

  constructor(private readonly hints: Hints) {}

  announce(conversation: ConversationId, head: number): void {
    this.heads.set(conversation, Math.max(head, this.heads.get(conversation) ?? 0));
    if (this.sending) return;
    this.sending = true;
    // What the same commit stored comes right after this; and first of all the pages connected here are answered.
    setImmediate(() => void this.send());
  }

  private async send(): Promise<void> {
    while (this.heads.size > 0) {
      const heads = [...this.heads].slice(0, HEADS_MAX);
      for (const [id] of heads) this.heads.delete(id);
      await this.hints.publish({ kind: 'heads', heads }).catch(() => undefined);
    }
    this.sending = false;
  }
}
