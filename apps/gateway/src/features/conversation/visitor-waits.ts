import { Injectable } from '@nestjs/common';
import type { VisitorConversation } from '@warmline/contracts';
import { WaitEstimateReadModel, type ConversationRow, type ShownWait } from '@warmline/postgres';
import { wishesEndAt } from '@warmline/routing';
import { Timers } from '../../core/timers';

/**
 * What a visitor is told of the wait: how long it is, and how long their wishes still hold. Band 1 sees no number.
 */
@Injectable()
export class VisitorWaits {
  constructor(
    private readonly promises: WaitEstimateReadModel,
    private readonly timers: Timers,
  ) {}

  /** What each of these is told. A new wait has no estimate for a second or two, and one that is set aside has none. */
  async waitsOf(
    rows: readonly ConversationRow[],
  ): Promise<(row: ConversationRow) => VisitorConversation['wait']> {
    const waiting = rows.filter(({ state }) => state === 'waiting');
    const told = await this.promises.findShownTo(waiting.map(({ id }) => id));
    const shown = new Map(told.map((wait) => [wait.conversation, wait]));
    return ({ id, band, hold }) => (hold === 'set_aside' ? 'unknown' : waitOf(shown.get(id), band));
  }

  /** Nothing for who wished for nothing in particular. */
  wishesOf({
    id: conversation,
    band,
    enteredAt,
    wants,
  }: ConversationRow): Pick<VisitorConversation, 'wishes'> {
    const heldUntil = wishesEndAt({ conversation, band, enteredAt, wants }, this.timers.wishesLast);
    return heldUntil === null
      ? {}
      : { wishes: { skills: wants, heldFor: Math.max(0, heldUntil - Date.now()) } };
  }
}

const waitOf = (told: ShownWait | undefined, band: ConversationRow['band']): VisitorConversation['wait'] => {
  if (told?.isNobodyOn === true) return 'nobody_on';
  if (band === 1) return 'next';
  return told === undefined || told.shown === null ? 'unknown' : { within: told.shown, late: told.isLate };
};
