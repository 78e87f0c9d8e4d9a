import type {
  IdentityProviderName,
  ProviderAddress,
  ProviderLink,
  SingleSignOnView,
  ToldPeople,
  Tried,
} from '@warmline/contracts';
import type { ConsoleParts } from '../page/parts';
import { askHttp, type HttpAnswer } from './ask-http';
import { parseProviderAddress, parseProviderName } from './parse-answer';
import { parseSingleSignOn, parseToldPeople, parseTried } from './parse-single-sign-on';

const IDENTITY_PROVIDER = '/api/session/provider';
const OWN_LINK = '/api/account/provider';
const SETTINGS = '/api/single-sign-on';

const begin = (
  parts: ConsoleParts,
  path: string,
  body: ProviderLink | Record<string, never>,
): Promise<HttpAnswer<ProviderAddress>> =>
  askHttp(parts, {
    path,
    parse: parseProviderAddress,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

/** What people call it; null where there is no single sign-on. */
export const readProvider = (parts: ConsoleParts): Promise<HttpAnswer<IdentityProviderName>> =>
  askHttp(parts, { path: IDENTITY_PROVIDER, parse: parseProviderName });

export const beginAtProvider = (parts: ConsoleParts) => begin(parts, IDENTITY_PROVIDER, {});
/** Links the own account with one at the provider. */
export const beginLink = (parts: ConsoleParts, page: ProviderLink['page']) =>
  begin(parts, OWN_LINK, { page });

/** How this deployment asks the provider. */
export const readSingleSignOn = (parts: ConsoleParts): Promise<HttpAnswer<SingleSignOnView>> =>
  askHttp(parts, { path: SETTINGS, parse: parseSingleSignOn });
/** A sign-in that changes nothing. */
export const beginTry = (parts: ConsoleParts) => begin(parts, `${SETTINGS}/try`, {});

/** Of whom the provider says something else than they are here. */
export const readToldPeople = (parts: ConsoleParts): Promise<HttpAnswer<ToldPeople>> =>
  askHttp(parts, { path: `${SETTINGS}/people`, parse: parseToldPeople });
/** Proposes what it says of someone, for a second person. */
export const proposeTold = (parts: ConsoleParts, person: string): Promise<HttpAnswer<ToldPeople>> =>
  askHttp(parts, { path: `${SETTINGS}/people/${person}`, parse: parseToldPeople, init: { method: 'POST' } });

export const unlinkProvider = (parts: ConsoleParts): Promise<HttpAnswer<unknown>> =>
  askHttp(parts, { path: OWN_LINK, parse: (body) => body, init: { method: 'DELETE' } });

/** How the browser came back from the provider: what is next, or why it led nowhere. */
const WAYS_BACK = [
  'prove',
  'enrol',
  'linked',
  'unreachable',
  'refused',
  'over',
  'unlinked',
  'taken',
  'asked',
] as const;
export type WayBack = (typeof WAYS_BACK)[number];

const HASH = /^#provider=(\w+)$/;

/** Reads it from the address, and takes it out, so that a reload or a copied address does not say it again. */
export const takeWayBack = (): WayBack | null => {
  const said = HASH.exec(location.hash)?.[1];
  if (said === undefined) return null;
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  return WAYS_BACK.find((way) => way === said) ?? null;
};

const TRIED = /^#tried=([\w-]+)$/;

/** What came of a try, taken out of the address. Null where there was none, or it cannot be read. */
export const takeTried = (): Tried | null => {
  const said = TRIED.exec(location.hash)?.[1];
  if (said === undefined) return null;
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  return parseTried(said);
};
