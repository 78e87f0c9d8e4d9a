import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Leavers } from '@warmline/contracts';
import type { ConsoleParts } from '../../../shared/page/parts';
import { useParts } from '../../../shared/page/parts';
import { useFreshProof } from '../../../shared/second-factor/use-fresh-proof';
import { askHttp } from '../../../shared/session/ask-http';
import { parseLeavers } from '../../../shared/session/parse-invite';
import { Refused } from '../../../shared/session/session-requests';

const PATH = '/api/leaving';

const leaversQuery = (parts: ConsoleParts) =>
  queryOptions<Leavers>({
    queryKey: ['setup', 'people', 'leaving'],
    retry: false,
    staleTime: 0,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: PATH, parse: parseLeavers });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

/** Who is not active, and when each of them leaves. */
export const useLeavers = () => useQuery(leaversQuery(useParts()));

/** Asks a second person that someone leaves at once. Answers whether that waits now. */
export const useLeaveNow = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const { ask, dialog } = useFreshProof();
  return {
    dialog,
    leaveNow: async (signInName: string): Promise<boolean> => {
      const answer = await ask(() =>
        askHttp(parts, {
          path: PATH,
          parse: parseLeavers,
          init: {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ signInName }),
          },
        }),
      );
      if (answer.ok) queries.setQueryData(leaversQuery(parts).queryKey, answer.value);
      return answer.ok;
    },
  };
};
