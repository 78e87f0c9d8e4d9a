import { pass, type Talking } from '@warmline/conversation';
import { aConversation } from '@warmline/conversation/testing';
import { later, type Decision, type Instant, type StaffId } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { propose } from '../decisions';
import type { HandoverEvent } from '../events';
import { DEADLINES, type Handover, type Target } from '../handover';
import { BEFORE } from './a-handover';
import { after } from './after';

export interface Moment {
  readonly at: Instant;
  readonly deadlines: typeof DEADLINES;
}

/** What came of a command, with the handover as it was before and as it is since. */
export interface Step {
  readonly command: string;
  readonly facts: readonly HandoverEvent[];
  readonly before: Handover;
  readonly since: Handover;
  readonly holders: readonly [StaffId, StaffId];
  readonly at: Instant;
}

/** One conversation and its handovers, as the service keeps them under the conversation's lock. */
export class World {
  conversation: Talking;
  at: Instant = BEFORE;
  readonly handovers: Handover[] = [];
  readonly steps: Step[] = [];

  constructor(holder: StaffId) {
    const conversation = aConversation().heldBy(holder);
    if (conversation.state !== 'talking') throw new TypeError('the conversation has no holder');
    this.conversation = conversation;
  }

  get moment(): Moment {
    return { at: this.at, deadlines: DEADLINES };
  }

  /** The holder asks for a handover. A second open one is what the table's index refuses; the others may stay. */
  propose({ target, mustLeave, cold }: { target: Target; mustLeave: boolean; cold: boolean }): void {
    const { holder, epoch } = this.conversation;
    const by = cold ? numbered.staff(9) : holder;
    const asked = { by, holder, epoch, isSupervisor: cold, holderPresent: !cold };
    const decision = propose(this.conversation, { id: numbered.handover(1), ...asked }, this.moment);
    if (!decision.accepted) return;
    for (const { service, conversation, handover: id, sender, expiresAt, kind } of decision.events)
      this.handovers.push({
        ...{ id, service, conversation, kind, epoch, sender, target, mustLeave, expiresAt },
        proposedBy: by,
        state: 'proposed',
      });
  }

  /** Applies one command to one handover of this conversation. A refusal changes nothing. */
  change(
    { place, command }: { readonly place: number; readonly command: string },
    decide: (handover: Handover) => Decision<HandoverEvent, string>,
  ): void {
    const before = this.handovers[place];
    const decision = before === undefined ? null : decide(before);
    if (before === undefined || decision?.accepted !== true) return;
    const { holder } = this.conversation;
    for (const fact of decision.events) if (fact.type === 'control_passed') this.give(fact.receiver);
    const since = after(before, decision.events);
    this.handovers[place] = since;
    this.steps.push({
      command,
      facts: decision.events,
      before,
      since,
      holders: [holder, this.conversation.holder],
      at: this.at,
    });
  }

  passTime(milliseconds: number): void {
    this.at = later(this.at, milliseconds);
  }

  private give(to: StaffId): void {
    const decision = pass(this.conversation, { to, reason: 'handed_over', at: this.at });
    const began = decision.accepted ? decision.events.at(-1) : undefined;
    if (began?.type === 'holding_began')
      this.conversation = { ...this.conversation, holder: to, epoch: began.epoch };
  }
}
