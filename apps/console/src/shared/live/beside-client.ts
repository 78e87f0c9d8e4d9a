import type { Beside, EarlierWrapUp, Note, PrivateWord, StaffCommands } from '@warmline/contracts';
import type { StaffConnection } from './conversation-client';
import { without, type LiveStore } from './live-store';

/** What the team has written beside one conversation, as far as this page has read it. */
export interface BesideState {
  readonly beside: Beside;
  /** Null until they were read. */
  readonly notes: readonly Note[] | null;
  readonly wrapUps: readonly EarlierWrapUp[];
  readonly words: readonly PrivateWord[] | null;
  /** The newest private word this person has had on screen. */
  readonly seen: number;
}

const lastOf = (written: readonly { readonly seq: number }[] | null): number => written?.at(-1)?.seq ?? 0;

const hasAll = (written: readonly { readonly seq: number }[] | null, head: number): boolean =>
  written !== null && lastOf(written) >= head;

const NO_WORDS = { words: null, seen: 0 } as const;
const UNREAD: Omit<BesideState, 'beside'> & { readonly beside: Beside | null } = {
  beside: null,
  notes: null,
  wrapUps: [],
  ...NO_WORDS,
};

/** Follows what is beside the conversations on screen: told that there is something new, it asks for what comes after the last. */
export class BesideClient {
  readonly #connection: StaffConnection;
  readonly #store: LiveStore;
  /** How many parts of the screen show each. */
  readonly #shown = new Map<string, number>();
  readonly #reading = new Set<string>();

  constructor(connection: StaffConnection, store: LiveStore) {
    this.#connection = connection;
    this.#store = store;
    connection.on('beside:changed', (beside) => this.#show(beside));
  }

  /** Follows it until the answer is called. */
  follow(conversationId: string): () => void {
    const count = this.#shown.get(conversationId) ?? 0;
    this.#shown.set(conversationId, count + 1);
    if (count === 0) void this.#open(conversationId);
    return () => {
      const left = (this.#shown.get(conversationId) ?? 1) - 1;
      if (left > 0) this.#shown.set(conversationId, left);
      else {
        this.#shown.delete(conversationId);
        this.#store.setState(({ besides }) => ({ besides: without(besides, conversationId) }));
      }
    };
  }

  /** The connection is back. */
  resume(): void {
    for (const conversationId of this.#shown.keys()) void this.#open(conversationId);
  }

  /** These private words have been on screen. */
  async seen(conversationId: string, epoch: number, seq: number): Promise<void> {
    const state = this.#of(conversationId);
    if (state === undefined || state.seen >= seq) return;
    this.#change(conversationId, { seen: seq });
    await this.#connection.send('private:seen', { conversationId, epoch, seq });
  }

  async #open(conversationId: string): Promise<void> {
    const outcome = await this.#connection.send('beside:open', { conversationId });
    if (outcome.kind === 'done') this.#show(outcome.value);
  }

  #of(conversationId: string): BesideState | undefined {
    return this.#store.getState().besides[conversationId];
  }

  #change(conversationId: string, part: Partial<BesideState>): void {
    const state = this.#of(conversationId);
    if (state !== undefined)
      this.#store.setState(({ besides }) => ({
        besides: { ...besides, [conversationId]: { ...state, ...part } },
      }));
  }

  #show(beside: Beside): void {
    const { conversationId } = beside;
    if (!this.#shown.has(conversationId)) return;
    const before = this.#of(conversationId) ?? UNREAD;
    const isSameLane = before.beside?.lane?.epoch === beside.lane?.epoch;
    const state: BesideState = { ...before, ...(isSameLane ? {} : NO_WORDS), beside };
    this.#store.setState(({ besides }) => ({ besides: { ...besides, [conversationId]: state } }));
    void this.#readAll(conversationId);
  }

  async #readAll(conversationId: string): Promise<void> {
    if (this.#reading.has(conversationId)) return;
    this.#reading.add(conversationId);
    try {
      while ((await this.#readNotes(conversationId)) || (await this.#readWords(conversationId)));
    } finally {
      this.#reading.delete(conversationId);
    }
  }

  /** Whether something new was read. */
  async #readNotes(conversationId: string): Promise<boolean> {
    const state = this.#of(conversationId);
    if (state === undefined || hasAll(state.notes, state.beside.notes)) return false;
    const outcome = await this.#connection.send('note:read', { conversationId, after: lastOf(state.notes) });
    if (outcome.kind !== 'done') return false;
    const { notes, wrapUps } = outcome.value;
    this.#change(conversationId, { notes: [...(state.notes ?? []), ...notes], wrapUps });
    return notes.length > 0;
  }

  async #readWords(conversationId: string): Promise<boolean> {
    const state = this.#of(conversationId);
    if (state === undefined || state.beside.lane === null) return false;
    const { epoch, head } = state.beside.lane;
    if (hasAll(state.words, head)) return false;
    const after = lastOf(state.words);
    const outcome = await this.#connection.send('private:read', { conversationId, epoch, after });
    return outcome.kind === 'done' && this.#addWords(conversationId, epoch, outcome.value);
  }

  /** A lane that is over by now takes nothing in. */
  #addWords(
    conversationId: string,
    epoch: number,
    { words, seen }: StaffCommands['private:read']['reply'],
  ): boolean {
    const state = this.#of(conversationId);
    if (state?.beside.lane?.epoch !== epoch) return false;
    this.#change(conversationId, {
      words: [...(state.words ?? []), ...words],
      seen: Math.max(seen, state.seen),
    });
    return words.length > 0;
  }
}
