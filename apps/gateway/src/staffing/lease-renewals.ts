import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { conversationId, staffId, type ConversationId } from '@warmline/kernel';
import { LeaseStore, OutageStore, ReservedPlaceStore } from '@warmline/postgres';
import { AnsweringPages } from './answering-pages';

/** Renews holdings and reserved places in Postgres for as long as the person's page answers. It needs no Redis. */
@Injectable()
export class LeaseRenewals {
  private readonly gateway = randomUUID();

  constructor(
    private readonly pages: AnsweringPages,
    private readonly leases: LeaseStore,
    private readonly holds: ReservedPlaceStore,
    private readonly outages: OutageStore,
  ) {}

  /** A visitor is back while their place is reserved: this is stored at once, not with the next poll. */
  visitorCame(conversation: ConversationId): Promise<void> {
    return this.holds.recordReturn(conversation);
  }

  /** The heartbeat comes last: it says that everyone connected here could be renewed. */
  async renewLeases(): Promise<void> {
    const members = [...this.pages.answering()];
    const ids = (kind: 's:' | 'v:'): string[] =>
      members.filter((member) => member.startsWith(kind)).map((member) => member.slice(2));
    await this.leases.renewLeases(ids('s:').map(staffId));
    await this.holds.recordSeen(ids('v:').map(conversationId));
    await this.outages.recordHeartbeat(this.gateway);
  }
}
