import { newMessageId, type Outcome } from '@warmline/client';
import type { Handover, StaffCommands } from '@warmline/contracts';
import { forgetPassedDrafts } from '../handover/handover-drafts';
import type { StaffConnection } from './conversation-client';
import type { LiveStore } from './live-store';

export type Proposal = Omit<StaffCommands['handover:propose']['payload'], 'handoverId'>;

export interface HandoverProposalsPorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
}

/** Proposes handovers, each once however often its answer is lost. */
export class HandoverProposals {
  readonly #ports: HandoverProposalsPorts;
  /** A proposal whose answer never came: the next try for the same conversation is the same proposal. */
  readonly #unanswered = new Map<string, string>();

  constructor(ports: HandoverProposalsPorts) {
    this.#ports = ports;
    ports.store.subscribe(({ desk, liveView }, before) => {
      if (desk !== before.desk && desk !== null) forgetPassedDrafts(desk.handovers);
      if (liveView !== before.liveView && liveView !== null) forgetPassedDrafts(liveView.handovers);
    });
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

  /** The sender need not wait for the next desk to see it on its way; a desk that has it already knows better. */
  #show(handover: Handover): void {
    this.#ports.store.setState(({ desk }) => {
      if (desk === null || handover.sender.id !== desk.me.id) return {};
      if (desk.handovers.some(({ id }) => id === handover.id)) return {};
      return { desk: { ...desk, handovers: [...desk.handovers, handover] } };
    });
  }
}
