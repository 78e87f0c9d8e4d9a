import { COUNTS } from './checker/violation';
import type { Verdict } from './types';

/** Whether every promise was kept. */
export const isKept = (verdict: Verdict): boolean => COUNTS.every((count) => verdict[count] === 0);

/** The last line of a storm, for people and programs. */
export const lastLine = (
  { seed, kills }: { readonly seed: number; readonly kills: number },
  verdict: Verdict,
): string => {
  const { explanations: _explanations, acked, ...counts } = verdict;
  return JSON.stringify({ seed, acked, kills, ...counts });
};
