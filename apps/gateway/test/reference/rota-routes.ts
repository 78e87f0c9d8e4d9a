import {
  answerSwapSchema,
  askSwapSchema,
  ownRotaSchema,
  swapAnswerSchema,
  swapsSchema,
} from '@warmline/contracts';
import { setup, staff, type RouteDocument } from './route-document';

const swapping = { 400: ['malformed', 'control_character'] } as const;

/** Routes of one's own shifts, and of swaps. */
export const ROTA_ROUTES: Readonly<Record<string, RouteDocument>> = {
  'GET /api/rota/own': {
    summary: 'One’s own shifts, training and swaps, and who could take a shift.',
    answer: ownRotaSchema,
    status: 200,
    refusals: staff,
  },
  'GET /api/rota/swaps': {
    summary: 'All swaps of shifts of the last 28 days and to come.',
    answer: swapsSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/rota/swaps': {
    summary: 'Ask a colleague of the same role to take a shift, with or without one in return.',
    body: askSwapSchema,
    answer: swapAnswerSchema,
    status: 200,
    refusals: { ...staff, ...swapping },
  },
  'POST /api/rota/swaps/:swap': {
    summary: 'Agree to a swap, decline it, or withdraw one’s own.',
    body: answerSwapSchema,
    answer: swapAnswerSchema,
    status: 200,
    refusals: { ...setup, ...swapping },
  },
};
