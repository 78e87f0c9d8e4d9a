import { Inject, Injectable } from '@nestjs/common';
import { lapse } from '@warmline/help';
import { HOUR, type ConversationId } from '@warmline/kernel';
import { HelpReadModel, type LapsedCall } from '@warmline/postgres';
import { HelpChannel } from '@warmline/redis';
import { forEachSettled } from '../../core/async/batch';
import { SERVICE, type Service } from '../../core/service-settings';
import { Timers } from '../../core/timers';
import { Changes } from '../../index/changes';
import { placeUrgentCall } from './call-for-help';

/** Found in one sweep, at most; the next sweep finds the rest. */
const FOUND = 100;
/** A call about no conversation lapses after this long (ms), if no one ends it. */
const FORGOTTEN_AFTER = 2 * HOUR;

/** Ends calls that no one ended: their conversation is over, or another person holds it. Makes those again that facts need. */
@Injectable()
export class HelpDeadlines {
  constructor(
    private readonly changes: Changes,
    private readonly readings: HelpReadModel,
    private readonly helpChannel: HelpChannel,
    private readonly timers: Timers,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async lapseForgotten(): Promise<void> {
    const lapsed = await this.readings.findLapsedCalls(
      this.service.id,
      this.timers.scaled(FORGOTTEN_AFTER),
      FOUND,
    );
    await forEachSettled(lapsed, (call) => this.lapse(call));
    if (lapsed.length > 0) this.helpChannel.notifyGateways();
  }

  /** A call of the facts lapses with its holder. The next holder makes it again, until a supervisor has heard. */
  async callAgain(): Promise<void> {
    const unheard = await this.readings.findUnheard(this.service.id, FOUND);
    await forEachSettled(unheard, (conversation) => this.callAgainAbout(conversation));
    if (unheard.length > 0) this.helpChannel.notifyGateways();
  }

  private async callAgainAbout(conversation: ConversationId): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      const holder = locked === null ? null : await stores.help.findUnheard(conversation);
      if (holder !== null) await placeUrgentCall(stores, holder, conversation);
    });
  }

  private async lapse({ id, hasEnded }: LapsedCall): Promise<void> {
    await this.changes.commit(async (stores) => {
      const call = await stores.help.lock(id);
      const decision = call === null ? null : lapse(call, { at: await stores.now(), hasEnded });
      for (const fact of decision?.accepted === true ? decision.events : []) await stores.help.saveStep(fact);
    });
  }
}
