import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import { confirmBrief, settle, takeControl, withdraw, type HandoverEvent } from '@warmline/handover';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId, Decision, HandoverId, StaffId } from '@warmline/kernel';
import type { Refusal } from '@warmline/vocabulary';
import { done, nothing, refused } from '../../core/replies';
import { HandoverSteps, type Step } from './handover-steps';

export interface Control {
  readonly conversationId: ConversationId;
  readonly epoch: number;
}

type Nothing = Reply<Record<string, never>>;

/** The receiver's last steps, and withdrawing a handover. */
@Injectable()
export class FinishHandover {
  constructor(private readonly steps: HandoverSteps) {}

  /** Refuses `not_found`, `handover_closed`. */
  confirmBrief(staff: StaffId, id: HandoverId): Promise<Nothing> {
    return this.decided(id, ({ handover, at }) => confirmBrief(handover, staff, at));
  }

  /** Refuses `not_found`, `handover_closed`, `brief_unread`. */
  settle(staff: StaffId, id: HandoverId): Promise<Nothing> {
    return this.decided(id, ({ handover, at }) => settle(handover, staff, at));
  }

  /** By the sender, or a supervisor of the service. Refuses `not_found`, and `handover_closed` once control has passed. */
  withdraw(person: StaffPrincipal, id: HandoverId): Promise<Nothing> {
    return this.decided(id, ({ handover, at }) => {
      const isTheirs = handover.sender === person.staff;
      const isTheirServices = person.role === 'supervisor' && handover.service === person.service;
      if (!isTheirs && !isTheirServices) return { accepted: false, refusal: 'not_found' };
      return withdraw(handover, person.staff, at);
    });
  }

  /** Answers the epoch to write with. Refuses `not_found`, `handover_closed`, `brief_unread`. */
  async takeControl(staff: StaffId, id: HandoverId): Promise<Reply<Control>> {
    const reply = await this.steps.decideLocked<Reply<Control>>(id, async (step) => {
      const { handover, at } = step;
      const decision = takeControl(handover, staff, { at, deadlines: this.steps.deadlines });
      if (!decision.accepted) return refused(decision.refusal);
      await this.steps.saveEvents(step, decision.events);
      return done({ conversationId: handover.conversation, epoch: handover.epoch + 1 });
    });
    return reply ?? refused('not_found');
  }

  private async decided(
    id: HandoverId,
    decide: (step: Step) => Decision<HandoverEvent, Refusal>,
  ): Promise<Nothing> {
    const reply = await this.steps.decideLocked(id, async (step) => {
      const decision = decide(step);
      if (!decision.accepted) return refused(decision.refusal);
      await this.steps.saveEvents(step, decision.events);
      return nothing;
    });
    return reply ?? refused('not_found');
  }
}
