import { Injectable } from '@nestjs/common';
import type { CaseloadItem, Desk } from '@warmline/contracts';
import { instant, type StaffId } from '@warmline/kernel';
import {
  DeskReadModel,
  HandoverReadModel,
  type StoredCaseloadItem,
  type StoredDesk,
} from '@warmline/postgres';
import { LiveIndex, visitorPresence, type Presence } from '@warmline/redis';
import { fitsIntoShift } from '@warmline/wellbeing';
import { rounded } from '../../core/rounded';
import { topicsOf } from '../../core/topics';
import { HandoverViews } from '../handover';
import { ConversationTexts } from '../timeline';
import { WellbeingViews } from '../wellbeing';

type DeskSide = Pick<Desk, 'handovers' | 'load' | 'wellbeing' | 'whyNoOffer'>;

/** Everything that a responder's screen shows, apart from the timelines. */
@Injectable()
export class DeskViews {
  constructor(
    private readonly desks: DeskReadModel,
    private readonly index: LiveIndex,
    private readonly texts: ConversationTexts,
    private readonly handovers: HandoverReadModel,
    private readonly handoverViews: HandoverViews,
    private readonly wellbeing: WellbeingViews,
  ) {}

  /** Null for an unknown person. */
  async loadDesk(staff: StaffId): Promise<Desk | null> {
    const [desk] = await this.loadDesks([staff]);
    return desk ?? null;
  }

  /** The desks of those who are known, with one query of each kind for all of them. */
  async loadDesks(staff: readonly StaffId[]): Promise<Desk[]> {
    const [desks, sides] = await Promise.all([this.desks.loadDesks(staff), this.loadSides(staff)]);
    const members = desks.flatMap(({ caseload }) =>
      caseload.map((item) => visitorPresence(item.conversationId)),
    );
    const present = await this.index.presentAmong(members).catch(() => new Set<Presence>());
    const views = desks.map(async (desk) => {
      const side = sides.get(desk.me.id);
      return side === undefined ? [] : [await this.deskOf(desk, side, present)];
    });
    return (await Promise.all(views)).flat();
  }

  /** What is shown beside the conversations. Nothing for an unknown person. */
  private async loadSides(staff: readonly StaffId[]): Promise<Map<StaffId, DeskSide>> {
    const [stored, wellbeings] = await Promise.all([
      this.handovers.loadHandoversOfStaff(staff),
      this.wellbeing.loadViews(staff),
    ]);
    const views = await this.handoverViews.viewsFor(new Set(staff), stored);
    const handoversOf = (id: StaffId): DeskSide['handovers'] =>
      views.filter(({ sender, receiver }) => sender.id === id || receiver?.id === id);
    return new Map([...wellbeings].map(([id, own]) => [id, { handovers: handoversOf(id), ...own }]));
  }

  private async deskOf(desk: StoredDesk, side: DeskSide, present: ReadonlySet<Presence>): Promise<Desk> {
    return {
      now: Math.round(desk.now),
      me: { id: desk.me.id, name: desk.me.name, role: desk.me.role, availability: desk.me.availability },
      shiftEndsAt: desk.me.shiftEndsAt,
      offersPaused: !fitsIntoShift(desk.me.shiftEndsAt, instant(desk.now)),
      offer: offerOf(desk),
      caseload: await Promise.all(desk.caseload.map((item) => this.itemOf(item, present))),
      newFeedback: desk.newFeedback,
      ...side,
    };
  }

  private async itemOf(stored: StoredCaseloadItem, present: ReadonlySet<Presence>): Promise<CaseloadItem> {
    const { nameSealed, visitorSeen, responderSeen, observers, ...item } = stored;
    return {
      ...item,
      joinedAt: Math.round(item.joinedAt),
      talkingSince: Math.round(item.talkingSince),
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
        madeAt: Math.round(offer.madeAt),
        expiresAt: Math.round(offer.expiresAt),
      };
