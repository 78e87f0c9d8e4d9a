import { Injectable } from '@nestjs/common';
import type { ConversationId, StaffId } from '@warmline/kernel';
import type { Hint } from '@warmline/redis';
import { PagePresence } from '../../staffing/page-presence';
import { LiveTimelines } from '../timeline/live-timelines';
import { Consoles } from './consoles';
import { Deliveries } from './deliveries';

/** Everyone connected to this process, as the tick sees them. */
@Injectable()
export class Readers {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly timelines: LiveTimelines,
    private readonly presence: PagePresence,
    private readonly consoles: Consoles,
  ) {}

  follow(hint: Hint): void {
    this.deliveries.follow(hint);
  }

  watched(): ConversationId[] {
    return this.timelines.watched();
  }

  reached(id: ConversationId, head: number): void {
    this.timelines.catchUpTo(id, head);
  }

  changed(id: ConversationId): void {
    this.deliveries.pushConversation(id);
  }

  present(staff: readonly StaffId[]): Promise<Set<StaffId>> {
    return this.presence.presentStaff(staff);
  }

  renewPresence(): Promise<void> {
    return this.presence.renewPresence();
  }

  renewHoldings(): Promise<void> {
    return this.presence.renewHoldings();
  }

  /** Desks that are not what was last pushed to them, and the boards. */
  async refreshStaff(): Promise<void> {
    this.deliveries.pushBoards();
    for (const { staff, wasPushed } of await this.consoles.changed())
      this.deliveries.pushDesk(staff, wasPushed);
  }
}
