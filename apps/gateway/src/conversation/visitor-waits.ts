import { Injectable } from '@nestjs/common';
import type { VisitorConversation } from '@warmline/contracts';
import { Promises, type ConversationRow } from '@warmline/postgres';
import { wishesEndAt } from '@warmline/routing';
import { Timers } from '../platform/timers';

/** What a visitor is told of the wait: how long, and until when it is for somebody they wished for. */
@Injectable()
export class VisitorWaits {
  constructor(
    private readonly promises: Promises,
    private readonly timers: Timers,
  ) {}

  /** Band 1 sees no number. Before the first look at a wait there is none either: it takes a second or two. */
  async waitOf({ id, state, band }: ConversationRow): Promise<VisitorConversation['wait']> {
    if (band === 1) return 'next';
    const told = state === 'waiting' ? await this.promises.shownTo(id) : null;
    return told === null || told.shown === null ? 'unknown' : { within: told.shown, late: told.isLate };
  }

  /** Nothing for who wished for nothing in particular. */
  wishesOf({
    id: conversation,
    band,
    enteredAt,
    wants,
  }: ConversationRow): Pick<VisitorConversation, 'wishes'> {
    const heldUntil = wishesEndAt({ conversation, band, enteredAt, wants }, this.timers.wishesHold);
    return heldUntil === null ? {} : { wishes: { skills: wants, heldUntil } };
  }
}
