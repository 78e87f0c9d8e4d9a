import { Inject, Injectable } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import { FloodReadModel, type Stores } from '@warmline/postgres';
import { closeFlood, dueOf, FLOOD_PROPOSED_FOR, FLOOD_UNDO_FOR, type Flood } from '@warmline/routing';
import { forEachSettled } from '../../core/async/batch';
import { SERVICE, type Service } from '../../core/service-settings';
import { Timers } from '../../core/timers';
import { Changes } from '../../index/changes';
import { EndConversation } from '../conversation';

/** Found in one sweep, at most; the next sweep finds the rest. */
const FOUND = 20;

/** Ends what is still set aside once nobody can bring it back, and lets proposals lapse that nobody confirmed. */
@Injectable()
export class FloodDeadlines {
  constructor(
    private readonly changes: Changes,
    private readonly readings: FloodReadModel,
    private readonly endConversation: EndConversation,
    private readonly timers: Timers,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Everything is decided again under the lock and by the database's clock, so early and repeated calls are harmless. */
  async closeDue(): Promise<void> {
    await forEachSettled(await this.readings.findDue(this.service.id, this.spans, FOUND), (id) =>
      this.closeOne(id),
    );
  }

  private get spans(): { readonly proposedFor: number; readonly undoFor: number } {
    return {
      proposedFor: this.timers.scaled(FLOOD_PROPOSED_FOR),
      undoFor: this.timers.scaled(FLOOD_UNDO_FOR),
    };
  }

  private async closeOne(id: string): Promise<void> {
    const due = await this.changes.commit(async (stores) => {
      const flood = await stores.floods.lock(id);
      return flood !== null && (await this.dueNow(stores, flood)) === 'end'
        ? stores.floods.findChats(id)
        : [];
    });
    // One transaction each: no word of a visitor waits for the others.
    for (const { conversation, ticked } of due) await this.endOne(id, { conversation, ticked });
    await this.changes.commit(async (stores) => {
      const flood = await stores.floods.lock(id);
      if (flood === null || (await this.dueNow(stores, flood)) === 'nothing') return;
      const count = await stores.floods.countEnded(id);
      for (const fact of closeFlood(flood, { at: await stores.now(), count }).events)
        await stores.floods.close(fact);
    });
  }

  private async dueNow(stores: Stores, flood: Flood): Promise<ReturnType<typeof dueOf>> {
    return dueOf(flood, { at: await stores.now(), ...this.spans });
  }

  /** A chat that was brought back before, by a word of its visitor, waits on. So does one in danger that not both ticked,
   * and one that a supervisor asked a colleague to take. */
  private async endOne(
    flood: string,
    { conversation, ticked }: { readonly conversation: ConversationId; readonly ticked: boolean },
  ): Promise<void> {
    await this.changes.commit(async (stores) => {
      const [setAside] = await stores.floods.lockSetAside([conversation]);
      const locked = setAside === undefined ? null : await stores.conversations.lock(setAside);
      if (locked === null) return;
      // A supervisor asked a colleague to take it.
      const isAsked = (await stores.offers.findOpenFor(conversation)) !== null;
      if (!isAsked && (await this.endConversation.endSetAside(stores, locked, ticked))) return;
      const about = { service: locked.row.serviceId, flood, conversation, by: null, at: await stores.now() };
      await stores.floods.bringBack([{ type: 'chat_brought_back', ...about }]);
    });
  }
}
