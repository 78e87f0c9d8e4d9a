import { Inject, Injectable } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import { WaitingVisitorReadModel } from '@warmline/postgres';
import { forEachSettled } from '../../core/async/batch';
import { SERVICE, type Service } from '../../core/service-settings';
import { Changes } from '../../index/changes';

/** A visitor of band 1 waits and no one has capacity: every supervisor on shift is called, once for each wait. */
@Injectable()
export class CallSupervisors {
  constructor(
    private readonly changes: Changes,
    private readonly visitors: WaitingVisitorReadModel,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async callSupervisors(conversations: readonly ConversationId[]): Promise<void> {
    if (conversations.length === 0) return;
    const calls = await this.visitors.loadSupervisorCalls(this.service.id);
    const called = new Set(calls.map(({ conversation }) => conversation));
    await forEachSettled(
      conversations.filter((conversation) => !called.has(conversation)),
      (conversation) => this.call(conversation),
    );
  }

  private async call(conversation: ConversationId): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked?.row.state !== 'waiting' || locked.row.band !== 1) return;
      const { serviceId: service } = locked.row;
      await stores.offers.callSupervisors({
        type: 'supervisors_called',
        service,
        conversation,
        at: await stores.now(),
      });
    });
  }
}
