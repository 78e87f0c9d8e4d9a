import { Injectable } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import { Changes } from '../platform/changes';

/** Band 1 waits and nobody has room: every supervisor on shift is called, once. */
@Injectable()
export class CallSupervisors {
  constructor(private readonly changes: Changes) {}

  async run(conversation: ConversationId): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked?.row.state !== 'waiting' || locked.row.band !== 1) return;
      const { serviceId: service } = locked.row;
      await stores.offers.call({ type: 'supervisors_called', service, conversation, at: await stores.now() });
    });
  }
}
