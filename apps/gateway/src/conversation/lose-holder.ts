import { Injectable } from '@nestjs/common';
import { loseHolder } from '@warmline/conversation';
import type { ExpiredHolding } from '@warmline/postgres';
import { bandAfterLoss } from '@warmline/routing';
import { Changes } from '../platform/changes';

/** A responder's line has been silent for the whole lease: the visitor goes back to the queue and keeps the place. */
@Injectable()
export class LoseHolder {
  constructor(private readonly changes: Changes) {}

  /** Changes nothing when the lease was renewed meanwhile, or somebody else holds the conversation by now. */
  async run({ conversation, epoch }: ExpiredHolding): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      const holding = await stores.holdings.find(conversation, epoch);
      const at = await stores.now();
      if (locked === null || holding === null || holding.leaseUntil >= at) return;
      const lost = { epoch, band: bandAfterLoss(locked.row.band), at };
      for (const fact of loseHolder(locked.conversation, lost).events) await stores.holdings.lose(fact);
    });
  }
}
