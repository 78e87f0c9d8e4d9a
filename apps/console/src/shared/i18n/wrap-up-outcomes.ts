import type { Outcome } from '@warmline/contracts';

/** How a visitor seemed at the end, as the wrap-up asks for it and as others read it later. */
export const outcomeNames: Readonly<Record<Outcome, string>> = {
  calmer: 'Calmer',
  same: 'The same',
  worse: 'Worse',
  unknown: 'I can’t say',
};
