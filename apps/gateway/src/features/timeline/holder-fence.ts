import { Injectable } from '@nestjs/common';
import type { ConversationId, StaffId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';

/** Keeps a former holder from the small writes that take no row lock: typing and receipts. */
@Injectable()
export class HolderFence {
  constructor(private readonly conversations: ConversationReadModel) {}

  /** Null for the holder with this epoch; `not_found` for a person who never held it with that epoch. */
  async refusal(
    conversation: ConversationId,
    { staff, epoch }: { readonly staff: StaffId; readonly epoch: number },
  ): Promise<'not_found' | 'stale_epoch' | null> {
    if (await this.conversations.isHolder(conversation, staff, epoch)) return null;
    return (await this.conversations.wasHolder(conversation, staff, epoch)) ? 'stale_epoch' : 'not_found';
  }
}
