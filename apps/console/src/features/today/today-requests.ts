import { queryOptions } from '@tanstack/react-query';
import type { Report, ReportRange } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp } from '../../shared/session/ask-http';
import { parseReport } from '../../shared/session/parse-report';
import { Refused } from '../../shared/session/session-requests';
import { goesOn, queryOf } from './range';

/** Days change slowly: so often (ms) a range that goes on is read again. */
const READ_EVERY = 60_000;

export const reportQuery = (parts: ConsoleParts, range: ReportRange) =>
  queryOptions<Report>({
    queryKey: ['report', queryOf(range)],
    retry: false,
    staleTime: 0,
    refetchInterval: goesOn(range) ? READ_EVERY : false,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: `/api/report?${queryOf(range)}`, parse: parseReport });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });
