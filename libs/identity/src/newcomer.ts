import { hasHiddenInName, isBlank, STAFF_NAME_MOST } from '@warmline/vocabulary';
import type { ProviderClaims } from './provider-claims';

/** Accounts that newcomers have asked for and that nobody has decided on, in one service, at most. */
export const NEWCOMERS_MOST = 50;

const SIGN_IN_NAME_MOST = 40;

const textIn = (claims: ProviderClaims, name: string): string => {
  const value = claims[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** What the list of people takes: small letters and digits, with dots and dashes between them. */
const asSignInName = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]/g, '')
    .replaceAll(/^[.-]+/g, '')
    .slice(0, SIGN_IN_NAME_MOST);

/** The name under which someone new is in the list of people. It opens nothing. */
export const signInNameOfNewcomer = (claims: ProviderClaims): string => {
  const [box = ''] = (textIn(claims, 'preferred_username') || textIn(claims, 'email')).split('@');
  const name = asSignInName(box);
  return name === '' ? 'newcomer' : name;
};

/** What colleagues call them, until they choose it themselves; the sign-in name where the provider gives none that can be shown. */
export const nameOfNewcomer = (claims: ProviderClaims): string => {
  const name = textIn(claims, 'name');
  const isShown = !isBlank(name) && name.length <= STAFF_NAME_MOST && !hasHiddenInName(name);
  return isShown ? name : signInNameOfNewcomer(claims);
};
