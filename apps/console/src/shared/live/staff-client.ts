import {
  Connection,
  type Cancel,
  type Clock,
  type Outcome,
  type UnsentMessageStore,
  type Random,
  type Transport,
} from '@warmline/client';
import type { Desk, StaffCommands, StaffNotices } from '@warmline/contracts';
import type { Availability } from '@warmline/vocabulary';
import { BesideClient } from './beside-client';
import { ConversationClient, type StaffConnection } from './conversation-client';
import { DeskClient } from './desk-client';
import { ForecastRequest } from './forecast-request';
import { HandoverProposals } from './handover-proposals';
import { HelpCalls } from './help-calls';
import { createLiveStore, type LiveStore, type Unsent } from './live-store';
import { Observing } from './observing';
import type { PendingStore } from './pending-calls';
import { SafetyRecords } from './safety-records';
import { subscribeToViews, type ViewSubscriptions } from './view-subscriptions';

export interface StaffClientPorts {
  /** Absent: they have one. */
  readonly hasDesk?: boolean;
  readonly wire: Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly wakeUps: (wake: () => void) => Cancel;
  readonly outboxFor: (conversationId: string) => UnsentMessageStore;
  /** What this tab still keeps to send, by conversation. */
  readonly keptUnsent: () => readonly Unsent[];
  /** Calls for help that the server has not answered yet. */
  readonly keptCalls: PendingStore;
  readonly isVisible: () => boolean;
}

/** One signed-in person's connection to the server and the store it fills. Lives from signing in to signing out. */
export class StaffClient {
  readonly store: LiveStore;
  readonly desk: DeskClient;
  readonly views: ViewSubscriptions;
  readonly observing: Observing;
  readonly forecast: ForecastRequest;
  readonly handovers: HandoverProposals;
  readonly help: HelpCalls;
  readonly safety: SafetyRecords;
  readonly beside: BesideClient;
  readonly #connection: StaffConnection;
  readonly #ports: StaffClientPorts;

  constructor(ports: StaffClientPorts) {
    const { wire, clock, random, wakeUps, keptUnsent, keptCalls } = ports;
    this.#ports = ports;
    const connection = new Connection<StaffCommands, StaffNotices>({
      transport: wire,
      clock,
      random,
      wakeUps,
    });
    this.#connection = connection;
    const store = createLiveStore(connection.state.get());
    this.store = store;
    const openConversation = (conversationId: string): ConversationClient =>
      this.#openConversation(conversationId);
    this.views = subscribeToViews({ connection, store, clock });
    this.desk = new DeskClient({ connection, store, openConversation, clock, keptUnsent });
    this.observing = new Observing({ connection, store, openConversation });
    this.forecast = new ForecastRequest({ connection, store });
    this.handovers = new HandoverProposals({ connection, store });
    this.help = new HelpCalls({ connection, store, view: this.views.help, clock, kept: keptCalls });
    this.safety = new SafetyRecords({ connection, store });
    this.beside = new BesideClient(connection, store);
    connection.on('practice:changed', () => store.setState({ hasPractice: true }));
    connection.on('session:ended', () => this.#endSession());
    connection.state.subscribe((state) => {
      store.setState({ connection: state });
      if (state.name === 'online') this.#resume();
      if (state.name === 'refused' && state.refusal === 'not_signed_in') this.#endSession();
    });
  }

  start(): void {
    this.#connection.start();
  }

  retryNow(): void {
    this.#connection.retryNow();
  }

  /** Sends one command. What it changed comes with the views that show it. */
  send<Name extends keyof StaffCommands>(
    command: Name,
    payload: StaffCommands[Name]['payload'],
  ): Promise<Outcome<StaffCommands[Name]['reply']>> {
    return this.#connection.send(command, payload);
  }

  /** Something is new in a practice conversation of this person. */
  onPractice(handler: (practiceId: string) => void): Cancel {
    return this.#connection.on('practice:changed', ({ practiceId }) => handler(practiceId));
  }

  setAvailability(availability: Availability): Promise<Outcome<Desk>> {
    return this.desk.view.showAnswer(this.#connection.send('availability:set', { availability }));
  }

  stop(): void {
    this.desk.stop();
    this.observing.stop();
    this.help.stop();
    for (const view of Object.values(this.views)) view.stop();
    this.#connection.stop();
  }

  #resume(): void {
    const { liveView, opening, wallboard } = this.views;
    if (this.#ports.hasDesk !== false) {
      void this.desk.view.open();
      this.beside.resume();
      void this.help.resume();
    }
    for (const part of [liveView, this.observing, opening, wallboard, this.forecast]) void part.resume();
  }

  #endSession(): void {
    this.store.setState({ sessionEnded: true });
  }

  #openConversation(conversationId: string): ConversationClient {
    const { clock, random, isVisible, outboxFor } = this.#ports;
    const conversation = new ConversationClient({
      connection: this.#connection,
      conversationId,
      outbox: outboxFor(conversationId),
      clock,
      random,
      isVisible,
      onChange: (thread) =>
        this.store.setState((state) => ({ threads: { ...state.threads, [conversationId]: thread } })),
    });
    this.store.setState((state) => ({
      threads: { ...state.threads, [conversationId]: conversation.thread },
    }));
    return conversation;
  }
}
