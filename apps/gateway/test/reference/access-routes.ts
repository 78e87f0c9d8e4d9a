import { accessWaitingSchema, agreeAccessSchema, agreedAccessSchema } from '@warmline/contracts';
import { ofForm, setup, staff, withProof, type RouteDocument } from './route-document';

/** Changes of who may do what, which take two people. */
export const ACCESS_ROUTES: Readonly<Record<string, RouteDocument>> = {
  'GET /api/access': {
    summary: 'Changes of who may do what that wait for a second person.',
    answer: accessWaitingSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/access/:proposal/agree': {
    summary:
      'Be the second person: the change is made, and every session of its person ends. Not by who proposed it, nor whom it concerns.',
    body: agreeAccessSchema,
    answer: agreedAccessSchema,
    status: 200,
    refusals: { ...setup, ...withProof, ...ofForm, 409: ['proposal_over', 'not_yourself'] },
  },
  'POST /api/access/:proposal/decline': {
    summary: 'Decline a change, or withdraw one’s own.',
    answer: accessWaitingSchema,
    status: 200,
    refusals: { ...setup, 409: ['proposal_over', 'not_yourself'] },
  },
};
