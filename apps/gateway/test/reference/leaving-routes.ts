import { leaveNowSchema, leaversSchema } from '@warmline/contracts';
import { ofForm, setup, staff, withProof, type RouteDocument } from './route-document';

/** People who leave. */
export const LEAVING_ROUTES: Readonly<Record<string, RouteDocument>> = {
  'GET /api/leaving': {
    summary: 'Everyone who is not active, and when their name becomes an alias.',
    answer: leaversSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/leaving': {
    summary:
      'Propose that the name of someone who is not active becomes an alias at once. Another one agrees to it.',
    body: leaveNowSchema,
    answer: leaversSchema,
    status: 200,
    refusals: { ...setup, ...withProof, ...ofForm, 409: ['not_due'] },
  },
};
