import { Injectable } from '@nestjs/common';
import type { Handover as View, Reply } from '@warmline/contracts';
import { acceptHandover, answerAsVisitor, decline } from '@warmline/handover';
import type { ConversationId, HandoverId, StaffId } from '@warmline/kernel';
import { HandoverReadModel } from '@warmline/postgres';
import { done, nothing, refused } from '../../core/replies';
import { hasRoomFor } from '../../staffing/asking-refusals';
import { RoutingTerms } from '../../staffing/routing-terms';
import { HandoverSteps, type Step } from './handover-steps';
import { HandoverViews } from './handover-view';

/** The person who is offered a handover, and the visitor, accept or decline it. */
@Injectable()
export class AnswerHandover {
  constructor(
    private readonly steps: HandoverSteps,
    private readonly views: HandoverViews,
    private readonly handovers: HandoverReadModel,
    private readonly terms: RoutingTerms,
  ) {}

  /** Accepting twice is one acceptance. Refuses `not_found`, `handover_closed`, `at_capacity`. */
  async acceptHandover(staff: StaffId, id: HandoverId): Promise<Reply<View>> {
    const refusal = await this.steps.decideLocked(id, (step) => this.take(step, staff));
    if (refusal !== 'accepted') return refused(refusal ?? 'not_found');
    const view = await this.views.loadView(id, staff);
    return view === null ? refused('not_found') : done(view);
  }

  /** Refuses `not_found`, `handover_closed`. */
  async declineHandover(staff: StaffId, id: HandoverId): Promise<Reply<Record<string, never>>> {
    const reply = await this.steps.decideLocked(id, async (step) => {
      const decision = decline(step.handover, staff, { at: step.at, deadlines: this.steps.deadlines });
      if (!decision.accepted) return refused(decision.refusal);
      await this.steps.saveEvents(step, decision.events);
      return nothing;
    });
    return reply ?? refused('not_found');
  }

  /** Stepping away declines an open offer, so that the next person need not wait for it. */
  async declineOnLeaving(staff: StaffId): Promise<void> {
    const asked = await this.handovers.findOfferedTo(staff);
    if (asked !== null) await this.declineHandover(staff, asked);
  }

  /** False for a handover of another conversation. An answer that comes too late changes nothing. */
  async answerAsVisitor(conversation: ConversationId, id: HandoverId, agrees: boolean): Promise<boolean> {
    const isTheirs = await this.steps.decideLocked(id, async (step) => {
      if (step.locked.row.id !== conversation) return false;
      await this.steps.saveEvents(step, answerAsVisitor(step.handover, agrees, step.at).events);
      return true;
    });
    return isTheirs ?? false;
  }

  private async take(
    step: Step,
    staff: StaffId,
  ): Promise<'accepted' | 'not_found' | 'handover_closed' | 'at_capacity'> {
    const { stores, handover, locked, at } = step;
    const receiver = await stores.staff.lock(staff);
    const decision = acceptHandover(handover, staff, { at, deadlines: this.steps.deadlines });
    if (!decision.accepted) return decision.refusal;
    if (receiver === null) return 'not_found';
    const room = { row: receiver, band: locked.row.band, terms: this.terms };
    if (decision.events.length > 0 && !(await hasRoomFor(stores, room))) return 'at_capacity';
    await this.steps.saveEvents(step, decision.events);
    return 'accepted';
  }
}
