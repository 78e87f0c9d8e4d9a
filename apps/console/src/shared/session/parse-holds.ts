import type { Holds } from '@warmline/contracts';
import { demand, hasFields } from './parse-answer';

/** Checked as far as the screen relies on it. */
export const parseHolds = (body: unknown): Holds => {
  demand(hasFields(body, ['requests', 'holds']), 'list of holds');
  const view = body as Holds;
  demand(Array.isArray(view.requests) && Array.isArray(view.holds), 'list of holds');
  return view;
};
