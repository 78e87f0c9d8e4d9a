import { Injectable } from '@nestjs/common';
import type { Entry } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { ConversationAudience, endsAccess } from '../../socket/conversation-audience';
import { OneAtATime } from '../../socket/one-at-a-time';
import { ReadTimeline } from './read-timeline';
import { TimelineHeads } from './timeline-heads';

/**
 * Brings new entries to the pages connected here, in order: a cursor for each conversation somebody here reads. What was
 * just stored here is pushed as it is when it is exactly the next one; everything else is read from Postgres. A hint,
 * an append of our own or the tick moves the cursor; a hint that is lost costs a tick.
 */
@Injectable()
export class LiveTimelines {
  private readonly delivered = new Map<ConversationId, number>();
  /** Stored in this turn of the event loop, and pushed at its end: one notice for what one commit brought. */
  private readonly pushing = new Map<ConversationId, Entry[]>();

  constructor(
    private readonly audience: ConversationAudience,
    private readonly read: ReadTimeline,
    private readonly grown: TimelineHeads,
    private readonly catchUps: OneAtATime,
  ) {}

  /** From now on entries after `head` are pushed; what is before, the page reads itself. */
  watch(conversation: ConversationId, head: number): void {
    if (!this.delivered.has(conversation)) this.delivered.set(conversation, head);
  }

  /** Conversations somebody connected here reads; forgets those nobody does any more. */
  watched(): ConversationId[] {
    for (const conversation of this.delivered.keys())
      if (!this.audience.hasReaders(conversation)) this.delivered.delete(conversation);
    return [...this.delivered.keys()];
  }

  /** After COMMIT of an entry from here: our own readers at once, the other gateways by a hint. */
  deliverAppended(conversation: ConversationId, entry: Entry): void {
    this.grown.announce(conversation, entry.seq);
    const cursor = this.delivered.get(conversation);
    if (cursor === undefined || cursor >= entry.seq) return;
    if (cursor === entry.seq - 1) this.pushNext(conversation, entry);
    else this.catchUp(conversation);
  }

  /** Pushes what is behind. */
  catchUp(conversation: ConversationId): void {
    if (this.delivered.has(conversation))
      this.catchUps.run(`timeline:${conversation}`, () => this.deliver(conversation));
  }

  /** Pushes what is behind if the timeline has grown to `head`. */
  catchUpTo(conversation: ConversationId, head: number): void {
    if ((this.delivered.get(conversation) ?? head) < head) this.catchUp(conversation);
  }

  private pushNext(conversation: ConversationId, entry: Entry): void {
    this.delivered.set(conversation, entry.seq);
    const waiting = this.pushing.get(conversation);
    if (waiting !== undefined) {
      waiting.push(entry);
      return;
    }
    this.pushing.set(conversation, [entry]);
    queueMicrotask(() => this.flush(conversation));
  }

  private flush(conversation: ConversationId): void {
    const entries = this.pushing.get(conversation);
    this.pushing.delete(conversation);
    if (entries !== undefined) this.audience.sendEntries(conversation, entries);
  }

  private async deliver(conversation: ConversationId): Promise<void> {
    for (;;) {
      const after = this.delivered.get(conversation);
      if (after === undefined) return;
      const { entries, head } = await this.read.readPage(conversation, after);
      if (entries.some(endsAccess)) await this.audience.removeWithoutAccess([conversation]);
      // Meanwhile an append of our own may have pushed some of these.
      const cursor = this.delivered.get(conversation) ?? after;
      const fresh = entries.filter(({ seq }) => seq > cursor);
      const last = fresh.at(-1);
      if (last !== undefined) {
        this.delivered.set(conversation, last.seq);
        this.flush(conversation);
        this.audience.sendEntries(conversation, fresh);
      }
      if (entries.length === 0 || (this.delivered.get(conversation) ?? head) >= head) return;
    }
  }
}
