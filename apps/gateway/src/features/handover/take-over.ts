import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';
import type { LockedConversation, Stores } from '@warmline/postgres';
import { HelpChannel } from '@warmline/redis';
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

interface Wished {
  readonly reason: TakeOverReason;
  /** They saw a visitor who waits, and mean to take nobody's conversation. */
  readonly onlyWaiting?: true | undefined;
}

/** A supervisor becomes the writer at once, of an active conversation or one in the queue. The visitor is told who joined. */
@Injectable()
export class TakeOver {
  constructor(
    private readonly changes: Changes,
    private readonly helpChannel: HelpChannel,
    private readonly terms: RoutingTerms,
  ) {}

  /**
   * Twice is once. Refuses `not_found`, `conversation_ended`, `offer_taken` when only a waiting visitor was meant and
   * someone has taken them, and `at_capacity`, which never keeps anyone from a visitor in danger.
   */
  async takeOver(
    person: StaffPrincipal,
    conversation: ConversationId,
    wished: Wished,
  ): Promise<Reply<Control>> {
    const reply = await this.changes.commit((stores) =>
      this.decide(stores, person, { conversation, ...wished }),
    );
    // The alarm about a visitor in danger goes at once, not with the next poll.
    if (reply.ok) this.helpChannel.notifyGateways();
    return reply;
  }

  private async decide(
    stores: Stores,
    person: StaffPrincipal,
    { conversation, reason, onlyWaiting }: Wished & { readonly conversation: ConversationId },
  ): Promise<Reply<Control>> {
    const locked = await stores.conversations.lock(conversation);
    if (locked?.row.serviceId !== person.service) return refused('not_found');
    if (locked.conversation.state === 'talking' && locked.conversation.holder === person.staff)
      return done({ conversationId: conversation, epoch: locked.conversation.epoch });
    if (onlyWaiting === true && locked.conversation.state === 'talking') return refused('offer_taken');
    const supervisor = await stores.staff.lock(person.staff);
    if (supervisor === null) return refused('not_found');
    const room = { row: supervisor, band: locked.row.band, terms: this.terms };
    const { isInDanger } = locked.conversation;
    if (!isInDanger && !(await hasRoomFor(stores, room))) return refused('at_capacity');
    return this.take(stores, locked, { person, reason });
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
