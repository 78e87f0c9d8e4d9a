import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import {
  later,
  offerId,
  type ConversationId,
  type Instant,
  type OfferId,
  type StaffId,
} from '@warmline/kernel';
import type { ConversationRow, Stores, StoredResponder } from '@warmline/postgres';
import type { Proposal, RoutingEvent } from '@warmline/routing';
import { inChunks } from '../../core/async/batch';
import { Changes } from '../../index/changes';
import { refusalOf } from '../../staffing/asking-refusals';
import { RoutingTerms } from '../../staffing/routing-terms';
import { MakeOffer } from './make-offer';
import { OfferAlarms } from './offer-alarms';

type Made = Extract<RoutingEvent, { type: 'offer_made' }>;

/** Offers in one transaction. They are few, so that rows are locked for some milliseconds only. */
const TOGETHER = 100;
/** Transactions at once. Postgres stores one while this process judges the next. */
const AT_ONCE = 3;

/** The rows that this transaction has locked, and the open offers of these conversations. */
interface StoredState {
  readonly at: Instant;
  readonly waiting: ReadonlyMap<ConversationId, ConversationRow>;
  readonly asked: ReadonlySet<ConversationId>;
  readonly responders: ReadonlyMap<StaffId, StoredResponder>;
}

/**
 * Turns the proposals of one match into offers, if Postgres agrees. They are judged one by one and stored together, since a
 * transaction each would let the queue grow while people are free.
 */
@Injectable()
export class MakeOffers {
  constructor(
    private readonly changes: Changes,
    private readonly one: MakeOffer,
    private readonly alarms: OfferAlarms,
    private readonly terms: RoutingTerms,
  ) {}

  /** Answers those that were refused: the visitor has left, another offer was first, or the responder cannot get offers. */
  async makeOffers(proposals: readonly Proposal[]): Promise<Proposal[]> {
    const refused: Proposal[] = [];
    for (const group of inChunks(inChunks(proposals, TOGETHER), AT_ONCE)) {
      const found = await Promise.all(group.map((some) => this.refusedOf(some)));
      refused.push(...found.flat());
    }
    return refused;
  }

  private async refusedOf(proposals: readonly Proposal[]): Promise<Proposal[]> {
    const { made, locked } = await this.together(proposals);
    const late: Proposal[] = [];
    for (const proposal of locked) if (await this.one.makeOffer(proposal)) late.push(proposal);
    return proposals.filter((one) => !made.has(one) && !late.includes(one));
  }

  /** `locked`: another transaction holds a row of theirs; these are tried again one by one. */
  private async together(
    proposals: readonly Proposal[],
  ): Promise<{ readonly made: ReadonlySet<Proposal>; readonly locked: readonly Proposal[] }> {
    const offers = new Map(proposals.map((proposal) => [offerId(uuid()), proposal]));
    const { made, stored } = await this.changes.commit(async (stores) => {
      const found = await this.lock(stores, proposals);
      const facts = [...offers].flatMap(([offer, proposal]) => this.judge(offer, proposal, found) ?? []);
      return { made: await stores.offers.makeOffers(facts), stored: found };
    });
    for (const { offer, at, expiresAt } of made) this.alarms.setAlarm(offer, expiresAt - at);
    return {
      made: new Set(made.flatMap(({ offer }) => offers.get(offer) ?? [])),
      locked: proposals.filter(
        ({ conversation, staff }) => !stored.waiting.has(conversation) || !stored.responders.has(staff),
      ),
    };
  }

  /** Conversations first, then staff, each in the order of their ids. Every transaction locks in this order. */
  private async lock(stores: Stores, proposals: readonly Proposal[]): Promise<StoredState> {
    const rows = await stores.conversations.lockWaiting(proposals.map(({ conversation }) => conversation));
    const free = await stores.staff.lockFree(proposals.map(({ staff }) => staff));
    const asked = await stores.offers.findAskedFor(rows.map(({ id }) => id));
    const found = await stores.shifts.loadResponders(free, this.terms.timers.quietVisitor);
    return {
      at: await stores.now(),
      waiting: new Map(rows.map((row) => [row.id, row])),
      asked,
      responders: new Map(found.map((responder) => [responder.staff, responder])),
    };
  }

  private judge(
    offer: OfferId,
    proposal: Proposal,
    { at, waiting, asked, responders }: StoredState,
  ): Made | null {
    const { conversation, staff, surge = false } = proposal;
    const row = waiting.get(conversation);
    const responder = responders.get(staff);
    if (row === undefined || responder === undefined || asked.has(conversation)) return null;
    const terms = this.terms;
    if (refusalOf(responder, { staff, row, at, terms, surge }) !== null) return null;
    const expiresAt = later(at, terms.timers.scaled(proposal.opensFor));
    return { type: 'offer_made', service: row.serviceId, conversation, staff, offer, at, expiresAt, surge };
  }
}
