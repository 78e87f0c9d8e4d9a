import { Injectable } from '@nestjs/common';
import { agreeToEnd, declineEnding, type EndingRequest } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import type { LockedConversation, Stores } from '@warmline/postgres';
import { HelpChannel } from '@warmline/redis';
import type { Refusal } from '@warmline/vocabulary';
import { Changes } from '../../index/changes';
import { EndConversation } from '../conversation';
import { ConversationTexts } from '../timeline';
import { situationOf, wordOf } from './ending-request';

interface Asked {
  readonly request: EndingRequest;
  readonly locked: LockedConversation;
}

/** A second person answers whether a conversation in danger may end. */
@Injectable()
export class AnswerEnding {
  constructor(
    private readonly changes: Changes,
    private readonly texts: ConversationTexts,
    private readonly endConversation: EndConversation,
    private readonly helpChannel: HelpChannel,
  ) {}

  /** The conversation ends in the same transaction. Twice is once. Refuses as `agreeToEnd`, `not_found` and `not_quiet_yet`. */
  async agree(person: StaffPrincipal, id: string): Promise<Refusal | null> {
    return this.answer(person, id, async (stores, { request, locked }) => {
      if (request.outcome === 'agreed') return null;
      const hasReadLast = await stores.endings.hasReadLast(request.conversation, person.staff);
      const at = await stores.now();
      const decision = agreeToEnd(request, situationOf(locked), { by: person.staff, hasReadLast, at });
      if (!decision.accepted) return decision.refusal;
      const { conversation, reason, asksAfter } = request;
      const untrue = await this.endConversation.untrueReason(stores, conversation, reason);
      if (untrue !== null) return untrue;
      for (const fact of decision.events) {
        if (fact.type === 'ending_agreed') await stores.endings.close(fact);
        else await this.endConversation.endByAgreement(stores, locked, { fact, asksAfter });
      }
      return null;
    });
  }

  /** "Not yet", with a word for who asked. Refuses as `declineEnding`, and `not_found`. */
  async decline(person: StaffPrincipal, id: string, word: string): Promise<Refusal | null> {
    return this.answer(person, id, async (stores, { request, locked }) => {
      const at = await stores.now();
      const decision = declineEnding(request, situationOf(locked), { by: person.staff, at });
      if (!decision.accepted) return decision.refusal;
      const key = await this.texts.keyOf(request.conversation);
      if (key === null) return 'not_found';
      const sealed = key.seal(word.trim(), wordOf(id));
      for (const fact of decision.events) await stores.endings.close(fact, sealed);
      return null;
    });
  }

  private async answer(
    { service }: StaffPrincipal,
    id: string,
    decide: (stores: Stores, asked: Asked) => Promise<Refusal | null>,
  ): Promise<Refusal | null> {
    const refusal = await this.changes.commit(async (stores) => {
      const found = await stores.endings.findRequest(id);
      if (found?.service !== service) return 'not_found';
      const locked = await stores.conversations.lock(found.conversation);
      // Read again: it may have been answered while the lock was awaited.
      const request = await stores.endings.findRequest(id);
      return locked === null || request === null ? 'not_found' : decide(stores, { request, locked });
    });
    this.helpChannel.notifyGateways();
    return refusal;
  }
}
