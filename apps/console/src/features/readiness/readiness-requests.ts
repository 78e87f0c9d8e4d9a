import { queryOptions } from '@tanstack/react-query';
import type {
  ReadinessConfirm,
  ReadinessConfirmed,
  ReadinessOpened,
  ReadinessView,
} from '@warmline/contracts';
import type { ReadinessCheck } from '@warmline/vocabulary';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { Refused } from '../../shared/session/session-requests';
import { parseReadinessConfirmed, parseReadinessOpened, parseReadinessView } from './parse-readiness';

const PATH = '/api/readiness';

export const readinessQuery = (parts: ConsoleParts) =>
  queryOptions<ReadinessView>({
    queryKey: ['setup', 'readiness'],
    retry: false,
    // It is computed from what other pages change.
    staleTime: 0,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: PATH, parse: parseReadinessView });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

const asJson = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const confirmReadiness = (
  parts: ConsoleParts,
  confirmed: ReadinessConfirm,
): Promise<HttpAnswer<ReadinessConfirmed>> =>
  askHttp(parts, { path: `${PATH}/confirm`, parse: parseReadinessConfirmed, init: asJson(confirmed) });

/** `missing`: what the person was told is missing. */
export const openService = (
  parts: ConsoleParts,
  missing: readonly ReadinessCheck[],
): Promise<HttpAnswer<ReadinessOpened>> =>
  askHttp(parts, { path: `${PATH}/open`, parse: parseReadinessOpened, init: asJson({ missing }) });
