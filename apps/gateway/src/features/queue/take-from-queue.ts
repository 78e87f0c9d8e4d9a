import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import { begin } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';
import { WaitingQueueReadModel, type LockedConversation, type Stores } from '@warmline/postgres';
import { LiveIndex, visitorPresence, type Presence } from '@warmline/redis';
import { capacityOf, fits, inAnswerOrder, withdrawOffer } from '@warmline/routing';
import { done, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { lockOffer } from '../../staffing/lock-offer';
import { RoutingTerms } from '../../staffing/routing-terms';
import { callOffHandover } from '../handover';
import type { Accepted } from '../offers';

/** Another person may take a visitor first; this many are tried. */
const TRIES = 5;

/** A supervisor takes the next visitor, or the next one of band 1. An open offer of that visitor is withdrawn. */
@Injectable()
export class TakeFromQueue {
  constructor(
    private readonly changes: Changes,
    private readonly queue: WaitingQueueReadModel,
    private readonly index: LiveIndex,
    private readonly terms: RoutingTerms,
  ) {}

  /** Refuses `not_found` when no visitor with an open page waits, and `at_capacity`. */
  async takeFirst(person: StaffPrincipal, who: 'next' | 'answer_first'): Promise<Reply<Accepted>> {
    for (const conversation of await this.heads(person, who)) {
      const taken = await this.changes.commit((stores) => this.take(stores, person, conversation));
      if (taken !== 'gone') return taken;
    }
    return refused('not_found');
  }

  private async heads({ service }: StaffPrincipal, who: 'next' | 'answer_first'): Promise<ConversationId[]> {
    const { now, waiting } = await this.queue.loadQueue(service);
    const wanted = who === 'next' ? waiting : waiting.filter(({ band }) => band === 1);
    const members = wanted.map(({ conversation }) => visitorPresence(conversation));
    const present: ReadonlySet<Presence> = await this.index.presentAmong(members);
    return inAnswerOrder(wanted, now)
      .map(({ conversation }) => conversation)
      .filter((id) => present.has(visitorPresence(id)))
      .slice(0, TRIES);
  }

  private async take(
    stores: Stores,
    { staff }: StaffPrincipal,
    conversation: ConversationId,
  ): Promise<Reply<Accepted> | 'gone'> {
    const locked = await stores.conversations.lock(conversation);
    if (locked?.conversation.state !== 'waiting') return 'gone';
    if (!(await this.hasRoom(stores, staff, locked))) return refused('at_capacity');
    const at = await stores.now();
    const decision = begin(locked.conversation, staff, at);
    if (!decision.accepted) return 'gone';
    const open = await stores.offers.findOpenFor(conversation);
    const offer = open === null ? null : await lockOffer(stores, open);
    for (const fact of offer === null ? [] : withdrawOffer(offer.offer, at).events)
      await stores.offers.close(fact);
    await callOffHandover(stores, conversation, { reason: 'taken_over', by: staff, at });
    for (const fact of decision.events) await stores.holdings.begin(fact);
    return done({ conversationId: conversation, epoch: locked.conversation.epoch + 1 });
  }

  /** Capacity as for anyone. When no one has capacity for band 1, a supervisor who holds no other of band 1 may take it. */
  private async hasRoom(
    stores: Stores,
    staff: StaffPrincipal['staff'],
    { row }: LockedConversation,
  ): Promise<boolean> {
    await stores.staff.lock(staff);
    const me = await stores.shifts.loadResponder(staff, this.terms.timers.quietVisitor);
    if (me === null) return false;
    if (fits(me.caseload, capacityOf(me, this.terms.limits).units, row.band)) return true;
    return row.band === 1 && me.caseload.answerFirst === 0 && (await stores.offers.isCalledFor(row.id));
  }
}
