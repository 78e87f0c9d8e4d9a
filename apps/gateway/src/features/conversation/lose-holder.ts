import { Injectable } from '@nestjs/common';
import { loseHolder } from '@warmline/conversation';
import { loseReceiver, loseSender } from '@warmline/handover';
import type { Instant, StaffId } from '@warmline/kernel';
import { DeskReadModel, type ExpiredHolding, type LockedConversation, type Stores } from '@warmline/postgres';
import { bandAfterLoss } from '@warmline/routing';
import { Changes } from '../../index/changes';
import { HandoverSteps } from '../handover';

/** A responder is gone: silent for the whole lease, or signed out. The visitor goes back to the queue and keeps the position. */
@Injectable()
export class LoseHolder {
  constructor(
    private readonly changes: Changes,
    private readonly handovers: HandoverSteps,
    private readonly desks: DeskReadModel,
  ) {}

  /** Changes nothing when the lease was renewed, or another person holds the conversation by now. */
  async loseExpired({ conversation, epoch }: ExpiredHolding): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      const holding = await stores.holdings.findHolding(conversation, epoch);
      const at = await stores.now();
      // A holding that has ended cannot be lost any more.
      if (locked === null || holding?.endedAt !== null || holding.leaseUntil >= at) return;
      await this.giveBack(stores, locked, { epoch, at });
    });
  }

  /** They have signed out, so their visitors need not wait for a lease to run out. */
  async loseAllOf(staff: StaffId): Promise<void> {
    for (const conversation of await this.desks.findHeldBy([staff]))
      await this.changes.commit(async (stores) => {
        const locked = await stores.conversations.lock(conversation);
        if (locked?.conversation.state !== 'talking' || locked.conversation.holder !== staff) return;
        await this.giveBack(stores, locked, { epoch: locked.conversation.epoch, at: await stores.now() });
      });
  }

  private async giveBack(
    stores: Stores,
    locked: LockedConversation,
    { epoch, at }: { readonly epoch: number; readonly at: Instant },
  ): Promise<void> {
    if (await this.receiverTakesControl(stores, locked, at)) return;
    const lost = { epoch, band: bandAfterLoss(locked.row.band), at };
    for (const fact of loseHolder(locked.conversation, lost).events) await stores.holdings.lose(fact);
  }

  /** HND1: a receiver who has joined takes control; in every other case the conversation goes back to the queue. */
  private async receiverTakesControl(
    stores: Stores,
    locked: LockedConversation,
    at: Instant,
  ): Promise<boolean> {
    const open = await stores.handovers.findOpenFor(locked.row.id);
    const found = open === null ? null : await stores.handovers.findHandover(open.id);
    if (found === null) return false;
    const { handover, row } = found;
    // The receiver may be gone too, and then must not get control.
    const isReceiverLost = row.receiverLeaseUntil !== null && row.receiverLeaseUntil < at;
    const { events } = isReceiverLost
      ? loseReceiver(handover, at)
      : loseSender(handover, { at, deadlines: this.handovers.deadlines });
    await this.handovers.saveEvents({ stores, handover, locked }, events);
    return events.some((fact) => fact.type === 'control_passed');
  }
}
