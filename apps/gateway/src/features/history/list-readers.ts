import { Injectable } from '@nestjs/common';
import { HISTORY_PAGE_MAX, type HistoryPlace, type OwnReaders, type Reader } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { conversationId, type ConversationId, type StaffId } from '@warmline/kernel';
import { ReaderReadModel, type StoredPlace } from '@warmline/postgres';

/** Where a page of a list begins, as the database has it. */
export const storedPlace = (place: HistoryPlace | null): StoredPlace | null =>
  place === null ? null : { at: place.at, conversationId: conversationId(place.conversationId) };

/** Tells people who read the conversations they held. */
@Injectable()
export class ListReaders {
  constructor(private readonly readers: ReaderReadModel) {}

  async listOwn({ staff }: StaffPrincipal, before: HistoryPlace | null): Promise<OwnReaders> {
    const found = await this.readers.loadHeldBy(staff, storedPlace(before), HISTORY_PAGE_MAX + 1);
    const held = found.slice(0, HISTORY_PAGE_MAX);
    const last = held.at(-1);
    const readersOf = await this.findReaders(held, staff);
    return {
      conversations: held.map(({ conversationId: id, beganAt, endedAt }) => ({
        ...{ conversationId: id, beganAt, endedAt },
        readers: [...(readersOf.get(id) ?? [])],
      })),
      next:
        last === undefined || found.length === held.length
          ? null
          : { at: last.at, conversationId: last.conversationId },
    };
  }

  /** Who read each of these, but for one person, if any. */
  async findReaders(
    conversations: readonly { readonly conversationId: ConversationId }[],
    but: StaffId | null,
  ): Promise<ReadonlyMap<ConversationId, readonly Reader[]>> {
    const readersOf = new Map<ConversationId, Reader[]>(conversations.map((one) => [one.conversationId, []]));
    const ids = [...readersOf.keys()];
    for (const { conversationId: id, ...reader } of await this.readers.loadReaders(ids, but))
      readersOf.get(id)?.push(reader);
    return readersOf;
  }
}
