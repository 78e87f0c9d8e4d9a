import { Inject, Injectable } from '@nestjs/common';
import { TIMELINE_PAGE_MAX } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { Timelines } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { ConversationTexts } from '../conversation/conversation-texts';
import { LOG, type Log } from '../platform/log';
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
  private readonly catchUps: OneAtATime;

  constructor(
    private readonly namespaces: Namespaces,
    private readonly timelines: Timelines,
    private readonly texts: ConversationTexts,
    private readonly hints: Hints,
    @Inject(LOG) log: Log,
  ) {
    this.catchUps = new OneAtATime((err) =>
      log.warn({ err, what: 'delivery' }, 'entries wait for the next tick'),
    );
  }

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
    this.hints.publish({ kind: 'timeline', id: conversation }).catch(() => undefined);
  }

  /** Pushes what is behind. */
  catchUp(conversation: ConversationId): void {
    if (this.delivered.has(conversation)) this.catchUps.run(conversation, () => this.deliver(conversation));
  }

  /** Pushes what is behind if the timeline has grown to `head`. */
  catchUpTo(conversation: ConversationId, head: number): void {
    if ((this.delivered.get(conversation) ?? head) < head) this.catchUp(conversation);
  }

  private async deliver(conversation: ConversationId): Promise<void> {
    for (;;) {
      const after = this.delivered.get(conversation);
      if (after === undefined) return;
      const page = await this.timelines.page(conversation, after, TIMELINE_PAGE_MAX);
      const last = page.entries.at(-1);
      if (last === undefined) return;
      const entries = await this.texts.entries(conversation, page.entries);
      this.delivered.set(conversation, last.seq);
      const room = rooms.conversation(conversation);
      this.namespaces.visitors?.to(room).emit('timeline:appended', { entries });
      this.namespaces.staff?.to(room).emit('timeline:appended', { conversationId: conversation, entries });
      if (last.seq >= page.head) return;
    }
  }

  private isRead(conversation: ConversationId): boolean {
    const room = rooms.conversation(conversation);
    const { visitors, staff } = this.namespaces;
    return (visitors?.adapter.rooms.has(room) ?? false) || (staff?.adapter.rooms.has(room) ?? false);
  }
}
