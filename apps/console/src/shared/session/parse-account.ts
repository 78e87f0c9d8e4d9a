import type { Account, AccountWithCodes, AuthenticatorDraft, Enrolled } from '@warmline/contracts';
import { demand, hasFields, parseSession } from './parse-answer';

/** Checked as far as the screen relies on it. */
export const parseAccount = (body: unknown): Account => {
  demand(hasFields(body, ['signInName', 'name', 'visitorName', 'factors', 'sessions']), 'account');
  const account = body as Account;
  demand(Array.isArray(account.sessions), 'account');
  return account;
};

const demandCodes = (codes: unknown): void =>
  demand(Array.isArray(codes) && codes.every((code) => typeof code === 'string'), 'list of codes');

export const parseAccountWithCodes = (body: unknown): AccountWithCodes => {
  demand(hasFields(body, ['account', 'recoveryCodes']), 'account');
  const answer = body as AccountWithCodes;
  parseAccount(answer.account);
  if (answer.recoveryCodes !== null) demandCodes(answer.recoveryCodes);
  return answer;
};

export const parseDraft = (body: unknown): AuthenticatorDraft => {
  demand(hasFields(body, ['secret', 'uri']), 'authenticator');
  return body as AuthenticatorDraft;
};

export const parseEnrolled = (body: unknown): Enrolled => {
  demand(hasFields(body, ['session', 'recoveryCodes']), 'session');
  const enrolled = body as Enrolled;
  parseSession(enrolled.session);
  demandCodes(enrolled.recoveryCodes);
  return enrolled;
};
