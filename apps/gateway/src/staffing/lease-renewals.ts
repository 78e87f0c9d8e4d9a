import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { conversationId, staffId, type ConversationId } from '@warmline/kernel';
import { LeaseStore, OutageStore, ReservedPlaceStore } from '@warmline/postgres';
import { AnsweringPages } from './answering-pages';

/** Says in the truth who is here: holdings and places go on for as long as somebody's page answers. Needs no Redis. */
@Injectable()
export class LeaseRenewals {
  private readonly gateway = randomUUID();

  constructor(
    private readonly pages: AnsweringPages,
    private readonly leases: LeaseStore,
    private readonly holds: ReservedPlaceStore,
    private readonly outages: OutageStore,
  ) {}

  /** Back within the time their place is kept: known at once, not with the next tick. */
  visitorCame(conversation: ConversationId): Promise<void> {
    return this.holds.recordSeen([conversation]);
  }

  /** The beat comes last: it says that everybody here could be renewed. */
  async renewLeases(): Promise<void> {
    const members = [...this.pages.answering()];
    const ids = (kind: 's:' | 'v:'): string[] =>
      members.filter((member) => member.startsWith(kind)).map((member) => member.slice(2));
    await this.leases.renewLeases(ids('s:').map(staffId));
    await this.holds.recordSeen(ids('v:').map(conversationId));
    await this.outages.recordHeartbeat(this.gateway);
  }
}
