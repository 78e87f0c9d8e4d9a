import { Injectable } from '@nestjs/common';
import { pass, type PassReason } from '@warmline/conversation';
import { DEADLINES, type Deadlines, type Handover, type HandoverEvent } from '@warmline/handover';
import type { HandoverId, Instant, StaffId } from '@warmline/kernel';
import type { HandoverRow, LockedConversation, Stores } from '@warmline/postgres';
import { Timers } from '../../core/timers';
import { Changes } from '../../index/changes';

/** One handover under the lock of its conversation. */
export interface Step {
  readonly stores: Stores;
  readonly handover: Handover;
  readonly row: HandoverRow;
  readonly locked: LockedConversation;
  readonly at: Instant;
}

interface Passing {
  readonly to: StaffId;
  readonly reason: PassReason;
  readonly at: Instant;
  /** Whether the timeline says that one person leaves and the other joins. */
  readonly isTold: boolean;
}

/** Every step of a handover: lock the conversation, decide, save. */
@Injectable()
export class HandoverSteps {
  readonly deadlines: Deadlines;

  constructor(
    private readonly changes: Changes,
    timers: Timers,
  ) {
    const { proposal, offer, answer, overlap } = DEADLINES;
    this.deadlines = {
      proposal: timers.scaled(proposal),
      offer: timers.scaled(offer),
      answer: timers.scaled(answer),
      overlap: timers.scaled(overlap),
    };
  }

  /** Null for an unknown handover. */
  async decideLocked<Result>(
    id: HandoverId,
    decide: (step: Step) => Promise<Result>,
  ): Promise<Result | null> {
    return this.changes.commit(async (stores) => {
      const known = await stores.handovers.findHandover(id);
      const locked = known === null ? null : await stores.conversations.lock(known.row.conversationId);
      // Read again: another step may have been saved while this one waited for the lock.
      const found = locked === null ? null : await stores.handovers.findHandover(id);
      if (locked === null || found === null) return null;
      return decide({ stores, ...found, locked, at: await stores.now() });
    });
  }

  /** Saves what was decided; with control passed, the conversation changes hands in the same transaction (HND2). */
  async saveEvents(
    { stores, handover, locked }: Pick<Step, 'stores' | 'handover' | 'locked'>,
    facts: readonly HandoverEvent[],
  ): Promise<void> {
    for (const fact of facts) {
      if (fact.type === 'handover_proposed') throw new TypeError('a proposal is no step of a handover');
      if (fact.type === 'control_passed') {
        const isTold = handover.state !== 'joined';
        await passTo(stores, locked, { to: fact.receiver, reason: 'handed_over', at: fact.at, isTold });
      }
      await stores.handovers.saveStep(fact);
    }
  }
}

/** Gives the conversation to another holder; answers their epoch, or null when it has ended. */
export const passTo = async (
  stores: Stores,
  { conversation }: LockedConversation,
  { to, reason, at, isTold }: Passing,
): Promise<number | null> => {
  const decision = pass(conversation, { to, reason, at });
  if (!decision.accepted) return null;
  // A supervisor who had joined openly is the writer now, which the timeline says.
  if (decision.events.length > 0) await stores.observations.becomeWriter(conversation.id, to);
  for (const fact of decision.events) {
    if (fact.type === 'holding_passed') await stores.holdings.pass(fact, { isTold });
    else await stores.holdings.begin(fact, { isTold });
  }
  return decision.events.length === 0 ? conversation.epoch : conversation.epoch + 1;
};
