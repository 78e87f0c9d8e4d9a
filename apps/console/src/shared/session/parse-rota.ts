import type { OwnRota, SwapAnswer, Swaps } from '@warmline/contracts';
import { demand, hasFields } from './parse-answer';

/** Checked as far as the screens rely on it. */
export const parseOwnRota = (body: unknown): OwnRota => {
  demand(hasFields(body, ['zone', 'shifts', 'training', 'colleagues', 'swaps']), 'rota');
  const rota = body as OwnRota;
  const lists = [rota.shifts, rota.training, rota.colleagues, rota.swaps];
  demand(lists.every(Array.isArray), 'rota');
  return rota;
};

export const parseSwaps = (body: unknown): Swaps => {
  demand(hasFields(body, ['zone', 'swaps']), 'list of swaps');
  const swaps = body as Swaps;
  demand(Array.isArray(swaps.swaps), 'list of swaps');
  return swaps;
};

export const parseSwapAnswer = (body: unknown): SwapAnswer => {
  demand(hasFields(body, ['outcome']), 'answer to a swap');
  const answer = body as SwapAnswer;
  if ('own' in answer) parseOwnRota(answer.own);
  return answer;
};
