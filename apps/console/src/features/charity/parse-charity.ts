import type { CharityAnswer, CharityMarkAnswer, CharityView, Launcher } from '@warmline/contracts';
import { demand, hasFields } from '../../shared/session/parse-answer';

/** Checked as far as the screen relies on it. */
export const parseCharityView = (body: unknown): CharityView => {
  demand(hasFields(body, ['version', 'charity', 'undo', 'packs']), 'view of the charity');
  const view = body as CharityView;
  demand(hasFields(view.charity, ['name', 'helplines', 'exit', 'privacy']), 'view of the charity');
  demand(Array.isArray(view.charity.helplines), 'view of the charity');
  return view;
};

export const parseCharityAnswer = (body: unknown): CharityAnswer => {
  demand(hasFields(body, ['outcome']), 'answer about the charity');
  const answer = body as CharityAnswer;
  if (answer.outcome === 'problems') demand(Array.isArray(answer.problems), 'answer about the charity');
  else parseCharityView(answer.view);
  return answer;
};

export const parseMarkAnswer = (body: unknown): CharityMarkAnswer => {
  demand(hasFields(body, ['outcome']), 'answer about a mark');
  return body as CharityMarkAnswer;
};

export const parseLauncher = (body: unknown): Launcher => {
  demand(hasFields(body, ['script', 'integrity']), 'launcher');
  return body as Launcher;
};
