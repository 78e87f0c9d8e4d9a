import type { Report } from '@warmline/contracts';
import { demand, hasFields } from './parse-answer';

/** Checked as far as the screen relies on it. */
export const parseReport = (body: unknown): Report => {
  demand(hasFields(body, ['answerRate', 'speed', 'helpCalls', 'steps', 'days']), 'report');
  const report = body as Report;
  demand(Array.isArray(report.steps) && Array.isArray(report.helpCalls), 'report');
  return report;
};
