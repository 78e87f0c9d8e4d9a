import {
  accessMatrixSchema,
  accessWaitingSchema,
  agreeAccessSchema,
  agreedAccessSchema,
  recoverySchema,
} from '@warmline/contracts';
import { ofForm, setup, staff, withProof, type RouteDocument } from './route-document';

/** Changes of who may do what, which take two people. */
export const ACCESS_ROUTES: Readonly<Record<string, RouteDocument>> = {
  'GET /api/access': {
    summary: 'What waits for a second person, and what was agreed to in the last 72 hours.',
    answer: accessWaitingSchema,
    status: 200,
    refusals: staff,
  },
  'GET /api/access/people': {
    summary: 'Everyone who is active, and what their roles allow.',
    answer: accessMatrixSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/access/recovery': {
    summary:
      'Propose a new invite for someone who has lost everything they sign in with. Another one of the service agrees to it.',
    body: recoverySchema,
    answer: accessWaitingSchema,
    status: 200,
    refusals: { ...setup, ...withProof, ...ofForm, 409: ['not_yourself', 'not_due'] },
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
