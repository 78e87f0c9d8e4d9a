import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { MINUTE, type ConversationId } from '@warmline/kernel';
import { WaitingQueueReadModel } from '@warmline/postgres';
import type { WaitingNotice } from '@warmline/vocabulary';
import { done, refused } from '../../core/replies';
import { Timers } from '../../core/timers';
import { Changes } from '../../index/changes';

/** The same notice may be sent again after this long (ms). */
const AGAIN_AFTER = 10 * MINUTE;

/** Sends everyone who waits the same approved notice, each in their own timeline. */
@Injectable()
export class TellWaiting {
  constructor(
    private readonly changes: Changes,
    private readonly queue: WaitingQueueReadModel,
    private readonly timers: Timers,
  ) {}

  /** Answers how many were told. Refuses `too_fast`. */
  async tellEveryone(
    person: StaffPrincipal,
    notice: WaitingNotice,
  ): Promise<Reply<{ readonly told: number }>> {
    const { service } = person;
    const span = this.timers.scaled(AGAIN_AFTER);
    const isTooSoon = await this.changes.commit(({ supervision }) =>
      supervision.wasTold(notice, service, span),
    );
    if (isTooSoon) return refused('too_fast');
    let told = 0;
    for (const { conversation } of (await this.queue.loadQueue(service)).waiting)
      if (await this.tell(person, { conversation, notice })) told += 1;
    return done({ told });
  }

  /** One transaction each: a visitor who is answered in between is not told, and no lock waits for the others. */
  private async tell(
    { staff, service }: StaffPrincipal,
    { conversation, notice }: { readonly conversation: ConversationId; readonly notice: WaitingNotice },
  ): Promise<boolean> {
    return this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked?.conversation.state !== 'waiting') return false;
      const at = await stores.now();
      await stores.supervision.tellWaiting({
        type: 'waiting_told',
        service,
        conversation,
        by: staff,
        notice,
        at,
      });
      return true;
    });
  }
}
