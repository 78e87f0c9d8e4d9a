import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

interface DraftsState {
  readonly owner: string | null;
  readonly texts: Readonly<Record<string, string>>;
}

type Texts = DraftsState['texts'];

/** What is being written, per conversation. Kept in the tab, so that a reload loses none; gone with the tab. */
const drafts: StoreApi<DraftsState> = createStore<DraftsState>(() => ({ owner: null, texts: {} }));

const KEY = 'warmline.drafts';

const isKept = (value: unknown): value is DraftsState =>
  typeof value === 'object' && value !== null && 'owner' in value && 'texts' in value;

const keptIn = (storage: Storage, owner: string): Texts => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
    if (!isKept(kept) || kept.owner !== owner) return {};
    return Object.fromEntries(Object.entries(kept.texts).filter(([, text]) => typeof text === 'string'));
  } catch {
    return {};
  }
};

const keepIn = (storage: Storage, { owner, texts }: DraftsState): void => {
  const written = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
  try {
    if (Object.keys(written).length === 0) storage.removeItem(KEY);
    else storage.setItem(KEY, JSON.stringify({ owner, texts: written }));
  } catch {
    // Full or forbidden: the copy in memory lasts as long as the page.
  }
};

/** Another person at the same page starts with nothing of the last one's. Answers with how to stop keeping them. */
export const ownDrafts = (staffId: string, storage: Storage): (() => void) => {
  if (drafts.getState().owner !== staffId)
    drafts.setState({ owner: staffId, texts: keptIn(storage, staffId) });
  keepIn(storage, drafts.getState());
  return drafts.subscribe((state) => keepIn(storage, state));
};

export const forgetDrafts = (): void => drafts.setState({ owner: null, texts: {} });

export const setDraft = (conversationId: string, text: string): void =>
  drafts.setState((state) => ({ texts: { ...state.texts, [conversationId]: text } }));

export const draftOf = (conversationId: string): string => drafts.getState().texts[conversationId] ?? '';

/** Puts text after what is there already, never instead of it. */
export const addToDraft = (conversationId: string, text: string): void => {
  const before = draftOf(conversationId);
  setDraft(conversationId, before.trim() === '' ? text : `${before.trimEnd()}\n\n${text}`);
};

export const useDraft = (conversationId: string): string =>
  useStore(drafts, (state) => state.texts[conversationId] ?? '');
