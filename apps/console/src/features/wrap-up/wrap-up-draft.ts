import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ContactKind, Outcome, Topic } from '@warmline/contracts';

export interface WrapUpDraft {
  readonly contactKind: ContactKind | null;
  /** The first one is the main one. */
  readonly topics: readonly Topic[];
  readonly outcome: Outcome | null;
  readonly note: string;
}

const blank: WrapUpDraft = { contactKind: null, topics: [], outcome: null, note: '' };

const drafts = createStore<Readonly<Record<string, WrapUpDraft>>>(() => ({}));

/** Half-done wrap-ups, in memory only. */
export const useWrapUpDraft = (conversationId: string) => {
  const draft = useStore(drafts, (all) => all[conversationId] ?? blank);
  const change = (part: Partial<WrapUpDraft>): void =>
    drafts.setState((all) => ({ [conversationId]: { ...(all[conversationId] ?? blank), ...part } }));
  return { draft, change };
};

export const forgetWrapUp = (conversationId: string): void =>
  drafts.setState(
    (all) => Object.fromEntries(Object.entries(all).filter(([key]) => key !== conversationId)),
    true,
  );
