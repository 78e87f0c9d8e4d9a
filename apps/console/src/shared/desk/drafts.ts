import { TabDrafts, useTabDraft } from './tab-drafts';

/** What is being written to each visitor. */
const replies = new TabDrafts<string>({
  key: 'warmline.drafts',
  blank: '',
  isDraft: (value) => typeof value === 'string',
  isEmpty: (text) => text === '',
});

export const ownDrafts = (staffId: string, storage: Storage): (() => void) => replies.own(staffId, storage);

export const forgetDrafts = (): void => replies.forgetAll();

export const setDraft = (conversationId: string, text: string): void => replies.set(conversationId, text);

export const draftOf = (conversationId: string): string => replies.of(conversationId);

/** Puts text after what is there already, never instead of it. */
export const addToDraft = (conversationId: string, text: string): void => {
  const before = draftOf(conversationId);
  setDraft(conversationId, before.trim() === '' ? text : `${before.trimEnd()}\n\n${text}`);
};

export const useDraft = (conversationId: string): string => useTabDraft(replies, conversationId);
