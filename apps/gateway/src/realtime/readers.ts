import { Injectable } from '@nestjs/common';
import type { ConversationId, StaffId } from '@warmline/kernel';
import type { Hint } from '@warmline/redis';
import { Deliveries } from './deliveries';
import { LiveTimelines } from './live-timelines';
import { Namespaces } from './namespaces';
import { Presence } from './presence';

/** Everyone connected to this process, as the tick sees them. */
@Injectable()
export class Readers {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly timelines: LiveTimelines,
    private readonly presence: Presence,
    private readonly namespaces: Namespaces,
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
    return this.presence.renew();
  }

  renewHoldings(): Promise<void> {
    return this.presence.renewHoldings();
  }

  /** Staff are few: their desks and boards are pushed with every tick. */
  refreshStaff(): void {
    const seen = new Set<string>();
    for (const { data: console } of this.namespaces.staff?.sockets.values() ?? []) {
      if (seen.has(console.person.staff)) continue;
      seen.add(console.person.staff);
      this.deliveries.pushDesk(console.person.staff);
    }
    this.deliveries.pushBoards();
  }
}
