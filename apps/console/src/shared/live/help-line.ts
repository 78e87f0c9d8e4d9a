import { isTemporary, newMessageId, type Cancel, type Clock, type Outcome } from '@warmline/client';
import type { HelpView, StaffCommands, Urgency } from '@warmline/contracts';
import type { StaffConnection } from './conversation-line';
import type { LiveStore } from './live-store';
import { ownCallAbout, ownCalls } from './own-calls';
import type { PendingCall, PendingStore } from './pending-calls';

export interface HelpLinePorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
  readonly clock: Clock;
  readonly kept: PendingStore;
}

/** Online, and yet without an answer: asked again after this long (ms). */
const AGAIN_MS = 2_000;

/** What people ask of each other. A press is kept until the server has answered it, whatever happens to the line. */
export class HelpLine {
  readonly #ports: HelpLinePorts;
  #cancelAgain: Cancel = () => {};

  constructor(ports: HelpLinePorts) {
    this.#ports = ports;
    ports.connection.on('help:changed', (help) => this.#take(help));
    ports.store.setState({ pendingCalls: ports.kept.load() });
  }

  /** The line is back: what stands, and what never came through. */
  async resume(): Promise<void> {
    const outcome = await this.#ports.connection.send('help:open', {});
    if (outcome.kind === 'done') this.#take(outcome.value);
    this.#sendPending();
  }

  stop(): void {
    this.#cancelAgain();
  }

  /** Calls a supervisor; a second press about the same makes the call urgent. */
  press(conversationId: string | null, urgency: Urgency = 'normal'): void {
    const { help, pendingCalls } = this.#ports.store.getState();
    const open = ownCallAbout(ownCalls(help, pendingCalls), conversationId);
    // Whoever was there has left: that is a call of its own.
    if (open?.stage === 'left') this.end(open.callId);
    const isNew = open === undefined || open.stage === 'left';
    const callId = isNew ? newMessageId() : open.callId;
    this.#put({ callId, conversationId, urgency: isNew ? urgency : 'urgent', isEnding: false });
  }

  /** Taken back, or settled. */
  end(callId: string): void {
    this.#put({ callId, conversationId: null, urgency: 'normal', isEnding: true });
  }

  /** "I'm coming": who comes is whoever was first. */
  answer(callId: string): Promise<Outcome<StaffCommands['help:answer']['reply']>> {
    return this.#ports.connection.send('help:answer', { callId });
  }

  async askEveryone(askId: string): Promise<Outcome<HelpView>> {
    return this.#taken(await this.#ports.connection.send('everyone:ask', { askId }));
  }

  async answerEveryone(askId: string, can: boolean): Promise<Outcome<HelpView>> {
    return this.#taken(await this.#ports.connection.send('everyone:answer', { askId, can }));
  }

  #taken(outcome: Outcome<HelpView>): Outcome<HelpView> {
    if (outcome.kind === 'done') this.#take(outcome.value);
    return outcome;
  }

  #put(call: PendingCall): void {
    const others = this.#ports.store.getState().pendingCalls.filter((one) => one.callId !== call.callId);
    this.#keep([...others, call]);
    void this.#send(call);
  }

  async #send(call: PendingCall): Promise<void> {
    const { connection, store } = this.#ports;
    const { callId, conversationId, urgency, isEnding } = call;
    const outcome = isEnding
      ? await connection.send('help:end', { callId })
      : await connection.send('help:call', { callId, conversationId, urgency });
    if (outcome.kind === 'done') this.#take(outcome.value);
    const isAnswered =
      outcome.kind === 'done' || (outcome.kind === 'refused' && !isTemporary(outcome.refusal));
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

  #take(help: HelpView): void {
    const before = this.#ports.store.getState().help;
    if (before === null || help.now >= before.now) this.#ports.store.setState({ help });
  }
}
