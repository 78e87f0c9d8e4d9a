import { Injectable } from '@nestjs/common';
import type { NewRetentionRequest } from '@warmline/contracts';
import { askForRetention, hasLapsed } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import { conversationId, type ConversationId, type Instant } from '@warmline/kernel';
import { isUniqueViolation, type Stores } from '@warmline/postgres';
import type { Refusal } from '@warmline/vocabulary';
import { Changes } from '../../index/changes';

type Refused = Extract<
  Refusal,
  'not_found' | 'retention_changed' | 'on_hold' | 'not_ended' | 'not_dealt_with'
> | null;

/** One person asks to keep a conversation longer, to end its hold, or to erase it. Nothing happens before a second person agrees. */
@Injectable()
export class AskForRetention {
  constructor(private readonly changes: Changes) {}

  /** Twice is once. Refuses `not_found`, also for an expired conversation, `retention_changed`, `on_hold`, `not_ended` and `not_dealt_with`. */
  async ask(person: StaffPrincipal, wished: NewRetentionRequest): Promise<Refused> {
    try {
      return await this.changes.commit((stores) => this.insert(stores, person, wished));
    } catch (error) {
      if (isUniqueViolation(error)) return 'retention_changed';
      throw error;
    }
  }

  private async insert(
    stores: Stores,
    { service, staff: by }: StaffPrincipal,
    { id: request, conversationId: of, ...wish }: NewRetentionRequest,
  ): Promise<Refused> {
    const locked = await stores.conversations.lock(conversationId(of));
    if (locked?.row.serviceId !== service) return 'not_found';
    const { id: conversation, state, heldAt } = locked.row;
    const at = await stores.now();
    const open = await this.findOpen(stores, conversation, at);
    if (open?.request === request && open.askedBy === by) return null;
    const isDealtWith = await stores.retentionRequests.isDealtWith(conversation);
    const isHeld = heldAt !== null;
    const known = { hasEnded: state === 'ended', isHeld, isAsked: open !== null, isDealtWith };
    const decision = askForRetention(known, wish, { service, conversation, request, by, at });
    if (!decision.accepted) return decision.refusal;
    for (const fact of decision.events) await stores.retentionRequests.ask(fact);
    return null;
  }

  /** The request that waits for a second person. One that has lapsed, or whose asker lost the right, is closed. */
  private async findOpen(
    { retentionRequests }: Stores,
    conversation: ConversationId,
    at: Instant,
  ): ReturnType<Stores['retentionRequests']['findOpen']> {
    const open = await retentionRequests.findOpen(conversation);
    if (open === null || (open.mayAsk && !hasLapsed(open, at))) return open;
    await retentionRequests.lapse(open.request);
    return null;
  }
}
