import type { ServiceFingerprint, ServiceImported } from '@warmline/contracts';
import { demand, hasFields } from '../../../shared/session/parse-answer';

export const parseFingerprint = (body: unknown): ServiceFingerprint => {
  demand(hasFields(body, ['fingerprint']), 'fingerprint');
  return body as ServiceFingerprint;
};

/** Checked as far as the screen relies on it. */
export const parseServiceImported = (body: unknown): ServiceImported => {
  const what = 'answer about the file of a service';
  demand(hasFields(body, ['outcome']), what);
  const answer = body as ServiceImported;
  if (answer.outcome === 'checked' || answer.outcome === 'saved')
    demand(Array.isArray(answer.lists) && Array.isArray(answer.invites), what);
  if (answer.outcome === 'not_new')
    demand(Array.isArray(answer.because) && Array.isArray(answer.lists), what);
  return answer;
};
