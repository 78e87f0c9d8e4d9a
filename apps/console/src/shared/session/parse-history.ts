import type { AuditState, PastPeople, PersonHistory, SettingHistory } from '@warmline/contracts';
import { demand, hasFields } from './parse-answer';

const hasActs = (body: unknown): boolean =>
  hasFields(body, ['acts', 'next']) && Array.isArray((body as SettingHistory | PersonHistory).acts);

/** Checked as far as the screens rely on it. */
export const parseSettingHistory = (body: unknown): SettingHistory => {
  demand(hasActs(body), 'history of settings');
  return body as SettingHistory;
};

export const parsePersonHistory = (body: unknown): PersonHistory => {
  demand(hasActs(body) && hasFields(body, ['name', 'counts']), 'history of a person');
  return body as PersonHistory;
};

export const parsePastPeople = (body: unknown): PastPeople => {
  demand(hasFields(body, ['people']) && Array.isArray((body as PastPeople).people), 'list of people');
  return body as PastPeople;
};

export const parseAuditState = (body: unknown): AuditState => {
  demand(
    hasFields(body, ['size', 'copies']) && Array.isArray((body as AuditState).copies),
    'state of the log',
  );
  return body as AuditState;
};
