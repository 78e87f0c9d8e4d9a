import { z } from 'zod';
import {
  authenticatorDraftSchema,
  codeProofSchema,
  enrolledSchema,
  firstCodeSchema,
  identityProviderSchema,
  newPasskeySchema,
  nothingSchema,
  passkeyProofSchema,
  passkeyQuestionSchema,
  providerAddressSchema,
  renewalSchema,
  sessionSchema,
  setUpSchema,
  signInAnswerSchema,
  signInSchema,
} from '@warmline/contracts';
import { ofForm, staff, type RouteDocument } from './route-document';

const halfSession = {
  ...ofForm,
  401: ['wrong_code', 'half_session_over'],
  403: ['not_allowed'],
  503: ['busy'],
} as const;

/** Signing in and out. */
export const SESSION_ROUTES: Readonly<Record<string, RouteDocument>> = {
  'GET /api/session': { summary: 'Who is signed in.', answer: sessionSchema, status: 200, refusals: staff },
  'POST /api/session': {
    summary:
      'Sign in. A wrong name and a wrong password get the same answer in the same time. Outside the demo the right ones give half a session.',
    body: signInSchema,
    answer: signInAnswerSchema,
    status: 200,
    refusals: {
      400: ['malformed', 'control_character'],
      401: ['wrong_sign_in'],
      403: ['not_allowed'],
      503: ['busy'],
    },
  },
  'GET /api/session/provider': {
    summary: 'What people call the identity provider; null where there is no single sign-on.',
    answer: identityProviderSchema,
    status: 200,
    refusals: {},
  },
  'POST /api/session/provider': {
    summary: 'Where the browser goes to sign in at the identity provider. Sets a cookie for the way back.',
    body: nothingSchema,
    answer: providerAddressSchema,
    status: 200,
    refusals: { ...ofForm, 403: ['not_allowed'], 503: ['unavailable'] },
  },
  'GET /api/session/provider/return': {
    summary:
      'The way back from the identity provider. Always leads to a page of the console, which says what came of it.',
    query: { code: z.string(), state: z.string(), iss: z.string(), error: z.string() },
    status: 303,
    refusals: {},
  },
  'POST /api/session/setup': {
    summary:
      'The first administrator makes an account with the set-up link. A used, expired and unknown link get the same answer.',
    body: setUpSchema,
    answer: signInAnswerSchema,
    status: 200,
    refusals: {
      400: ['malformed', 'control_character', 'password_too_short', 'password_too_common'],
      403: ['not_allowed'],
      409: ['name_taken'],
      410: ['link_over'],
      503: ['busy'],
    },
  },
  'POST /api/session/proof': {
    summary: 'Show a second factor with the half session that the password gave, and be signed in.',
    body: codeProofSchema,
    answer: sessionSchema,
    status: 200,
    refusals: halfSession,
  },
  'POST /api/session/authenticator': {
    summary: 'Begin to set up an authenticator, where there is no second factor yet.',
    body: nothingSchema,
    answer: authenticatorDraftSchema,
    status: 200,
    refusals: halfSession,
  },
  'POST /api/session/authenticator/confirm': {
    summary:
      'Show the first code of the new authenticator, and be signed in. Recovery codes are answered this once.',
    body: firstCodeSchema,
    answer: enrolledSchema,
    status: 200,
    refusals: halfSession,
  },
  'POST /api/session/passkey': {
    summary: 'What a browser is asked to sign in with a passkey. It names nobody.',
    body: nothingSchema,
    answer: passkeyQuestionSchema,
    status: 200,
    refusals: { ...ofForm, 403: ['not_allowed'] },
  },
  'POST /api/session/passkey/confirm': {
    summary: 'Sign in with a passkey. A wrong, unknown or used answer gets the same refusal.',
    body: passkeyProofSchema,
    answer: sessionSchema,
    status: 200,
    refusals: { ...ofForm, 401: ['wrong_sign_in'], 403: ['not_allowed'], 503: ['busy'] },
  },
  'POST /api/session/passkey/first': {
    summary: 'What a browser is asked for the first passkey of someone who has a password only.',
    body: nothingSchema,
    answer: passkeyQuestionSchema,
    status: 200,
    refusals: halfSession,
  },
  'POST /api/session/passkey/first/confirm': {
    summary: 'Keep the first passkey, and be signed in. Recovery codes are answered this once.',
    body: newPasskeySchema,
    answer: enrolledSchema,
    status: 200,
    refusals: halfSession,
  },
  'POST /api/session/renewal': {
    summary: 'Prove again who one is. The session goes on under a new cookie.',
    body: renewalSchema,
    answer: sessionSchema,
    status: 200,
    refusals: {
      ...ofForm,
      401: ['not_signed_in', 'session_changed', 'wrong_code'],
      403: ['not_allowed'],
      503: ['busy'],
    },
  },
  'DELETE /api/session': {
    summary: 'Sign out, everywhere this session is used.',
    status: 204,
    refusals: staff,
  },
};
