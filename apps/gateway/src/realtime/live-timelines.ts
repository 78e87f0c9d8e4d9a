import { Injectable } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import { Hints } from '@warmline/redis';
import { ReadTimeline } from '../conversation/read-timeline';
import { Namespaces } from './namespaces';
import { OneAtATime } from './one-at-a-time';
import { rooms } from './rooms';

/**
 * Brings new entries to the pages connected here, in order, from Postgres: a cursor for each conversation somebody
 * here reads. A hint, an append of our own or the tick moves it; a hint that is lost costs a tick.
 */
@Injectable()
export class LiveTimelines {
  private readonly delivered = new Map<ConversationId, number>();

  constructor(
    private readonly namespaces: Namespaces,
    private readonly read: ReadTimeline,
    private readonly hints: Hints,
    private readonly catchUps: OneAtATime,
  ) {}

  /** From now on entries after `head` are pushed; what is before, the page reads itself. */
  watch(conversation: ConversationId, head: number): void {
    if (!this.delivered.has(conversation)) this.delivered.set(conversation, head);
  }

  /** Conversations somebody connected here reads; forgets those nobody does any more. */
  watched(): ConversationId[] {
    for (const conversation of this.delivered.keys())
      if (!this.isRead(conversation)) this.delivered.delete(conversation);
    return [...this.delivered.keys()];
  }

  /** After COMMIT of a message from here: our own readers at once, the other gateways by a hint. */
  appended(conversation: ConversationId): void {
    this.catchUp(conversation);
    this.hints.hint({ kind: 'timeline', id: conversation });
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

  private async deliver(conversation: ConversationId): Promise<void> {
    for (;;) {
      const after = this.delivered.get(conversation);
      if (after === undefined) return;
      const { entries, head } = await this.read.run(conversation, after);
      const last = entries.at(-1);
      if (last === undefined) return;
      this.delivered.set(conversation, last.seq);
      const room = rooms.conversation(conversation);
      this.namespaces.visitors?.to(room).emit('timeline:appended', { entries });
      this.namespaces.staff?.to(room).emit('timeline:appended', { conversationId: conversation, entries });
      if (last.seq >= head) return;
    }
  }

  private isRead(conversation: ConversationId): boolean {
    const room = rooms.conversation(conversation);
    const { visitors, staff } = this.namespaces;
    return (visitors?.adapter.rooms.has(room) ?? false) || (staff?.adapter.rooms.has(room) ?? false);
  }
}
