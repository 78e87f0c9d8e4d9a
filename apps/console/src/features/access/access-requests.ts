import { queryOptions } from '@tanstack/react-query';
import type { AccessMatrix, AccessWaiting, AgreedAccess } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { parseAccessMatrix, parseAccessWaiting, parseAgreedAccess } from '../../shared/session/parse-access';
import { Refused } from '../../shared/session/session-requests';

const PATH = '/api/access';
/** How often an open page asks whether something waits (ms). It waits for hours, so nobody needs it sooner. */
const READ_EVERY = 60_000;

export const accessQuery = (parts: ConsoleParts) =>
  queryOptions<AccessWaiting>({
    queryKey: ['setup', 'access'],
    retry: false,
    staleTime: 0,
    refetchInterval: READ_EVERY,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: PATH, parse: parseAccessWaiting });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

export const accessMatrixQuery = (parts: ConsoleParts) =>
  queryOptions<AccessMatrix>({
    queryKey: ['setup', 'access', 'people'],
    retry: false,
    staleTime: 0,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: `${PATH}/people`, parse: parseAccessMatrix });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const agreeToAccess = (
  parts: ConsoleParts,
  proposal: string,
  isConfirmed: boolean,
): Promise<HttpAnswer<AgreedAccess>> =>
  askHttp(parts, {
    path: `${PATH}/${proposal}/agree`,
    parse: parseAgreedAccess,
    init: post(isConfirmed ? { confirmed: true } : {}),
  });

export const proposeRecovery = (
  parts: ConsoleParts,
  signInName: string,
): Promise<HttpAnswer<AccessWaiting>> =>
  askHttp(parts, { path: `${PATH}/recovery`, parse: parseAccessWaiting, init: post({ signInName }) });

export const declineAccess = (parts: ConsoleParts, proposal: string): Promise<HttpAnswer<AccessWaiting>> =>
  askHttp(parts, { path: `${PATH}/${proposal}/decline`, parse: parseAccessWaiting, init: post({}) });
