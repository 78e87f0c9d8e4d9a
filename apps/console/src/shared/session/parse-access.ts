import type { AccessMatrix, AccessWaiting, AgreedAccess } from '@warmline/contracts';
import { demand, hasFields } from './parse-answer';

/** Checked as far as the screens rely on it. */
export const parseAccessWaiting = (body: unknown): AccessWaiting => {
  demand(hasFields(body, ['waiting', 'agreed']), 'list of changes');
  const answer = body as AccessWaiting;
  demand(Array.isArray(answer.waiting) && Array.isArray(answer.agreed), 'list of changes');
  for (const one of answer.waiting)
    demand(hasFields(one, ['id', 'kind', 'name', 'from', 'to', 'reader']), 'change');
  return answer;
};

export const parseAgreedAccess = (body: unknown): AgreedAccess => {
  demand(hasFields(body, ['outcome']), 'answer');
  const answer = body as AgreedAccess;
  if (answer.outcome === 'agreed') parseAccessWaiting(answer);
  return answer;
};

export const parseAccessMatrix = (body: unknown): AccessMatrix => {
  demand(hasFields(body, ['people']), 'list of people');
  const answer = body as AccessMatrix;
  demand(Array.isArray(answer.people), 'list of people');
  for (const one of answer.people) demand(hasFields(one, ['id', 'name', 'role', 'actions']), 'person');
  return answer;
};
