import { TabDrafts, useTabDraft } from './tab-drafts';

/** Words for the team that the server has not acknowledged. Sent again, they go under the same id. */
export interface BesideDraft {
  readonly text: string;
  /** Of the first try to send exactly this text; null before one. */
  readonly id: string | null;
}

const isBesideDraft = (value: unknown): value is BesideDraft =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'id' in value &&
  (value.id === null || typeof value.id === 'string');

const kind = (key: string) =>
  new TabDrafts<BesideDraft>({
    key,
    blank: { text: '', id: null },
    isDraft: isBesideDraft,
    isEmpty: ({ text }) => text === '',
  });

const drafts = { note: kind('warmline.notes'), word: kind('warmline.private') };

export type BesideKind = keyof typeof drafts;

export const useBesideDraft = (what: BesideKind, conversationId: string): BesideDraft =>
  useTabDraft(drafts[what], conversationId);

export const setBesideDraft = (what: BesideKind, conversationId: string, draft: BesideDraft): void =>
  drafts[what].set(conversationId, draft);

export const ownBesideDrafts = (staffId: string, storage: Storage): (() => void) => {
  const stops = Object.values(drafts).map((kept) => kept.own(staffId, storage));
  return () => {
    for (const stop of stops) stop();
  };
};

export const forgetBesideDrafts = (): void => {
  for (const kept of Object.values(drafts)) kept.forgetAll();
};
