import { Injectable } from '@nestjs/common';
import type { CaseloadItem, Desk } from '@warmline/contracts';
import { instant, type StaffId } from '@warmline/kernel';
import { Desks, StoredHandovers, type StoredCaseloadItem, type StoredDesk } from '@warmline/postgres';
import { LiveIndex, visitorPresence, type Presence } from '@warmline/redis';
import { fitsIntoShift } from '@warmline/routing';
import { ConversationTexts } from '../conversation/conversation-texts';
import { HandoverViews } from '../handover/handover-view';
import { rounded } from './rounded';
import { topicsOf } from './topics';
import { WellbeingViews } from './wellbeing-view';

/** What stands beside the conversations on one person's desk. */
@Injectable()
export class DeskSides {
  constructor(
    private readonly stored: StoredHandovers,
    private readonly views: HandoverViews,
    private readonly wellbeing: WellbeingViews,
  ) {}

  /** Null for an unknown person. */
  async of(staff: StaffId): Promise<Pick<Desk, 'handovers' | 'wellbeing'> | null> {
    const [stored, wellbeing] = await Promise.all([this.stored.ofStaff(staff), this.wellbeing.find(staff)]);
    if (wellbeing === null) return null;
    return { handovers: await Promise.all(stored.map((row) => this.views.of(row))), wellbeing };
  }
}

/** Everything a responder's screen needs beside the timelines. */
@Injectable()
export class DeskViews {
  constructor(
    private readonly desks: Desks,
    private readonly index: LiveIndex,
    private readonly texts: ConversationTexts,
    private readonly sides: DeskSides,
  ) {}

  /** Null for an unknown person. */
  async find(staff: StaffId): Promise<Desk | null> {
    const [desk, sides] = await Promise.all([this.desks.read(staff), this.sides.of(staff)]);
    if (desk === null || sides === null) return null;
    const members = desk.caseload.map((item) => visitorPresence(item.conversationId));
    const present = await this.index.presentAmong(members).catch(() => new Set<Presence>());
    return {
      now: Math.round(desk.now),
      me: { id: desk.me.id, name: desk.me.name, role: desk.me.role, availability: desk.me.availability },
      shiftEndsAt: desk.me.shiftEndsAt,
      offersPaused: !fitsIntoShift(desk.me.shiftEndsAt, instant(desk.now)),
      capacity: desk.me.capacity,
      offer: offerOf(desk),
      caseload: await Promise.all(desk.caseload.map((item) => this.itemOf(item, present))),
      ...sides,
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

const offerOf = ({ offer }: StoredDesk): Desk['offer'] =>
  offer === null
    ? null
    : {
        ...offer,
        topics: topicsOf(offer.topics),
        enteredAt: Math.round(offer.enteredAt),
        expiresAt: Math.round(offer.expiresAt),
      };
