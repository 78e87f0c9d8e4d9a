import type { Board, Observation } from '@warmline/contracts';
import type { ConversationLine, StaffConnection } from './conversation-line';
import { without, type LiveStore } from './live-store';

export interface BoardLinePorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
  readonly openLine: (conversationId: string) => ConversationLine;
  readonly now: () => number;
}

/** The supervisor's live view, and at most one conversation read along. */
export class BoardLine {
  readonly #ports: BoardLinePorts;
  #isWanted = false;
  #line: ConversationLine | null = null;

  constructor(ports: BoardLinePorts) {
    this.#ports = ports;
    const { connection } = ports;
    connection.on('board:changed', (board) => this.#take(board));
    connection.on('timeline:appended', ({ conversationId, entries }) =>
      this.of(conversationId)?.push(entries),
    );
    connection.on('typing:changed', ({ conversationId, from, typing }) =>
      this.of(conversationId)?.heardTyping(from, typing),
    );
  }

  of(conversationId: string): ConversationLine | null {
    return this.#ports.store.getState().reading?.conversationId === conversationId ? this.#line : null;
  }

  /** Asked for once; opened again after every return of the line. */
  async open(): Promise<void> {
    this.#isWanted = true;
    const outcome = await this.#ports.connection.send('board:open', {});
    if (outcome.kind === 'done') this.#take(outcome.value);
  }

  async resume(): Promise<void> {
    if (this.#isWanted) await this.open();
    const { reading } = this.#ports.store.getState();
    if (reading !== null && reading.state !== 'refused') await this.observe(reading.conversationId);
  }

  /** The server records the opening before it sends the first word. */
  async observe(conversationId: string): Promise<void> {
    const { connection, store } = this.#ports;
    if (store.getState().reading?.conversationId !== conversationId) {
      this.unobserve();
      store.setState({
        reading: { conversationId, state: 'opening', visitorName: '', responderName: null },
      });
    }
    const outcome = await connection.send('conversation:observe', { conversationId });
    if (store.getState().reading?.conversationId !== conversationId) return;
    if (outcome.kind === 'done') this.#show(outcome.value);
    if (outcome.kind === 'refused')
      store.setState((state) => ({
        reading: state.reading === null ? null : { ...state.reading, state: 'refused' },
      }));
  }

  unobserve(): void {
    const { connection, store } = this.#ports;
    const { reading } = store.getState();
    this.#line?.stop();
    this.#line = null;
    if (reading === null) return;
    void connection.send('conversation:unobserve', { conversationId: reading.conversationId });
    store.setState((state) => ({
      reading: null,
      threads: isHeld(state.desk?.caseload ?? [], reading.conversationId)
        ? state.threads
        : without(state.threads, reading.conversationId),
    }));
  }

  stop(): void {
    this.#line?.stop();
    this.#line = null;
  }

  #show(observation: Observation): void {
    const { conversationId, visitorName, responderName, page } = observation;
    const line = this.#line ?? this.#ports.openLine(conversationId);
    this.#line = line;
    this.#ports.store.setState({ reading: { conversationId, state: 'open', visitorName, responderName } });
    line.push(page.entries);
    line.noticeHead(page.head);
    line.resume();
  }

  #take(board: Board): void {
    const { store, now } = this.#ports;
    const before = store.getState().board;
    if (before !== null && board.now < before.now) return;
    store.setState({ board, clockAhead: board.now - now() });
  }
}

const isHeld = (caseload: readonly { readonly conversationId: string }[], conversationId: string): boolean =>
  caseload.some((item) => item.conversationId === conversationId);
