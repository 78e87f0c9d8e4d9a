import { Injectable } from '@nestjs/common';
import { agreeToRetention, closeRetention, type RetentionRequest } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import { conversationId } from '@warmline/kernel';
import type { ConversationRow, Stores } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { ConversationKeys, holdKeyOf } from '@warmline/sealing';
import type { Refusal } from '@warmline/vocabulary';
import { Changes } from '../../index/changes';

type Refused = Extract<Refusal, 'not_found' | 'not_yourself' | 'retention_changed' | 'not_dealt_with'> | null;

/** A second person agrees or declines; who asked withdraws it; and someone looks at a hold again. */
@Injectable()
export class AnswerRetention {
  constructor(
    private readonly changes: Changes,
    private readonly keys: ConversationKeys,
    private readonly hints: Hints,
  ) {}

  /**
   * What two people agree is done in the same transaction: a conversation that is held gets a key of its own, so that the key of its
   * day is destroyed all the same; the key of one that is erased is gone, and its rows follow within seconds.
   */
  async agree(person: StaffPrincipal, id: string): Promise<Refused> {
    const agreed = await this.changes.commit((stores) => this.settle(stores, person, id));
    if (typeof agreed === 'string') return agreed;
    if (agreed.wish === 'erase') {
      this.keys.forget(agreed.conversation);
      this.hints.hint({ kind: 'keys' });
    }
    return null;
  }

  /** Refuses `not_found` and `retention_changed`. */
  async close({ service, staff: by }: StaffPrincipal, id: string): Promise<Refused> {
    return this.changes.commit(async (stores) => {
      const known = await stores.retentionRequests.find(id, service);
      if (known === null || (await stores.conversations.lock(known.conversation)) === null)
        return 'not_found';
      const newest = (await stores.retentionRequests.find(id, service)) ?? known;
      const decision = closeRetention(newest, { by, at: await stores.now() });
      if (!decision.accepted) return decision.refusal;
      for (const fact of decision.events) await stores.retentionRequests.close(fact);
      return null;
    });
  }

  /** It stays for another 90 days. Refuses `not_found` where it is not held. */
  async review({ service, staff: by }: StaffPrincipal, of: string): Promise<Refused> {
    return this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversationId(of));
      if (locked?.row.serviceId !== service) return 'not_found';
      const { id: conversation } = locked.row;
      const fact = { type: 'hold_reviewed', service, conversation, by, at: await stores.now() } as const;
      return (await stores.retentionRequests.review(fact)) ? null : 'not_found';
    });
  }

  private async settle(
    stores: Stores,
    { service, staff: by }: StaffPrincipal,
    id: string,
  ): Promise<NonNullable<Refused> | RetentionRequest> {
    const known = await stores.retentionRequests.find(id, service);
    const locked = known === null ? null : await stores.conversations.lock(known.conversation);
    // Read again under the lock: another person may have answered in between.
    const newest = locked === null ? null : await stores.retentionRequests.find(id, service);
    if (locked === null || newest === null) return 'not_found';
    const decision = agreeToRetention(newest, { by, at: await stores.now() });
    if (!decision.accepted) return decision.refusal;
    const dekWrapped = newest.wish === 'hold' ? await this.wrapForHold(locked.row) : null;
    for (const fact of decision.events) await stores.retentionRequests.agree(fact, dekWrapped);
    return newest;
  }

  private wrapForHold({ id, dekWrapped, kekDay, wrappedBy }: ConversationRow): Promise<Buffer> {
    return this.keys.rewrap({ conversation: id, dekWrapped, kekDay, wrappedBy }, holdKeyOf(id));
  }
}
