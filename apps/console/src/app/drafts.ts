import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';

interface DraftsState {
  readonly owner: string | null;
  readonly texts: Readonly<Record<string, string>>;
}

/** What is being written, per conversation. Only in memory: it outlives a sign-in that ran out, never the page. */
const drafts: StoreApi<DraftsState> = createStore<DraftsState>(() => ({ owner: null, texts: {} }));

/** Another person at the same page starts with nothing of the last one's. */
export const ownDrafts = (staffId: string): void => {
  if (drafts.getState().owner !== staffId) drafts.setState({ owner: staffId, texts: {} });
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
