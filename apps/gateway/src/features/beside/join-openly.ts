import { Injectable } from '@nestjs/common';
import { joinOpenly, leaveOpenly } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';
import type { Refusal } from '@warmline/vocabulary';
import { Changes } from '../../index/changes';

/** A supervisor who reads along lets the visitor know that they are here, and leaves again. */
@Injectable()
export class JoinOpenly {
  constructor(private readonly changes: Changes) {}

  /** Twice is once. Refuses `not_found`, `conversation_ended`, and `stale_epoch` where nobody holds it or they do. */
  async join(person: StaffPrincipal, conversation: ConversationId): Promise<Refusal | null> {
    return this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked?.row.serviceId !== person.service) return 'not_found';
      const { staff } = person;
      const decision = joinOpenly(locked.conversation, {
        staff,
        isReading: await stores.observations.isOpen(conversation, staff),
        hasJoined: await stores.observations.hasJoined(conversation, staff),
        at: await stores.now(),
      });
      if (!decision.accepted) return decision.refusal;
      for (const fact of decision.events) await stores.observations.joinOpenly(fact);
      return null;
    });
  }

  /** Refuses `not_found` to who does not read along. */
  async stepOut(person: StaffPrincipal, conversation: ConversationId): Promise<Refusal | null> {
    return this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked?.row.serviceId !== person.service) return 'not_found';
      const { staff } = person;
      if (!(await stores.observations.isOpen(conversation, staff))) return 'not_found';
      const hasJoined = await stores.observations.hasJoined(conversation, staff);
      for (const fact of leaveOpenly(locked.conversation, { staff, hasJoined, at: await stores.now() }))
        await stores.observations.leaveOpenly(fact);
      return null;
    });
  }
}
