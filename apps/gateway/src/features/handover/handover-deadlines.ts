import { Inject, Injectable } from '@nestjs/common';
import { expire, loseReceiver } from '@warmline/handover';
import type { HandoverId } from '@warmline/kernel';
import { HandoverReadModel } from '@warmline/postgres';
import { forEachSettled } from '../../core/async/batch';
import { SERVICE, type Service } from '../../core/service-settings';
import { HandoverSteps } from './handover-steps';

/** Found in one sweep, at most; the next sweep finds the rest. */
const FOUND = 100;

/** Steps that lasted too long, and receivers who are gone. Each is decided again under the lock. */
@Injectable()
export class HandoverDeadlines {
  constructor(
    private readonly handovers: HandoverReadModel,
    private readonly steps: HandoverSteps,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async closeOverdue(): Promise<void> {
    await forEachSettled(await this.handovers.findOverdue(this.service.id, FOUND), (id) => this.judge(id));
  }

  private async judge(id: HandoverId): Promise<void> {
    await this.steps.decideLocked(id, async (step) => {
      const { handover, row, at } = step;
      const isReceiverLost = row.receiverLeaseUntil !== null && row.receiverLeaseUntil < at;
      const { events } = isReceiverLost
        ? loseReceiver(handover, at)
        : expire(handover, { at, deadlines: this.steps.deadlines });
      await this.steps.saveEvents(step, events);
    });
  }
}
