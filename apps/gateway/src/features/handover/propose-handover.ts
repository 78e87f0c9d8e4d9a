import { Injectable } from '@nestjs/common';
import type { Brief, Handover, HandoverCandidates, HandoverTarget, Reply } from '@warmline/contracts';
import { offerTo, propose, type HandoverFact, type Target } from '@warmline/handover';
import type { StaffPrincipal } from '@warmline/identity';
import { staffId, type ConversationId, type HandoverId, type Instant, type StaffId } from '@warmline/kernel';
import {
  ConversationReadModel,
  isUniqueViolation,
  type LockedConversation,
  type Stores,
} from '@warmline/postgres';
import type { Refusal } from '@warmline/vocabulary';
import { found, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { askingRefusal } from '../../staffing/asking-refusals';
import { RoutingTerms } from '../../staffing/routing-terms';
import { Colleagues } from './colleagues';
import { HandoverSteps } from './handover-steps';
import { HandoverViews } from './handover-view';

export interface Proposal {
  readonly id: HandoverId;
  readonly conversation: ConversationId;
  readonly epoch: number;
  readonly to: HandoverTarget;
  readonly mustLeave: boolean;
  readonly brief: Brief;
}

/** Presence, which Postgres does not know. */
interface Present {
  readonly holderPresent: boolean;
  readonly targetPresent: boolean;
}

const targetOf = (to: HandoverTarget): Target =>
  to.to === 'person' ? { to: 'person', staff: staffId(to.staffId) } : to;

type Insertion = Proposal & Present & { readonly briefSealed: Buffer };

interface Asking {
  readonly insertion: Insertion;
  readonly lastHolder: StaffId | null;
  readonly at: Instant;
}

/** The holder of a conversation, or a supervisor, proposes that a colleague takes it over. */
@Injectable()
export class ProposeHandover {
  constructor(
    private readonly handovers: HandoverViews,
    private readonly colleagues: Colleagues,
    private readonly changes: Changes,
    private readonly conversations: ConversationReadModel,
    private readonly steps: HandoverSteps,
    private readonly terms: RoutingTerms,
  ) {}

  /** The colleagues it could be proposed to. Refuses `not_found`. */
  async listCandidates(
    person: StaffPrincipal,
    conversation: ConversationId,
  ): Promise<Reply<HandoverCandidates>> {
    if ((await this.holderFor(person, conversation)) === null) return refused('not_found');
    return found(await this.colleagues.listCandidates(person.service, conversation));
  }

  /**
   * A retried proposal is the same one. Refuses `brief_incomplete`, `not_found`, `conversation_ended`, `stale_epoch`,
   * `handover_open`, and for one person `not_available` and `at_capacity`.
   */
  async propose(person: StaffPrincipal, proposal: Proposal): Promise<Reply<Handover>> {
    const { id, conversation, brief } = proposal;
    if (brief.situation.trim() === '' || brief.request.trim() === '') return refused('brief_incomplete');
    const holder = await this.holderFor(person, conversation);
    if (holder === null) return refused('not_found');
    const briefSealed = await this.handovers.sealBrief(conversation, id, brief);
    if (briefSealed === null) return refused('not_found');
    const present = await this.presentOf(holder, proposal.to);
    const refusal = await this.insert(person, { ...proposal, ...present, briefSealed });
    return refusal === null ? found(await this.handovers.loadView(id, person.staff)) : refused(refusal);
  }

  private async presentOf(holder: StaffId, to: HandoverTarget): Promise<Present> {
    return {
      holderPresent: await this.colleagues.isPresent(holder),
      targetPresent: to.to !== 'person' || (await this.colleagues.isPresent(staffId(to.staffId))),
    };
  }

  /** Who holds the conversation or held it last. Null for someone who may not know, and for an unknown conversation. */
  private async holderFor(person: StaffPrincipal, conversation: ConversationId): Promise<StaffId | null> {
    const last = await this.conversations.findLastHolder(conversation);
    const isTheirs = last?.staff === person.staff;
    const isTheirServices =
      person.role === 'supervisor' && (await this.conversations.isInService(conversation, person.service));
    return isTheirs || isTheirServices ? (last?.staff ?? null) : null;
  }

  /** Null when it is stored, now or by an earlier try. */
  private async insert(person: StaffPrincipal, insertion: Insertion): Promise<Refusal | null> {
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
    // The holder, or the last one, cannot receive it: they get the visitor back from the queue, and first.
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
