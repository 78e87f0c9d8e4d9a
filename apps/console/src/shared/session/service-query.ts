import { queryOptions } from '@tanstack/react-query';
import type { ServiceSummary } from '@warmline/contracts';
import type { ConsoleParts } from '../page/parts';
import { askHttp } from './ask-http';
import { parseService } from './parse-answer';
import { Refused } from './session-requests';

/** Whose console this is. */
export type OwnService = Pick<ServiceSummary, 'name' | 'isDemo'>;

/** What anyone may know of the service, signed in or not. It is no reason to stop where it cannot be asked. */
export const serviceQuery = (parts: ConsoleParts) =>
  queryOptions<OwnService>({
    queryKey: ['service'],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    // Asked again when the network is back, not by every part that shows it.
    retryOnMount: false,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: '/api/service', parse: parseService });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });
