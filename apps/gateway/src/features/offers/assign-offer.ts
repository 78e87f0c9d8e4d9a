import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Reply, StaffCommands } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { later, offerId, type ConversationId, type StaffId } from '@warmline/kernel';
import {
  isUniqueViolation,
  type LockedConversation,
  type Stores,
  type StoredResponder,
} from '@warmline/postgres';
import { maySurge, obstacles, OFFER_OPEN, withdrawOffer, type Obstacle } from '@warmline/routing';
import { done, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { lockOffer } from '../../staffing/lock-offer';
import { PagePresence } from '../../staffing/page-presence';
import { RoutingTerms } from '../../staffing/routing-terms';

type Assigned = StaffCommands['offer:assign']['reply'];

export interface Assignment {
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  /** One extra conversation of band 1, for a person who opted in for this shift. */
  readonly aboveCapacity: boolean;
}

const plainly = (reason: Obstacle['reason']): Obstacle => ({ reason, until: null, lacks: null });

/** A supervisor offers a visitor to a chosen person. That person still accepts or declines, and every limit applies. */
@Injectable()
export class AssignOffer {
  constructor(
    private readonly changes: Changes,
    private readonly presence: PagePresence,
    private readonly terms: RoutingTerms,
  ) {}

  /** Repeating it changes nothing. Refuses `not_found`, `conversation_ended`, and `offer_taken` when the visitor does not wait any more. */
  async assignOffer({ service }: StaffPrincipal, assignment: Assignment): Promise<Reply<Assigned>> {
    const present = await this.presence.presentStaff([assignment.staff]);
    try {
      return await this.changes.commit(async (stores) => {
        const locked = await stores.conversations.lock(assignment.conversation);
        if (locked?.row.serviceId !== service) return refused('not_found');
        if (locked.conversation.state === 'ended') return refused('conversation_ended');
        if (locked.conversation.state === 'talking') return refused('offer_taken');
        const found = await this.obstaclesTo(stores, locked, assignment);
        if (found === null) return refused('not_found');
        if (found === 'asked') return done({ isAsked: true, obstacles: [] });
        const all = present.has(assignment.staff) ? found : [plainly('absent'), ...found];
        if (all.length > 0) return done({ isAsked: false, obstacles: all });
        await this.make(stores, locked, assignment);
        return done({ isAsked: true, obstacles: [] });
      });
    } catch (error) {
      if (isUniqueViolation(error)) return done({ isAsked: false, obstacles: [plainly('being_asked')] });
      throw error;
    }
  }

  /** Null for a person of another service. */
  private async obstaclesTo(
    stores: Stores,
    { row }: LockedConversation,
    { staff, aboveCapacity }: Assignment,
  ): Promise<Obstacle[] | 'asked' | null> {
    const person = await stores.staff.lock(staff);
    if (person?.serviceId !== row.serviceId) return null;
    const [open, mine] = [await stores.offers.findOpenFor(row.id), await stores.offers.findOpenOf(staff)];
    if (mine !== null && mine === open) return 'asked';
    const responder = await stores.shifts.loadResponder(staff, this.terms.timers.quietVisitor);
    if (responder === null) return null;
    const [entry, judged] = [this.terms.entryOf(row), this.terms.termsAt(await stores.now())];
    const found = [...personally(responder), ...obstacles(responder, entry, judged)];
    const isSurge = aboveCapacity && maySurge(responder, entry, judged);
    return isSurge ? found.filter(({ reason }) => reason !== 'at_capacity') : found;
  }

  private async make(
    stores: Stores,
    { row, conversation }: LockedConversation,
    { staff, aboveCapacity }: Assignment,
  ): Promise<void> {
    const at = await stores.now();
    const open = await stores.offers.findOpenFor(row.id);
    const known = open === null ? null : await lockOffer(stores, open);
    for (const fact of known === null ? [] : withdrawOffer(known.offer, at).events)
      await stores.offers.close(fact);
    // Without an alarm: a sweep finds the deadline.
    await stores.offers.makeOffer({
      type: 'offer_made',
      service: conversation.service,
      conversation: row.id,
      staff,
      offer: offerId(uuid()),
      at,
      expiresAt: later(at, this.terms.timers.scaled(OFFER_OPEN[row.band])),
      surge: aboveCapacity && row.band === 1,
    });
  }
}

const personally = ({ availability, beingAsked }: StoredResponder): Obstacle[] => [
  ...(availability === 'away' ? [plainly('away')] : []),
  ...(beingAsked ? [plainly('being_asked')] : []),
];
