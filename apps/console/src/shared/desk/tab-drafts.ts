import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

interface DraftsState<Draft> {
  readonly owner: string | null;
  readonly drafts: Readonly<Record<string, Draft>>;
}

const isKept = (value: unknown): value is { readonly owner: unknown; readonly drafts: object } =>
  typeof value === 'object' &&
  value !== null &&
  'owner' in value &&
  'drafts' in value &&
  typeof value.drafts === 'object' &&
  value.drafts !== null;

export interface DraftKind<Draft> {
  /** Where the tab keeps them. */
  readonly key: string;
  readonly blank: Draft;
  readonly isDraft: (value: unknown) => value is Draft;
  /** A draft nobody would miss is not kept. */
  readonly isEmpty: (draft: Draft) => boolean;
}

/** What is half done, per conversation. Kept in the tab, so that a reload loses none; gone with the tab. */
export class TabDrafts<Draft> {
  readonly #kind: DraftKind<Draft>;
  readonly #store: StoreApi<DraftsState<Draft>>;

  constructor(kind: DraftKind<Draft>) {
    this.#kind = kind;
    this.#store = createStore<DraftsState<Draft>>(() => ({ owner: null, drafts: {} }));
  }

  /** Another person at the same page starts with nothing of the last one's. Answers with how to stop keeping them. */
  own(staffId: string, storage: Storage): () => void {
    if (this.#store.getState().owner !== staffId)
      this.#store.setState({ owner: staffId, drafts: this.#keptIn(storage, staffId) });
    this.#keepIn(storage, this.#store.getState());
    return this.#store.subscribe((state) => this.#keepIn(storage, state));
  }

  forgetAll(): void {
    this.#store.setState({ owner: null, drafts: {} });
  }

  of(conversationId: string): Draft {
    return this.#store.getState().drafts[conversationId] ?? this.#kind.blank;
  }

  set(conversationId: string, draft: Draft): void {
    this.#store.setState(({ drafts }) => ({ drafts: { ...drafts, [conversationId]: draft } }));
  }

  /** For screens to follow. */
  get store(): StoreApi<DraftsState<Draft>> {
    return this.#store;
  }

  get blank(): Draft {
    return this.#kind.blank;
  }

  #keptIn(storage: Storage, owner: string): Readonly<Record<string, Draft>> {
    const { key, isDraft } = this.#kind;
    try {
      const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
      if (!isKept(kept) || kept.owner !== owner) return {};
      return Object.fromEntries(
        Object.entries(kept.drafts).filter((entry): entry is [string, Draft] => isDraft(entry[1])),
      );
    } catch {
      return {};
    }
  }

  #keepIn(storage: Storage, { owner, drafts }: DraftsState<Draft>): void {
    const { key, isEmpty } = this.#kind;
    const worth = Object.fromEntries(Object.entries(drafts).filter(([, draft]) => !isEmpty(draft)));
    try {
      if (Object.keys(worth).length === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify({ owner, drafts: worth }));
    } catch {
      // Full or forbidden: the copy in memory lasts as long as the page.
    }
  }
}

export const useTabDraft = <Draft>(kept: TabDrafts<Draft>, conversationId: string): Draft =>
  useStore(kept.store, ({ drafts }) => drafts[conversationId] ?? kept.blank);
