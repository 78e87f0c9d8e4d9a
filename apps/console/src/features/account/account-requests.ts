import type {
  Account,
  AccountWithCodes,
  AuthenticatorDraft,
  DeviceName,
  Names,
  NewPasskeyShown,
  PasswordChange,
} from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { parseAccount, parseAccountWithCodes, parseDraft } from '../../shared/session/parse-account';
import { parseNewPasskeyQuestion, type NewPasskeyQuestion } from '../../shared/session/parse-passkey';

const PATH = '/api/account';

const change = (parts: ConsoleParts, what: string, body: unknown): Promise<HttpAnswer<Account>> =>
  askHttp(parts, {
    path: `${PATH}/${what}`,
    parse: parseAccount,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

export const changeNames = (parts: ConsoleParts, names: Names) => change(parts, 'names', names);
export const changePassword = (parts: ConsoleParts, asked: PasswordChange) =>
  change(parts, 'password', asked);
export const nameDevice = (parts: ConsoleParts, asked: DeviceName) => change(parts, 'device', asked);

/** Another session; null for all others. */
export const endSessions = (parts: ConsoleParts, session: string | null): Promise<HttpAnswer<Account>> =>
  askHttp(parts, {
    path: session === null ? `${PATH}/sessions` : `${PATH}/sessions/${session}`,
    parse: parseAccount,
    init: { method: 'DELETE' },
  });

const factor = <Value>(
  parts: ConsoleParts,
  what: string,
  { parse, body = {} }: { readonly parse: (body: unknown) => Value; readonly body?: unknown },
): Promise<HttpAnswer<Value>> =>
  askHttp(parts, {
    path: `${PATH}/${what}`,
    parse,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

export const beginAuthenticator = (parts: ConsoleParts): Promise<HttpAnswer<AuthenticatorDraft>> =>
  factor(parts, 'authenticator', { parse: parseDraft });

export const finishAuthenticator = (
  parts: ConsoleParts,
  code: string,
): Promise<HttpAnswer<AccountWithCodes>> =>
  factor(parts, 'authenticator/confirm', { parse: parseAccountWithCodes, body: { code } });

export const renewRecoveryCodes = (parts: ConsoleParts): Promise<HttpAnswer<AccountWithCodes>> =>
  factor(parts, 'recovery-codes', { parse: parseAccountWithCodes });

export const askForPasskey = (parts: ConsoleParts): Promise<HttpAnswer<NewPasskeyQuestion>> =>
  factor(parts, 'passkeys', { parse: parseNewPasskeyQuestion });

export const addPasskey = (
  parts: ConsoleParts,
  shown: NewPasskeyShown,
): Promise<HttpAnswer<AccountWithCodes>> =>
  factor(parts, 'passkeys/confirm', { parse: parseAccountWithCodes, body: shown });

export const removePasskey = (parts: ConsoleParts, id: string): Promise<HttpAnswer<Account>> =>
  factor(parts, 'passkeys/remove', { parse: parseAccount, body: { id } });
