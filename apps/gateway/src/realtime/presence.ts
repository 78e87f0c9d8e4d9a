import { Inject, Injectable } from '@nestjs/common';
import { conversationId, staffId, type ConversationId, type StaffId } from '@warmline/kernel';
import { Leases } from '@warmline/postgres';
import {
  Hints,
  LiveIndex,
  type Hint,
  type Presence as Member,
  staffPresence,
  visitorPresence,
} from '@warmline/redis';
import { LOG, type Log } from '../platform/log';

/** An answer to a ping is as good as new for this long (ms): one ping and a little. */
const ANSWER_COUNTS = 8_000;

/** The little of a socket that presence needs. */
export interface Answering {
  readonly id: string;
  readonly conn: { on(event: 'heartbeat', listener: () => void): unknown };
}

interface Page {
  readonly member: Member;
  answeredAt: number;
}

const staffOfMember = (member: Member): StaffId => staffId(member.slice(2));

const hintOf = (member: Member): Hint =>
  member.startsWith('v:')
    ? { kind: 'conversation', id: conversationId(member.slice(2)) }
    : { kind: 'staff', id: staffId(member.slice(2)) };

/** Who is here: a lease in the live index for each page that answers our pings, renewed with every tick. */
@Injectable()
export class Presence {
  private readonly pages = new Map<string, Page>();

  constructor(
    private readonly index: LiveIndex,
    private readonly hints: Hints,
    private readonly leases: Leases,
    @Inject(LOG) private readonly log: Log,
  ) {}

  visitorCame(socket: Answering, conversation: ConversationId): void {
    this.came(socket, visitorPresence(conversation));
  }

  staffCame(socket: Answering, staff: StaffId): void {
    this.came(socket, staffPresence(staff));
  }

  /** The page's line is gone; unless another page of theirs is here, others are told at once. */
  left(socket: Pick<Answering, 'id'>): void {
    const page = this.pages.get(socket.id);
    if (page === undefined) return;
    this.pages.delete(socket.id);
    if (this.hasPage(page.member)) return;
    this.later(this.index.forgetPresence(page.member).then(() => this.tell(page.member)));
  }

  /** Whether this member has a page here. */
  hasPage(member: Member): boolean {
    return [...this.pages.values()].some((page) => page.member === member);
  }

  /** Those of these people who have a page open anywhere; without Redis nobody can tell, and nobody is declared gone. */
  async presentStaff(staff: readonly StaffId[]): Promise<Set<StaffId>> {
    const members = await this.index.presentAmong(staff.map(staffPresence)).catch(() => null);
    return new Set(staff.filter((id) => members === null || members.has(staffPresence(id))));
  }

  /** Renews the leases of all pages that answered lately: presence in the index, holdings in the truth. */
  async renew(): Promise<void> {
    const since = Date.now() - ANSWER_COUNTS;
    const answering = [...this.pages.values()].filter((page) => page.answeredAt >= since);
    const members = [...new Set(answering.map(({ member }) => member))];
    const staff = members.filter((member) => member.startsWith('s:')).map(staffOfMember);
    const [, someoneCame] = await Promise.all([this.leases.renew(staff), this.index.renewPresence(members)]);
    if (someoneCame) await this.hints.ring();
  }

  private came(socket: Answering, member: Member): void {
    if (this.pages.has(socket.id)) return;
    const page = { member, answeredAt: Date.now() };
    this.pages.set(socket.id, page);
    socket.conn.on('heartbeat', () => {
      page.answeredAt = Date.now();
    });
    this.later(this.index.renewPresence([member]).then((isNew) => (isNew ? this.tell(member) : undefined)));
  }

  private async tell(member: Member): Promise<void> {
    await this.hints.publish(hintOf(member));
    await this.hints.ring();
  }

  /** What fails now comes right with the next tick. */
  private later(work: Promise<unknown>): void {
    work.catch((err: unknown) =>
      this.log.debug({ err, what: 'presence' }, 'presence waits for the next tick'),
    );
  }
}
