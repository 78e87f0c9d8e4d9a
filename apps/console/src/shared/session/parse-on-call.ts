import type { OnCallAdded, OnCallView } from '@warmline/contracts';
import { demand, hasFields } from './parse-answer';

/** Checked as far as the screen relies on it. */
export const parseOnCallView = (body: unknown): OnCallView => {
  demand(hasFields(body, ['contacts', 'canMail']), 'view of on-call contacts');
  const view = body as OnCallView;
  demand(Array.isArray(view.contacts), 'view of on-call contacts');
  return view;
};

export const parseOnCallAdded = (body: unknown): OnCallAdded => {
  demand(hasFields(body, ['outcome']), 'answer about a contact');
  const answer = body as OnCallAdded;
  if (answer.outcome === 'added') parseOnCallView(answer.view);
  return answer;
};
