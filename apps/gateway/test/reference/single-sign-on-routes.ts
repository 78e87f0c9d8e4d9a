import { providerAddressSchema, singleSignOnSchema } from '@warmline/contracts';
import { ofForm, staff, type RouteDocument } from './route-document';

/** How administrators see and try single sign-on. */
export const SINGLE_SIGN_ON_ROUTES: Readonly<Record<string, RouteDocument>> = {
  'GET /api/single-sign-on': {
    summary: 'How this deployment asks the charity’s identity provider, without its secret.',
    answer: singleSignOnSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/single-sign-on/try': {
    summary: 'Where the browser goes for a sign-in at the identity provider that changes nothing here.',
    answer: providerAddressSchema,
    status: 200,
    refusals: { ...staff, ...ofForm, 503: ['unavailable'] },
  },
};
