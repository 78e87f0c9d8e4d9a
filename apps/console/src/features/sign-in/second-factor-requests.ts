import type { AuthenticatorDraft, CodeProof, Enrolled, NewPasskeyShown, Session } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { parseDraft, parseEnrolled } from '../../shared/session/parse-account';
import { parseSession } from '../../shared/session/parse-answer';
import { parseNewPasskeyQuestion, type NewPasskeyQuestion } from '../../shared/session/parse-passkey';

interface Asked<Value> {
  readonly path: string;
  readonly parse: (body: unknown) => Value;
  readonly body: unknown;
}

const ask = <Value>(parts: ConsoleParts, { path, parse, body }: Asked<Value>): Promise<HttpAnswer<Value>> =>
  askHttp(parts, {
    path: `/api/session/${path}`,
    parse,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

/** With the half session that the password gave. */
export const showFactor = (parts: ConsoleParts, proof: CodeProof): Promise<HttpAnswer<Session>> =>
  ask(parts, { path: 'proof', parse: parseSession, body: proof });

export const beginAuthenticator = (parts: ConsoleParts): Promise<HttpAnswer<AuthenticatorDraft>> =>
  ask(parts, { path: 'authenticator', parse: parseDraft, body: {} });

export const finishAuthenticator = (parts: ConsoleParts, code: string): Promise<HttpAnswer<Enrolled>> =>
  ask(parts, { path: 'authenticator/confirm', parse: parseEnrolled, body: { code } });

export const askForFirstPasskey = (parts: ConsoleParts): Promise<HttpAnswer<NewPasskeyQuestion>> =>
  ask(parts, { path: 'passkey/first', parse: parseNewPasskeyQuestion, body: {} });

export const addFirstPasskey = (parts: ConsoleParts, shown: NewPasskeyShown): Promise<HttpAnswer<Enrolled>> =>
  ask(parts, { path: 'passkey/first/confirm', parse: parseEnrolled, body: shown });
