import type { Account } from '@warmline/contracts';
import { demand, hasFields } from './parse-answer';

/** Checked as far as the screen relies on it. */
export const parseAccount = (body: unknown): Account => {
  demand(hasFields(body, ['signInName', 'name', 'visitorName', 'sessions']), 'account');
  const account = body as Account;
  demand(Array.isArray(account.sessions), 'account');
  return account;
};
