import { Injectable } from '@nestjs/common';
import type { ConversationId, StaffId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';

/** Keeps a former holder from acting, for the small writes that take no row lock: typing and receipts. */
@Injectable()
export class HolderFence {
  constructor(private readonly views: ConversationReadModel) {}

  /** Null for the holder under this epoch; `not_found` for somebody who never held it under that one. */
  async refusal(
    conversation: ConversationId,
    { staff, epoch }: { readonly staff: StaffId; readonly epoch: number },
  ): Promise<'not_found' | 'stale_epoch' | null> {
    if (await this.views.isHolder(conversation, staff, epoch)) return null;
    return (await this.views.wasHolder(conversation, staff, epoch)) ? 'stale_epoch' : 'not_found';
  }
}
