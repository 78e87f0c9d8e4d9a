import { queryOptions } from '@tanstack/react-query';
import type { Holds, NewRetentionRequest } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { parseHolds } from '../../shared/session/parse-holds';
import { Refused } from '../../shared/session/session-requests';

const PATH = '/api/holds';
/** How often an open page asks whether something waits (ms). It waits for days, so no one needs it sooner. */
const READ_EVERY = 60_000;

export const holdsQuery = (parts: ConsoleParts) =>
  queryOptions<Holds>({
    queryKey: ['holds'],
    retry: false,
    staleTime: 0,
    refetchInterval: READ_EVERY,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: PATH, parse: parseHolds });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

const post = (parts: ConsoleParts, path: string, body: object): Promise<HttpAnswer<Holds>> =>
  askHttp(parts, {
    path: `${PATH}${path}`,
    parse: parseHolds,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

export const askForRetention = (parts: ConsoleParts, wished: NewRetentionRequest) => post(parts, '', wished);

export const answerRetention = (
  parts: ConsoleParts,
  { id, agrees }: { readonly id: string; readonly agrees: boolean },
) => post(parts, `/${id}/answer`, { agrees });

export const reviewHold = (parts: ConsoleParts, conversation: string) =>
  post(parts, `/${conversation}/review`, {});
