import { queryOptions } from '@tanstack/react-query';
import type { Invites } from '@warmline/contracts';
import type { ConsoleParts } from '../../../shared/page/parts';
import { askHttp } from '../../../shared/session/ask-http';
import { parseInvites } from '../../../shared/session/parse-invite';
import { Refused } from '../../../shared/session/session-requests';

/** Who has opened their account, and what became of the newest invite of each. */
export const accountsQuery = (parts: ConsoleParts) =>
  queryOptions<Invites>({
    queryKey: ['setup', 'invites'],
    retry: false,
    staleTime: 0,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: '/api/invites', parse: parseInvites });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });
