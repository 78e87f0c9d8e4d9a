import type { ReadinessConfirmed, ReadinessOpened, ReadinessView } from '@warmline/contracts';
import { demand, hasFields } from '../../shared/session/parse-answer';

/** Checked as far as the screen relies on it. */
export const parseReadinessView = (body: unknown): ReadinessView => {
  demand(hasFields(body, ['now', 'openedAt', 'opening', 'lines', 'about']), 'view of what is ready');
  const view = body as ReadinessView;
  demand(Array.isArray(view.lines), 'view of what is ready');
  return view;
};

export const parseReadinessConfirmed = (body: unknown): ReadinessConfirmed => {
  demand(hasFields(body, ['outcome', 'view']), 'answer about a confirmation');
  const answer = body as ReadinessConfirmed;
  parseReadinessView(answer.view);
  return answer;
};

export const parseReadinessOpened = (body: unknown): ReadinessOpened => {
  demand(hasFields(body, ['outcome', 'view']), 'answer about opening');
  const answer = body as ReadinessOpened;
  parseReadinessView(answer.view);
  return answer;
};
