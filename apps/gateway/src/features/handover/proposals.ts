import { Injectable } from '@nestjs/common';
import type { Brief, HandoverTarget, Refusal } from '@warmline/contracts';
import { offerTo, propose, type HandoverFact, type Target } from '@warmline/handover';
import type { StaffPrincipal } from '@warmline/identity';
import { staffId, type ConversationId, type HandoverId, type Instant, type StaffId } from '@warmline/kernel';
import {
  ConversationReadModel,
  isUniqueViolation,
  type LockedConversation,
  type Stores,
} from '@warmline/postgres';
import { Changes } from '../../index/changes';
import { askingRefusal } from '../../staffing/asking-refusals';
import { RoutingTerms } from '../../staffing/routing-terms';
import { HandoverSteps } from './handover-steps';

export interface ProposeCommand {
  readonly id: HandoverId;
  readonly conversation: ConversationId;
  readonly epoch: number;
  readonly to: HandoverTarget;
  readonly mustLeave: boolean;
  readonly brief: Brief;
}

/** What the truth does not know: whose console answers. */
interface Lines {
  readonly holderPresent: boolean;
  readonly targetPresent: boolean;
}

const targetOf = (to: HandoverTarget): Target =>
  to.to === 'person' ? { to: 'person', staff: staffId(to.staffId) } : to;

type Insertion = ProposeCommand & Lines & { readonly briefSealed: Buffer };

interface Asking {
  readonly insertion: Insertion;
  readonly lastHolder: StaffId | null;
  readonly at: Instant;
}

/** Writes proposals: who may, of what, and whether the one person meant can be asked. */
@Injectable()
export class Proposals {
  constructor(
    private readonly changes: Changes,
    private readonly views: ConversationReadModel,
    private readonly steps: HandoverSteps,
    private readonly terms: RoutingTerms,
  ) {}

  /** Who holds the conversation or held it last, as far as the asker may know of it; null for a stranger. */
  async holderFor(person: StaffPrincipal, conversation: ConversationId): Promise<StaffId | null> {
    const last = await this.views.findLastHolder(conversation);
    const isTheirs = last?.staff === person.staff;
    const isTheirServices =
      person.role === 'supervisor' && (await this.views.isInService(conversation, person.service));
    return isTheirs || isTheirServices ? (last?.staff ?? null) : null;
  }

  /** Null when it is stored, now or by an earlier try. */
  async insert(person: StaffPrincipal, insertion: Insertion): Promise<Refusal | null> {
    try {
      return await this.changes.commit(async (stores) => {
        const locked = await stores.conversations.lock(insertion.conversation);
        if (locked === null) return 'not_found';
        const known = await stores.handovers.findHandover(insertion.id);
        if (known !== null)
          return known.row.proposedBy === person.staff && known.row.conversationId === locked.row.id
            ? null
            : 'not_found';
        return this.decide(stores, locked, { person, insertion });
      });
    } catch (error) {
      if (isUniqueViolation(error)) return 'handover_open';
      throw error;
    }
  }

  private async decide(
    stores: Stores,
    locked: LockedConversation,
    { person, insertion }: { readonly person: StaffPrincipal; readonly insertion: Insertion },
  ): Promise<Refusal | null> {
    const { id, epoch, holderPresent } = insertion;
    const at = await stores.now();
    const holding = await stores.holdings.findHolding(locked.row.id, locked.row.epoch);
    const decision = propose(
      locked.conversation,
      {
        id,
        by: person.staff,
        isSupervisor: person.role === 'supervisor',
        epoch,
        holder: holding?.staffId ?? null,
        holderPresent,
      },
      { at, deadlines: this.steps.deadlines },
    );
    if (!decision.accepted) return decision.refusal;
    if ((await stores.handovers.findOpenFor(locked.row.id)) !== null) return 'handover_open';
    const lastHolder = holding?.staffId ?? null;
    const refusal = await this.personRefusal(stores, locked, { insertion, lastHolder, at });
    if (refusal !== null) return refusal;
    for (const fact of decision.events) await this.save(stores, fact, insertion);
    return null;
  }

  private async personRefusal(
    stores: Stores,
    { row }: LockedConversation,
    { insertion, lastHolder, at }: Asking,
  ): Promise<Refusal | null> {
    const { to, targetPresent } = insertion;
    if (to.to !== 'person') return null;
    const member = await stores.staff.findStaff(staffId(to.staffId));
    if (member?.serviceId !== row.serviceId) return 'not_found';
    if (!targetPresent || (await stores.offers.findOpenFor(row.id)) !== null) return 'not_available';
    // Nobody hands over to whoever holds it, or held it last: they come back by the queue, and first.
    if (lastHolder === member.id) return 'not_available';
    return askingRefusal(stores, { staff: member.id, row, at, terms: this.terms });
  }

  private async save(
    stores: Stores,
    fact: HandoverFact<'handover_proposed'>,
    { to, mustLeave, briefSealed }: Insertion,
  ): Promise<void> {
    const target = targetOf(to);
    await stores.handovers.propose(fact, { target, mustLeave, briefSealed });
    if (target.to !== 'person') return;
    const known = await stores.handovers.findHandover(fact.handover);
    if (known === null) return;
    const moment = { at: fact.at, deadlines: this.steps.deadlines };
    for (const offered of offerTo(known.handover, target.staff, moment).events)
      await stores.handovers.saveStep(offered);
  }
}
