import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The steps a conversation tends to take; starters belong to one each. */
export const STAGES = ['connect', 'understand', 'safety', 'what_next', 'close'] as const;
export type Stage = (typeof STAGES)[number];

export const isStage = (value: string): value is Stage => STAGES.some((stage) => stage === value);

/** Where the person feels they are in each conversation. Only a mark for themselves: it is stored nowhere. */
const stages = createStore<Readonly<Record<string, Stage>>>(() => ({}));

/** Null while they have chosen none. */
export const useStage = (conversationId: string | null): Stage | null =>
  useStore(stages, (all) => (conversationId === null ? null : (all[conversationId] ?? null)));

export const setStage = (conversationId: string, stage: Stage): void =>
  stages.setState({ [conversationId]: stage });
