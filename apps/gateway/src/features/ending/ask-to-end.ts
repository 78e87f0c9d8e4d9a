import { Injectable } from '@nestjs/common';
import { askToEnd, withdrawEnding } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';
import { isUniqueViolation, type LockedConversation, type Stores } from '@warmline/postgres';
import { HelpChannel } from '@warmline/redis';
import type { Refusal, ResponderEndReason } from '@warmline/vocabulary';
import { Changes } from '../../index/changes';
import { EndConversation } from '../conversation';
import { ConversationTexts } from '../timeline';
import { situationOf, whyOf } from './ending-request';

export interface WishedQuestion {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly epoch: number;
  readonly reason: ResponderEndReason;
  readonly why: string;
  /** The visitor may be asked three questions after the chat. */
  readonly asksAfter: boolean;
}

/** The holder of a conversation in danger asks whether it may end, and may take that back. */
@Injectable()
export class AskToEnd {
  constructor(
    private readonly changes: Changes,
    private readonly texts: ConversationTexts,
    private readonly endConversation: EndConversation,
    private readonly helpChannel: HelpChannel,
  ) {}

  /**
   * Twice is once. Refuses `not_found`, `stale_epoch`, `conversation_ended`, `nothing_to_agree` where they may end it alone,
   * and `not_quiet_yet`.
   */
  async ask(person: StaffPrincipal, wished: WishedQuestion): Promise<Refusal | null> {
    try {
      const refusal = await this.changes.commit((stores) => this.save(stores, person, wished));
      this.helpChannel.notifyGateways();
      return refusal;
    } catch (error) {
      // The id is known: another question, which is another person's to know.
      if (isUniqueViolation(error)) return 'not_found';
      throw error;
    }
  }

  /** Twice is once. Refuses `not_found` to others, and `ending_changed` once it is over. */
  async withdraw({ service, staff }: StaffPrincipal, id: string): Promise<Refusal | null> {
    const refusal = await this.changes.commit(async (stores) => {
      const found = await stores.endings.findRequest(id);
      if (found?.service !== service) return 'not_found';
      await stores.conversations.lock(found.conversation);
      const request = await stores.endings.findRequest(id);
      if (request === null) return 'not_found';
      const decision = withdrawEnding(request, staff, await stores.now());
      if (!decision.accepted) return decision.refusal;
      for (const fact of decision.events) await stores.endings.close(fact);
      return null;
    });
    this.helpChannel.notifyGateways();
    return refusal;
  }

  private async save(
    stores: Stores,
    { service, staff }: StaffPrincipal,
    wished: WishedQuestion,
  ): Promise<Refusal | null> {
    const { id, conversation, epoch, reason } = wished;
    const locked = await stores.conversations.lock(conversation);
    if (locked?.row.serviceId !== service) return 'not_found';
    const held = await stores.holdings.wasHeld(conversation, epoch, staff);
    const known = await stores.endings.findRequest(id);
    // Sent again after it was answered.
    if (held && known?.askedBy === staff && known.conversation === conversation) return null;
    const decision = askToEnd(situationOf(locked), await stores.endings.findOpenFor(conversation), {
      claim: { staff, epoch, held },
      wished: { id, reason, at: await stores.now() },
    });
    if (!decision.accepted) return decision.refusal;
    const untrue = await this.endConversation.untrueReason(stores, conversation, reason);
    if (untrue !== null) return untrue;
    return this.saveEvents(stores, locked, { facts: decision.events, wished });
  }

  private async saveEvents(
    stores: Stores,
    { row }: LockedConversation,
    { facts, wished }: { readonly facts: Asked; readonly wished: WishedQuestion },
  ): Promise<Refusal | null> {
    const key = await this.texts.keyOf(row.id);
    if (key === null) return 'not_found';
    const { safetyAt, visitorMessages } = row;
    for (const fact of facts) {
      if (fact.type === 'ending_withdrawn') await stores.endings.close(fact);
      else {
        const whySealed = key.seal(wished.why.trim(), whyOf(fact.request));
        await stores.endings.ask(fact, { whySealed, safetyAt, visitorMessages, asksAfter: wished.asksAfter });
      }
    }
    return null;
  }
}

type Asked = Extract<ReturnType<typeof askToEnd>, { accepted: true }>['events'];
