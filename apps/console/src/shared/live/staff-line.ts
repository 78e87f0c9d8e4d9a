import {
  Connection,
  type Cancel,
  type Clock,
  type UnsentMessageStore,
  type Random,
  type Transport,
} from '@warmline/client';
import type { StaffCommands, StaffNotices } from '@warmline/contracts';
import { BoardLine } from './board-line';
import { ConversationLine, type StaffConnection } from './conversation-line';
import { DeskLine } from './desk-line';
import { DoorLine } from './door-line';
import { ForecastLine } from './forecast-line';
import { HandoverLine } from './handover-line';
import { HelpLine } from './help-line';
import { createLiveStore, type LiveStore, type Unsent } from './live-store';
import type { PendingStore } from './pending-calls';
import { SupervisorLine } from './supervisor-line';
import { WallboardLine } from './wallboard-line';
import { WellbeingLine } from './wellbeing-line';

const OPEN_AGAIN_MS = 2_000;

export interface StaffLinePorts {
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

/** One signed-in person's line to the server and the store it fills. Lives from signing in to signing out. */
export class StaffLine {
  readonly store: LiveStore;
  readonly desk: DeskLine;
  readonly board: BoardLine;
  readonly door: DoorLine;
  readonly wallboard: WallboardLine;
  readonly forecast: ForecastLine;
  readonly supervisor: SupervisorLine;
  readonly wellbeing: WellbeingLine;
  readonly handover: HandoverLine;
  readonly help: HelpLine;
  readonly #connection: StaffConnection;
  readonly #ports: StaffLinePorts;
  #cancelAgain: Cancel = () => {};

  constructor(ports: StaffLinePorts) {
    const { wire, clock, random, wakeUps } = ports;
    this.#ports = ports;
    const connection = new Connection<StaffCommands, StaffNotices>({
      transport: wire,
      clock,
      random,
      wakeUps,
    });
    this.#connection = connection;
    this.store = createLiveStore(connection.state.get());
    const parts = {
      connection,
      store: this.store,
      openLine: (conversationId: string) => this.#openLine(conversationId),
      now: () => clock.now(),
      keptUnsent: ports.keptUnsent,
    };
    this.desk = new DeskLine(parts);
    this.board = new BoardLine(parts);
    this.door = new DoorLine(parts);
    this.wallboard = new WallboardLine(parts);
    this.forecast = new ForecastLine(parts);
    this.supervisor = new SupervisorLine(parts);
    this.wellbeing = new WellbeingLine(parts);
    this.handover = new HandoverLine(parts);
    this.help = new HelpLine({ ...parts, clock, kept: ports.keptCalls });
    connection.on('session:ended', () => this.#endSession());
    connection.state.subscribe((state) => {
      this.store.setState({ connection: state });
      if (state.name === 'online') void this.#resume();
      if (state.name === 'refused' && state.refusal === 'not_signed_in') this.#endSession();
    });
  }

  start(): void {
    this.#connection.start();
  }

  retryNow(): void {
    this.#connection.retryNow();
  }

  stop(): void {
    this.#cancelAgain();
    this.desk.stop();
    this.board.stop();
    this.help.stop();
    this.#connection.stop();
  }

  async #resume(): Promise<void> {
    const isOpen = await this.desk.open();
    if (isOpen)
      return void (await Promise.all([
        this.help.resume(),
        this.board.resume(),
        this.door.resume(),
        this.wallboard.resume(),
        this.forecast.resume(),
      ]));
    // Online, yet the truth could not be read: a lost line starts over by itself, this has to be asked again.
    if (this.#connection.state.get().name !== 'online') return;
    this.#cancelAgain();
    this.#cancelAgain = this.#ports.clock.after(OPEN_AGAIN_MS, () => void this.#resume());
  }

  #endSession(): void {
    this.store.setState({ sessionEnded: true });
  }

  #openLine(conversationId: string): ConversationLine {
    const { clock, random, isVisible, outboxFor } = this.#ports;
    const line = new ConversationLine({
      connection: this.#connection,
      conversationId,
      outbox: outboxFor(conversationId),
      clock,
      random,
      isVisible,
      onChange: (thread) =>
        this.store.setState((state) => ({ threads: { ...state.threads, [conversationId]: thread } })),
    });
    this.store.setState((state) => ({ threads: { ...state.threads, [conversationId]: line.thread } }));
    return line;
  }
}
