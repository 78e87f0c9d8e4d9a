import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';
import { isHeldByAnswer, setBand } from '@warmline/routing';
import type { Band, LoweringReason } from '@warmline/vocabulary';
import { nothing, refused } from '../../core/replies';
import { Changes } from '../../index/changes';

export interface WishedBand {
  readonly band: Band;
  /** Needed when the visitor will be answered later than before. */
  readonly reason: LoweringReason | null;
}

/** A supervisor sets a visitor's band. The order of the queue follows at once; an active conversation is never taken away. */
@Injectable()
export class SetBand {
  constructor(private readonly changes: Changes) {}

  /** Setting the same band changes nothing, except that band 1 from a person lifts a hold. Refuses `not_found`, `conversation_ended`, `reason_needed`. */
  async setBandOf(
    { staff, service }: StaffPrincipal,
    conversation: ConversationId,
    wished: WishedBand,
  ): Promise<Reply<Record<string, never>>> {
    return this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked?.row.serviceId !== service) return refused('not_found');
      if (locked.conversation.state === 'ended') return refused('conversation_ended');
      const decision = setBand(locked.row.band, wished, isHeldByAnswer(locked.row));
      if (!decision.accepted) return refused(decision.refusal);
      for (const { from, to } of decision.events) {
        const reason = to > from ? wished.reason : null;
        await stores.supervision.noteLowering(conversation, reason === null ? null : { by: staff, reason });
        await stores.conversations.changeBand({
          type: 'band_changed',
          service,
          conversation,
          from,
          to,
          because: 'person',
          by: staff,
          words: null,
          reason,
          at: await stores.now(),
        });
      }
      return nothing;
    });
  }
}
