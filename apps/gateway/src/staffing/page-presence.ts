import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { conversationId, staffId, type StaffId } from '@warmline/kernel';
import type { ConversationRow } from '@warmline/postgres';
import {
  Hints,
  LiveIndex,
  type Hint,
  type Presence as Member,
  staffPresence,
  visitorPresence,
} from '@warmline/redis';
import { PeriodicJobs } from '../core/periodic-jobs';
import { AnsweringPages, type Answering } from './answering-pages';
import { LeaseRenewals } from './lease-renewals';
import { SeenVisitors } from './seen-visitors';

const hintOf = (member: Member): Hint =>
  member.startsWith('v:')
    ? { kind: 'changed', conversations: [conversationId(member.slice(2))], staff: [] }
    : { kind: 'changed', conversations: [], staff: [staffId(member.slice(2))] };

/** Who is here: a lease in the live index for each page that answers pings, renewed with every poll. */
@Injectable()
export class PagePresence implements OnApplicationBootstrap {
  constructor(
    private readonly pages: AnsweringPages,
    private readonly index: LiveIndex,
    private readonly hints: Hints,
    private readonly renewals: LeaseRenewals,
    private readonly seen: SeenVisitors,
    private readonly jobs: PeriodicJobs,
  ) {}

  onApplicationBootstrap(): void {
    const { pagePollInterval } = this.jobs.timers;
    // Apart from each other: holdings must go on when Redis is slow.
    this.jobs.start('leases', pagePollInterval, () => this.renewals.renewLeases());
    this.jobs.start('presence', pagePollInterval, () => this.renewPresence());
  }

  visitorCame(socket: Answering, row: ConversationRow): void {
    this.came(socket, visitorPresence(row.id));
    this.seen.came(row);
    later(this.renewals.visitorCame(row.id));
  }

  staffCame(socket: Answering, staff: StaffId): void {
    this.came(socket, staffPresence(staff));
  }

  /** The page's connection has ended. Unless its person has another page here, others are told at once. */
  left(socket: Pick<Answering, 'id'>): void {
    const member = this.pages.remove(socket.id);
    if (member === null || this.pages.has(member)) return;
    later(this.index.forgetPresence(member).then(() => this.tell(member)));
  }

  /** Those of these people who have a page open on any gateway. All of them when Redis does not answer: that declares nobody gone. */
  async presentStaff(staff: readonly StaffId[]): Promise<Set<StaffId>> {
    const members = await this.index.presentAmong(staff.map(staffPresence)).catch(() => null);
    return new Set(staff.filter((id) => members === null || members.has(staffPresence(id))));
  }

  /** Renews all pages that answered lately in the index. */
  private async renewPresence(): Promise<void> {
    if (await this.index.renewPresence([...this.pages.answering()])) await this.hints.ring();
  }

  private came(socket: Answering, member: Member): void {
    if (!this.pages.add(socket, member)) return;
    later(this.index.renewPresence([member]).then((isNew) => (isNew ? this.tell(member) : undefined)));
  }

  private async tell(member: Member): Promise<void> {
    await this.hints.publish(hintOf(member));
    await this.hints.ring();
  }
}

/** The next poll makes a failure good. */
const later = (work: Promise<unknown>): void => void work.catch(() => undefined);
