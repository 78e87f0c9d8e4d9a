import type { Observation } from '@warmline/contracts';
import type { ConversationClient, StaffConnection } from './conversation-client';
import { without, type LiveStore } from './live-store';

export interface ObservingPorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
  readonly openConversation: (conversationId: string) => ConversationClient;
}

/** The one conversation a supervisor reads along, if any. */
export class Observing {
  readonly #ports: ObservingPorts;
  #client: ConversationClient | null = null;

  constructor(ports: ObservingPorts) {
    this.#ports = ports;
    const { connection } = ports;
    connection.on('timeline:appended', ({ conversationId, entries }) =>
      this.of(conversationId)?.push(entries),
    );
    connection.on('typing:changed', ({ conversationId, from, typing }) =>
      this.of(conversationId)?.heardTyping(from, typing),
    );
  }

  of(conversationId: string): ConversationClient | null {
    return this.#ports.store.getState().reading?.conversationId === conversationId ? this.#client : null;
  }

  /** The connection is back: what was read is opened again. */
  async resume(): Promise<void> {
    const { reading } = this.#ports.store.getState();
    if (reading !== null && reading.state !== 'refused') await this.observe(reading.conversationId);
  }

  /** The server records the opening before it sends the first word. */
  async observe(conversationId: string): Promise<void> {
    const { connection, store } = this.#ports;
    if (store.getState().reading?.conversationId !== conversationId) {
      this.unobserve();
      store.setState({
        reading: { conversationId, state: 'opening', visitorName: '', responderName: null, safety: null },
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
    this.#client?.stop();
    this.#client = null;
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
    this.#client?.stop();
    this.#client = null;
  }

  #show(observation: Observation): void {
    const { conversationId, visitorName, responderName, safety, page } = observation;
    const client = this.#client ?? this.#ports.openConversation(conversationId);
    this.#client = client;
    this.#ports.store.setState({
      reading: { conversationId, state: 'open', visitorName, responderName, safety },
    });
    client.push(page.entries);
    client.noticeHead(page.head);
    client.resume();
  }
}

const isHeld = (caseload: readonly { readonly conversationId: string }[], conversationId: string): boolean =>
  caseload.some((item) => item.conversationId === conversationId);
