import { queryOptions } from '@tanstack/react-query';
import type { Account, DeviceName, Names, PasswordChange } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { parseAccount } from '../../shared/session/parse-account';
import { Refused } from '../../shared/session/session-requests';

const PATH = '/api/account';

export const accountQuery = (parts: ConsoleParts) =>
  queryOptions<Account>({
    queryKey: ['account'],
    retry: false,
    staleTime: 0,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: PATH, parse: parseAccount });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

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
