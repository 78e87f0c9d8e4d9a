import { Injectable } from '@nestjs/common';
import type { Entry } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { ConnectedPages } from './connected-pages';
import { rooms } from './rooms';
import type { StaffSocket } from './sockets';

const isQuickExit = (entry: Entry): boolean =>
  entry.kind === 'event' && (entry.event === 'visitor_left' || entry.reason === 'quick_exit');

/** The pages connected here that receive a conversation, and the consoles whose permission to is being checked. */
@Injectable()
export class ConversationAudience {
  constructor(
    private readonly pages: ConnectedPages,
    private readonly conversations: ConversationReadModel,
  ) {}

  hasReaders(id: ConversationId): boolean {
    const room = rooms.conversation(id);
    return (
      this.pages.hasVisitorsIn(room) ||
      this.pages.hasConsolesIn(room) ||
      this.pages.hasConsolesIn(rooms.pending(id))
    );
  }

  sendEntries(id: ConversationId, entries: Entry[]): void {
    const room = rooms.conversation(id);
    const { visitors } = this.pages;
    // Other tabs of a visitor who left quickly may be open on the same device.
    if (entries.some(isQuickExit)) this.pages.closeVisitorsIn(room);
    else if (this.pages.hasVisitorsIn(room)) visitors?.to(room).emit('timeline:appended', { entries });
    if (this.pages.hasConsolesIn(room))
      this.pages.staff?.to(room).emit('timeline:appended', { conversationId: id, entries });
  }

  /** Conversations that consoles connected here receive. */
  readByConsoles(): ConversationId[] {
    const read = this.pages.consoles().flatMap((console) => [...console.data.mayReadSince.keys()]);
    return [...new Set(read)];
  }

  hasConsoles(id: ConversationId): boolean {
    return this.consolesOf(id).length > 0;
  }

  /** Removes the consoles that may not read these any more. Rejects, and removes none, when Postgres does not answer. */
  async removeWithoutAccess(ids: readonly ConversationId[]): Promise<void> {
    const askedAt = performance.now();
    const readers = await this.conversations.findReaders(ids);
    for (const id of ids)
      for (const console of this.consolesOf(id))
        if (readers.get(id)?.has(console.data.person.staff) !== true) await leave(console, id, askedAt);
  }

  private consolesOf(id: ConversationId): StaffSocket[] {
    const [inside, pending] = [rooms.conversation(id), rooms.pending(id)];
    return [...new Set([...this.pages.consolesIn(inside), ...this.pages.consolesIn(pending)])];
  }
}

/** After such an entry, some consoles must not read what follows. */
export const endsAccess = (entry: Entry): boolean =>
  entry.kind === 'event' && (entry.event === 'left' || entry.event === 'requeued');

/** A console whose permission was confirmed after the question stays. One that leaves has its next read recorded again. */
const leave = async (console: StaffSocket, id: ConversationId, askedAt: number): Promise<void> => {
  if ((console.data.mayReadSince.get(id) ?? 0) >= askedAt) return;
  console.data.mayReadSince.delete(id);
  console.data.reads.delete(id);
  await console.leave(rooms.pending(id));
  await console.leave(rooms.conversation(id));
};
