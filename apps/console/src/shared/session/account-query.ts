import { queryOptions } from '@tanstack/react-query';
import type { Account, Renewal, Session } from '@warmline/contracts';
import type { ConsoleParts } from '../page/parts';
import { askHttp, type HttpAnswer } from './ask-http';
import { parseAccount } from './parse-account';
import { parseSession } from './parse-answer';
import { Refused } from './session-requests';

/** The own account, as the page about it shows it and as asking again for a proof needs it. */
export const accountQuery = (parts: ConsoleParts) =>
  queryOptions<Account>({
    queryKey: ['account'],
    retry: false,
    staleTime: 0,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: '/api/account', parse: parseAccount });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

/** Proves again who they are. The session goes on under a new cookie. */
export const renewProof = (parts: ConsoleParts, renewal: Renewal): Promise<HttpAnswer<Session>> =>
  askHttp(parts, {
    path: '/api/session/renewal',
    parse: parseSession,
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(renewal),
    },
  });
