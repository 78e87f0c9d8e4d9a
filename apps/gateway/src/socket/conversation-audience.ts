import { Injectable } from '@nestjs/common';
import type { Entry } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { ConnectedPages } from './connected-pages';
import { rooms } from './rooms';
import type { StaffSocket } from './sockets';

/** The pages connected here that hear a conversation, and the consoles that are about to. */
@Injectable()
export class ConversationAudience {
  constructor(
    private readonly namespaces: ConnectedPages,
    private readonly views: ConversationReadModel,
  ) {}

  hasReaders(id: ConversationId): boolean {
    const { visitors, staff } = this.namespaces;
    const hears = [visitors, staff].some((side) => side?.adapter.rooms.has(rooms.conversation(id)));
    return hears || (staff?.adapter.rooms.has(rooms.pending(id)) ?? false);
  }

  sendEntries(id: ConversationId, entries: Entry[]): void {
    const room = rooms.conversation(id);
    const { visitors, staff } = this.namespaces;
    if (visitors?.adapter.rooms.has(room)) visitors.to(room).emit('timeline:appended', { entries });
    if (staff?.adapter.rooms.has(room))
      staff.to(room).emit('timeline:appended', { conversationId: id, entries });
  }

  /** Conversations that consoles here hear. */
  heardByConsoles(): ConversationId[] {
    const all = [...(this.namespaces.staff?.sockets.values() ?? [])];
    return [...new Set(all.flatMap((console) => [...console.data.mayReadSince.keys()]))];
  }

  hasConsoles(id: ConversationId): boolean {
    return this.consolesIn(id).length > 0;
  }

  /** Takes out the consoles that may not read these any more; rejects, and takes out nobody, when Postgres is silent. */
  async removeWithoutAccess(ids: readonly ConversationId[]): Promise<void> {
    const asked = performance.now();
    const readers = await this.views.findReaders(ids);
    for (const id of ids)
      for (const console of this.consolesIn(id))
        if (readers.get(id)?.has(console.data.person.staff) !== true) await leave(console, id, asked);
  }

  private consolesIn(id: ConversationId): StaffSocket[] {
    const { staff } = this.namespaces;
    const members = [rooms.conversation(id), rooms.pending(id)].flatMap((room) => [
      ...(staff?.adapter.rooms.get(room) ?? []),
    ]);
    return [...new Set(members)].flatMap((member) => staff?.sockets.get(member) ?? []);
  }
}

/** Whoever's right ended with this one must not read what follows it. */
export const endsAccess = (entry: Entry): boolean =>
  entry.kind === 'event' && (entry.event === 'left' || entry.event === 'requeued');

/** Unless the right came after the question whether it is there. Another read is recorded anew. */
const leave = async (console: StaffSocket, id: ConversationId, asked: number): Promise<void> => {
  if ((console.data.mayReadSince.get(id) ?? 0) >= asked) return;
  console.data.mayReadSince.delete(id);
  console.data.reads.delete(id);
  await console.leave(rooms.pending(id));
  await console.leave(rooms.conversation(id));
};
