import { newMessageId, type Outcome } from '@warmline/client';
import type { Handover, HandoverCandidates, StaffCommands, TakeOverReason } from '@warmline/contracts';
import type { StaffConnection } from './conversation-line';
import type { LiveStore } from './live-store';

export type Proposal = Omit<StaffCommands['handover:propose']['payload'], 'handoverId'>;

export interface HandoverLinePorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
}

/** Every act on a handover. What became of it comes with the desk and the board. */
export class HandoverLine {
  readonly #ports: HandoverLinePorts;
  /** A proposal whose answer never came: the next try for the same conversation is the same proposal. */
  readonly #unanswered = new Map<string, string>();

  constructor(ports: HandoverLinePorts) {
    this.#ports = ports;
  }

  candidates(conversationId: string): Promise<Outcome<HandoverCandidates>> {
    return this.#ports.connection.send('handover:candidates', { conversationId });
  }

  async propose(proposal: Proposal): Promise<Outcome<Handover>> {
    const { conversationId } = proposal;
    const handoverId = this.#unanswered.get(conversationId) ?? newMessageId();
    this.#unanswered.set(conversationId, handoverId);
    const outcome = await this.#ports.connection.send('handover:propose', { ...proposal, handoverId });
    if (outcome.kind !== 'unknown') this.#unanswered.delete(conversationId);
    if (outcome.kind === 'done') this.#show(outcome.value);
    return outcome;
  }

  withdraw(handoverId: string): Promise<Outcome<unknown>> {
    return this.#ports.connection.send('handover:withdraw', { handoverId });
  }

  accept(handoverId: string): Promise<Outcome<Handover>> {
    return this.#ports.connection.send('handover:accept', { handoverId });
  }

  decline(handoverId: string): Promise<Outcome<unknown>> {
    return this.#ports.connection.send('handover:decline', { handoverId });
  }

  confirmBrief(handoverId: string): Promise<Outcome<unknown>> {
    return this.#ports.connection.send('handover:confirm_brief', { handoverId });
  }

  takeControl(handoverId: string): Promise<Outcome<unknown>> {
    return this.#ports.connection.send('handover:take_control', { handoverId });
  }

  settle(handoverId: string): Promise<Outcome<unknown>> {
    return this.#ports.connection.send('handover:settle', { handoverId });
  }

  takeOver(conversationId: string, reason: TakeOverReason): Promise<Outcome<unknown>> {
    return this.#ports.connection.send('conversation:take_over', { conversationId, reason });
  }

  /** The sender need not wait for the next desk to see it on its way; a desk that has it already knows better. */
  #show(handover: Handover): void {
    this.#ports.store.setState(({ desk }) => {
      if (desk === null || handover.sender.id !== desk.me.id) return {};
      if (desk.handovers.some(({ id }) => id === handover.id)) return {};
      return { desk: { ...desk, handovers: [...desk.handovers, handover] } };
    });
  }
}
