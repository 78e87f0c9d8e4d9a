import { providerAddressSchema, singleSignOnSchema, toldPeopleSchema } from '@warmline/contracts';
import { ofForm, setup, staff, withProof, type RouteDocument } from './route-document';

/** How administrators see and try single sign-on. */
export const SINGLE_SIGN_ON_ROUTES: Readonly<Record<string, RouteDocument>> = {
  'GET /api/single-sign-on': {
    summary: 'How this deployment asks the charity’s identity provider, without its secret.',
    answer: singleSignOnSchema,
    status: 200,
    refusals: staff,
  },
  'GET /api/single-sign-on/people': {
    summary:
      'Of whom the identity provider says something else than they are here, and who asked for an account.',
    answer: toldPeopleSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/single-sign-on/people/:person': {
    summary: 'Propose what the identity provider says of someone. A second person agrees to it.',
    answer: toldPeopleSchema,
    status: 200,
    refusals: { ...setup, ...withProof, 409: ['not_due'] },
  },
  'POST /api/single-sign-on/try': {
    summary: 'Where the browser goes for a sign-in at the identity provider that changes nothing here.',
    answer: providerAddressSchema,
    status: 200,
    refusals: { ...staff, ...ofForm, 503: ['unavailable'] },
  },
};
