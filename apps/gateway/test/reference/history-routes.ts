import { z } from 'zod';
import { pastPeopleSchema, personHistorySchema, settingHistorySchema } from '@warmline/contracts';
import { staff, type RouteDocument } from './route-document';

/** What is read of the past over HTTP. */
export const HISTORY_ROUTES: Record<string, RouteDocument> = {
  'GET /api/history/settings': {
    summary: 'What changed the settings, the newest first, with what was before and after.',
    query: { before: z.string().optional() },
    answer: settingHistorySchema,
    status: 200,
    refusals: { ...staff, 400: ['malformed'] },
  },
  'GET /api/history/people': {
    summary: 'Everyone whose past can be looked at.',
    answer: pastPeopleSchema,
    status: 200,
    refusals: staff,
  },
  'GET /api/history/people/:person': {
    summary: 'What one person did between two moments, 366 days at most. Looking is recorded.',
    query: { from: z.string(), until: z.string(), before: z.string().optional() },
    answer: personHistorySchema,
    status: 200,
    refusals: { ...staff, 400: ['malformed'], 404: ['not_found'] },
  },
};
