import { queryOptions } from '@tanstack/react-query';
import type { Session, SetUp, SignInAnswer } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import type { ConsoleParts } from '../page/parts';
import { askHttp, type HttpAnswer } from './ask-http';
import { parseSession, parseSignIn } from './parse-answer';

const PATH = '/api/session';

/** Thrown where a query wants an error. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** Who is signed in, or null; an unreachable server is an error, not nobody. */
export const sessionQuery = (parts: ConsoleParts) =>
  queryOptions<Session | null>({
    queryKey: ['session'],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: PATH, parse: parseSession });
      if (answer.ok) return answer.value;
      if (answer.refusal === 'not_signed_in') return null;
      throw new Refused(answer.refusal);
    },
  });

const beginSession = (parts: ConsoleParts, path: string, body: unknown): Promise<HttpAnswer<SignInAnswer>> =>
  askHttp(parts, {
    path,
    parse: parseSignIn,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

export const signIn = (
  parts: ConsoleParts,
  credentials: { readonly signInName: string; readonly password: string },
): Promise<HttpAnswer<SignInAnswer>> => beginSession(parts, PATH, credentials);

/** Makes the account of the first administrator. */
export const setUpAdministrator = (parts: ConsoleParts, asked: SetUp): Promise<HttpAnswer<SignInAnswer>> =>
  beginSession(parts, `${PATH}/setup`, asked);

export const signOut = (parts: ConsoleParts): Promise<HttpAnswer<unknown>> =>
  askHttp(parts, { path: PATH, parse: (body) => body, init: { method: 'DELETE' } });
