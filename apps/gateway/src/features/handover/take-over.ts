import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';
import type { LockedConversation, Stores } from '@warmline/postgres';
import { withdrawOffer } from '@warmline/routing';
import type { TakeOverReason } from '@warmline/vocabulary';
import { done, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { hasRoomFor } from '../../staffing/asking-refusals';
import { lockOffer } from '../../staffing/lock-offer';
import { RoutingTerms } from '../../staffing/routing-terms';
import { callOffHandover } from './call-off-handover';
import type { Control } from './finish-handover';
import { passTo } from './handover-steps';

/** A supervisor becomes the writer at once, of an active conversation or one in the queue. The visitor is told who joined. */
@Injectable()
export class TakeOver {
  constructor(
    private readonly changes: Changes,
    private readonly terms: RoutingTerms,
  ) {}

  /** Twice is once. Refuses `not_found`, `conversation_ended`, and `at_capacity`, which never keeps anyone from a visitor in danger. */
  async takeOver(
    person: StaffPrincipal,
    conversation: ConversationId,
    reason: TakeOverReason,
  ): Promise<Reply<Control>> {
    return this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked?.row.serviceId !== person.service) return refused('not_found');
      if (locked.conversation.state === 'talking' && locked.conversation.holder === person.staff)
        return done({ conversationId: conversation, epoch: locked.conversation.epoch });
      const supervisor = await stores.staff.lock(person.staff);
      if (supervisor === null) return refused('not_found');
      const room = { row: supervisor, band: locked.row.band, terms: this.terms };
      const isInDanger = locked.row.safetyAnswer === 'not_safe_now';
      if (!isInDanger && !(await hasRoomFor(stores, room))) return refused('at_capacity');
      return this.take(stores, locked, { person, reason });
    });
  }

  private async take(
    stores: Stores,
    locked: LockedConversation,
    { person, reason }: { readonly person: StaffPrincipal; readonly reason: TakeOverReason },
  ): Promise<Reply<Control>> {
    const { id } = locked.row;
    const at = await stores.now();
    const open = await stores.offers.findOpenFor(id);
    const offer = open === null ? null : await lockOffer(stores, open);
    const withdrawn = offer === null ? [] : withdrawOffer(offer.offer, at).events;
    for (const fact of withdrawn) await stores.offers.close(fact);
    await callOffHandover(stores, id, { reason: 'taken_over', by: person.staff, at });
    const epoch = await passTo(stores, locked, { to: person.staff, reason, at, isTold: true });
    return epoch === null ? refused('conversation_ended') : done({ conversationId: id, epoch });
  }
}
