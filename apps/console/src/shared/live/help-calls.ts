import { isTemporary, newMessageId, type Cancel, type Clock } from '@warmline/client';
import type { HelpView } from '@warmline/contracts';
import type { Urgency } from '@warmline/vocabulary';
import type { StaffConnection } from './conversation-client';
import type { LiveStore } from './live-store';
import { ownCallAbout, ownCalls } from './own-calls';
import type { PendingCall, PendingStore } from './pending-calls';
import type { Subscription } from './subscription';

export interface HelpCallsPorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
  readonly view: Subscription<HelpView>;
  readonly clock: Clock;
  readonly kept: PendingStore;
}

/** Online, and yet without an answer: asked again after this long (ms). */
const AGAIN_MS = 2_000;

/** A person's own calls for help. A press is kept until the server has answered it, whatever happens to the connection. */
export class HelpCalls {
  readonly #ports: HelpCallsPorts;
  #cancelAgain: Cancel = () => {};

  constructor(ports: HelpCallsPorts) {
    this.#ports = ports;
    ports.store.setState({ pendingCalls: ports.kept.load() });
  }

  /** The connection is back: what is asked, and every press that was not answered. */
  async resume(): Promise<void> {
    await this.#ports.view.open();
    this.#sendPending();
  }

  stop(): void {
    this.#cancelAgain();
  }

  /** Calls a supervisor; a second press about the same makes the call urgent. */
  press(conversationId: string | null, urgency: Urgency = 'normal'): void {
    const { help, pendingCalls } = this.#ports.store.getState();
    const open = ownCallAbout(ownCalls(help, pendingCalls), conversationId);
    // The supervisor who was there has left, so this is a new call.
    if (open?.stage === 'left') this.end(open.callId);
    const isNew = open === undefined || open.stage === 'left';
    const callId = isNew ? newMessageId() : open.callId;
    this.#put({ callId, conversationId, urgency: isNew ? urgency : 'urgent', isEnding: false });
  }

  /** Taken back, or settled. */
  end(callId: string): void {
    this.#put({ callId, conversationId: null, urgency: 'normal', isEnding: true });
  }

  #put(call: PendingCall): void {
    const others = this.#ports.store.getState().pendingCalls.filter((one) => one.callId !== call.callId);
    this.#keep([...others, call]);
    void this.#send(call);
  }

  async #send(call: PendingCall): Promise<void> {
    const { connection, store, view } = this.#ports;
    const { callId, conversationId, urgency, isEnding } = call;
    const outcome = await view.showAnswer(
      isEnding
        ? connection.send('help:end', { callId })
        : connection.send('help:call', { callId, conversationId, urgency }),
    );
    const isAnswered =
      outcome.kind === 'done' || (outcome.kind === 'refused' && !isTemporary(outcome.refusal));
    if (isEnding && outcome.kind === 'refused' && isAnswered)
      store.setState(({ keptCalls }) => ({ keptCalls: [...keptCalls, callId] }));
    if (isAnswered) return this.#keep(store.getState().pendingCalls.filter((one) => one !== call));
    this.#cancelAgain();
    this.#cancelAgain = this.#ports.clock.after(AGAIN_MS, () => this.#sendPending());
  }

  #sendPending(): void {
    const { connection, store } = this.#ports;
    if (connection.state.get().name !== 'online') return;
    for (const call of store.getState().pendingCalls) void this.#send(call);
  }

  #keep(pendingCalls: readonly PendingCall[]): void {
    this.#ports.store.setState({ pendingCalls });
    this.#ports.kept.save(pendingCalls);
  }
}
