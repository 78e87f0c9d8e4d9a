import { Injectable } from '@nestjs/common';
import { HISTORY_PAGE_MAX, type HistoryPlace, type OwnReaders, type Reader } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { conversationId, type ConversationId } from '@warmline/kernel';
import { ReaderReadModel } from '@warmline/postgres';

/** Tells people who read the conversations they held. */
@Injectable()
export class ListReaders {
  constructor(private readonly readers: ReaderReadModel) {}

  async listOwn({ staff }: StaffPrincipal, before: HistoryPlace | null): Promise<OwnReaders> {
    const from =
      before === null ? null : { at: before.at, conversationId: conversationId(before.conversationId) };
    const found = await this.readers.loadHeldBy(staff, from, HISTORY_PAGE_MAX + 1);
    const held = found.slice(0, HISTORY_PAGE_MAX);
    const last = held.at(-1);
    const readersOf = new Map<ConversationId, Reader[]>(held.map((one) => [one.conversationId, []]));
    const ids = [...readersOf.keys()];
    for (const { conversationId: id, ...reader } of await this.readers.loadReaders(ids, staff))
      readersOf.get(id)?.push(reader);
    return {
      conversations: held.map(({ conversationId: id, beganAt, endedAt }) => ({
        ...{ conversationId: id, beganAt, endedAt },
        readers: readersOf.get(id) ?? [],
      })),
      next:
        last === undefined || found.length === held.length
          ? null
          : { at: last.at, conversationId: last.conversationId },
    };
  }
}
