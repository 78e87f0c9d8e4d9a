import { Injectable } from '@nestjs/common';
import type { CaseloadItem, Desk } from '@warmline/contracts';
import type { StaffId } from '@warmline/kernel';
import { Desks, type StoredCaseloadItem, type StoredDesk } from '@warmline/postgres';
import { LiveIndex, visitorPresence, type Presence } from '@warmline/redis';
import { ConversationTexts } from '../conversation/conversation-texts';

/** Everything a responder's screen needs beside the timelines. */
@Injectable()
export class DeskViews {
  constructor(
    private readonly desks: Desks,
    private readonly index: LiveIndex,
    private readonly texts: ConversationTexts,
  ) {}

  /** Null for an unknown person. */
  async find(staff: StaffId): Promise<Desk | null> {
    const desk = await this.desks.read(staff);
    if (desk === null) return null;
    const members = desk.caseload.map((item) => visitorPresence(item.conversationId));
    const present = await this.index.presentAmong(members).catch(() => new Set<Presence>());
    return {
      now: Math.round(desk.now),
      me: { id: desk.me.id, name: desk.me.name, role: desk.me.role, availability: desk.me.availability },
      capacity: desk.me.capacity,
      offer: offerOf(desk),
      caseload: await Promise.all(desk.caseload.map((item) => this.itemOf(item, present))),
    };
  }

  private async itemOf(stored: StoredCaseloadItem, present: ReadonlySet<Presence>): Promise<CaseloadItem> {
    const { nameSealed, visitorSeen, responderSeen, observers, ...item } = stored;
    return {
      ...item,
      joinedAt: Math.round(item.joinedAt),
      endedAt: rounded(item.endedAt),
      lastVisitorMessageAt: rounded(item.lastVisitorMessageAt),
      lastResponderMessageAt: rounded(item.lastResponderMessageAt),
      visitorName: await this.texts.nameOf(item.conversationId, nameSealed),
      visitorPresent: present.has(visitorPresence(item.conversationId)),
      receipts: { visitor: visitorSeen, responder: responderSeen },
      observers: [...observers],
    };
  }
}

/** Microseconds of Postgres to whole ms. */
export const rounded = (time: number | null): number | null => (time === null ? null : Math.round(time));

const offerOf = ({ offer }: StoredDesk): Desk['offer'] =>
  offer === null
    ? null
    : { ...offer, enteredAt: Math.round(offer.enteredAt), expiresAt: Math.round(offer.expiresAt) };
