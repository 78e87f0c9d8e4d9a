import type { Brief, Handover, HandoverTarget } from '@warmline/contracts';
import { TabDrafts, useTabDraft } from '../desk/tab-drafts';

/** A handover being prepared. Parts of the brief not touched yet follow the conversation. */
export interface HandoverDraft {
  readonly brief: Partial<Brief>;
  readonly to: HandoverTarget | null;
  readonly mustLeave: boolean;
}

const blank: HandoverDraft = { brief: {}, to: null, mustLeave: false };

const isBrief = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((part) => typeof part === 'string');

const isTarget = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && 'to' in value && typeof value.to === 'string');

const isHandoverDraft = (value: unknown): value is HandoverDraft =>
  typeof value === 'object' &&
  value !== null &&
  'brief' in value &&
  isBrief(value.brief) &&
  'to' in value &&
  isTarget(value.to) &&
  'mustLeave' in value &&
  typeof value.mustLeave === 'boolean';

const drafts = new TabDrafts<HandoverDraft>({
  key: 'warmline.handovers',
  blank,
  isDraft: isHandoverDraft,
  isEmpty: ({ brief, to, mustLeave }) => Object.keys(brief).length === 0 && to === null && !mustLeave,
});

export const ownHandoverDrafts = (staffId: string, storage: Storage): (() => void) =>
  drafts.own(staffId, storage);

export const forgetHandoverDrafts = (): void => drafts.forgetAll();

export const useHandoverDraft = (conversationId: string): HandoverDraft =>
  useTabDraft(drafts, conversationId);

export const changeHandoverDraft = (conversationId: string, part: Partial<HandoverDraft>): void =>
  drafts.set(conversationId, { ...drafts.of(conversationId), ...part });

export const forgetHandoverDraft = (conversationId: string): void => drafts.set(conversationId, blank);

/** What was written for a handover is needed until control has passed, or there is nothing left to hand over. */
export const forgetPassedDrafts = (
  handovers: readonly Pick<Handover, 'conversationId' | 'state' | 'reason'>[],
): void => {
  for (const { conversationId, state, reason } of handovers) {
    const isOver = state === 'control_passed' || state === 'left' || reason === 'conversation_ended';
    if (isOver && drafts.of(conversationId) !== blank) forgetHandoverDraft(conversationId);
  }
};
