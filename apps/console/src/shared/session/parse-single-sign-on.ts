import type { SingleSignOnView, ToldPeople, Tried } from '@warmline/contracts';
import { demand, hasFields } from './parse-answer';

/** Checked as far as the page relies on it. */
export const parseSingleSignOn = (body: unknown): SingleSignOnView => {
  demand(hasFields(body, ['provider']), 'settings of single sign-on');
  return body as SingleSignOnView;
};

export const parseToldPeople = (body: unknown): ToldPeople => {
  demand(hasFields(body, ['people']), 'what the provider says of people');
  const told = body as ToldPeople;
  demand(Array.isArray(told.people), 'what the provider says of people');
  return told;
};

const isTried = (said: unknown): said is Tried => {
  if (hasFields(said, ['outcome', 'claims', 'missing', 'hasSecondFactor', 'told', 'opens'])) return true;
  return hasFields(said, ['outcome', 'why', 'code']);
};

/** `said`: base64url of JSON, which anyone could have put into an address. Null where it cannot be read. */
export const parseTried = (said: string): Tried | null => {
  try {
    const bytes = Uint8Array.from(atob(said.replaceAll('-', '+').replaceAll('_', '/')), (one) =>
      one.charCodeAt(0),
    );
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isTried(read) ? read : null;
  } catch {
    return null;
  }
};
