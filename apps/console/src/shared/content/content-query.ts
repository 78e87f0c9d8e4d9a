import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Content } from '@warmline/contracts';
import { useParts, type ConsoleParts } from '../page/parts';
import { askHttp } from '../session/ask-http';
import { parseContent } from '../session/parse-answer';
import { Refused } from '../session/session-requests';

export type Starter = Content['starters'][number];
export type Resource = Content['resources'][number];

const contentQuery = (parts: ConsoleParts) =>
  queryOptions<Content>({
    queryKey: ['content'],
    staleTime: 10 * 60 * 1_000,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: '/api/content', parse: parseContent });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

/** Approved starters and vetted places to go. */
export const useContent = (): UseQueryResult<Content> => useQuery(contentQuery(useParts()));
