import { queryOptions } from '@tanstack/react-query';
import type { Session } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import type { ConsoleParts } from '../page/parts';
import { askHttp, type HttpAnswer } from './ask-http';
import { parseSession } from './parse-answer';

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

export const signIn = (
  parts: ConsoleParts,
  credentials: { readonly signInName: string; readonly password: string },
): Promise<HttpAnswer<Session>> =>
  askHttp(parts, {
    path: PATH,
    parse: parseSession,
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(credentials),
    },
  });

export const signOut = (parts: ConsoleParts): Promise<HttpAnswer<unknown>> =>
  askHttp(parts, { path: PATH, parse: (body) => body, init: { method: 'DELETE' } });
