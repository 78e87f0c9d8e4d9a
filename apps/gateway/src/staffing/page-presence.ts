import { Injectable } from '@nestjs/common';
import { conversationId, staffId, type ConversationId, type StaffId } from '@warmline/kernel';
import {
  Hints,
  LiveIndex,
  type Hint,
  type Presence as Member,
  staffPresence,
  visitorPresence,
} from '@warmline/redis';
import { AnsweringPages, type Answering } from './answering-pages';
import { LeaseRenewals } from './lease-renewals';

const hintOf = (member: Member): Hint =>
  member.startsWith('v:')
    ? { kind: 'changed', conversations: [conversationId(member.slice(2))], staff: [] }
    : { kind: 'changed', conversations: [], staff: [staffId(member.slice(2))] };

/** Who is here: a lease in the live index for each page that answers our pings, renewed with every tick. */
@Injectable()
export class PagePresence {
  constructor(
    private readonly pages: AnsweringPages,
    private readonly index: LiveIndex,
    private readonly hints: Hints,
    private readonly renewals: LeaseRenewals,
  ) {}

  visitorCame(socket: Answering, conversation: ConversationId): void {
    this.came(socket, visitorPresence(conversation));
    later(this.renewals.visitorCame(conversation));
  }

  staffCame(socket: Answering, staff: StaffId): void {
    this.came(socket, staffPresence(staff));
  }

  /** The page's line is gone; unless another page of theirs is here, others are told at once. */
  left(socket: Pick<Answering, 'id'>): void {
    const member = this.pages.remove(socket.id);
    if (member === null || this.pages.has(member)) return;
    later(this.index.forgetPresence(member).then(() => this.tell(member)));
  }

  /** Whether this member has a page here. */
  hasPage(member: Member): boolean {
    return this.pages.has(member);
  }

  /** Those of these people who have a page open anywhere; without Redis nobody can tell, and nobody is declared gone. */
  async presentStaff(staff: readonly StaffId[]): Promise<Set<StaffId>> {
    const members = await this.index.presentAmong(staff.map(staffPresence)).catch(() => null);
    return new Set(staff.filter((id) => members === null || members.has(staffPresence(id))));
  }

  /** Renews, in the index, all pages that answered lately. */
  async renewPresence(): Promise<void> {
    if (await this.index.renewPresence([...this.pages.answering()])) await this.hints.ring();
  }

  /** Renews, in the truth, what their people hold. */
  renewHoldings(): Promise<void> {
    return this.renewals.renewLeases();
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

/** What fails now comes right with the next tick. */
const later = (work: Promise<unknown>): void => void work.catch(() => undefined);
