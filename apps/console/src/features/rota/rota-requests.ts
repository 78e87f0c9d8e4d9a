import { queryOptions } from '@tanstack/react-query';
import type { AnswerSwap, AskSwap, OwnRota, SwapAnswer, Swaps } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { parseOwnRota, parseSwapAnswer, parseSwaps } from '../../shared/session/parse-rota';
import { Refused } from '../../shared/session/session-requests';

/** How long (ms) what was loaded is shown before it is asked for again. */
const FRESH_FOR = 60_000;

export const ownRotaQuery = (parts: ConsoleParts) =>
  queryOptions<OwnRota>({
    queryKey: ['rota', 'own'],
    retry: false,
    staleTime: 0,
    refetchInterval: FRESH_FOR,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: '/api/rota/own', parse: parseOwnRota });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

export const swapsQuery = (parts: ConsoleParts) =>
  queryOptions<Swaps>({
    queryKey: ['rota', 'swaps'],
    retry: false,
    staleTime: 0,
    refetchInterval: FRESH_FOR,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: '/api/rota/swaps', parse: parseSwaps });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

const post = (parts: ConsoleParts, path: string, body: AskSwap | AnswerSwap) =>
  askHttp<SwapAnswer>(parts, {
    path,
    parse: parseSwapAnswer,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

export const askSwap = (parts: ConsoleParts, asked: AskSwap): Promise<HttpAnswer<SwapAnswer>> =>
  post(parts, '/api/rota/swaps', asked);

export const answerSwap = (
  parts: ConsoleParts,
  swap: string,
  answer: AnswerSwap['answer'],
): Promise<HttpAnswer<SwapAnswer>> => post(parts, `/api/rota/swaps/${swap}`, { answer });
