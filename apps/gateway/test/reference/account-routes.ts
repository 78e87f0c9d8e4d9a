import {
  accountSchema,
  accountWithCodesSchema,
  authenticatorDraftSchema,
  deviceNameSchema,
  firstCodeSchema,
  namesSchema,
  newPasskeySchema,
  passkeyQuestionSchema,
  providerAddressSchema,
  providerLinkSchema,
  passwordChangeSchema,
  removedPasskeySchema,
} from '@warmline/contracts';
import { ofForm, setup, staff, withProof, type RouteDocument } from './route-document';

/** The own account. */
export const ACCOUNT_ROUTES: Readonly<Record<string, RouteDocument>> = {
  'GET /api/account': {
    summary: 'What someone may know and change of their own account.',
    answer: accountSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/account/names': {
    summary: 'Change the own name, and the name visitors see.',
    body: namesSchema,
    answer: accountSchema,
    status: 200,
    refusals: { ...staff, ...ofForm },
  },
  'POST /api/account/device': {
    summary: 'Say what the device of this session is called.',
    body: deviceNameSchema,
    answer: accountSchema,
    status: 200,
    refusals: { ...staff, ...ofForm },
  },
  'POST /api/account/password': {
    summary: 'Change the password. All other sessions of the person end.',
    body: passwordChangeSchema,
    answer: accountSchema,
    status: 200,
    refusals: {
      400: ['malformed', 'control_character', 'password_too_short', 'password_too_common'],
      401: ['not_signed_in', 'session_changed', 'wrong_sign_in'],
      403: ['not_allowed'],
      503: ['busy'],
    },
  },
  'DELETE /api/account/sessions': {
    summary: 'End all own sessions but this one.',
    answer: accountSchema,
    status: 200,
    refusals: staff,
  },
  'DELETE /api/account/sessions/:session': {
    summary: 'End another own session. Twice is once.',
    answer: accountSchema,
    status: 200,
    refusals: setup,
  },
  'POST /api/account/authenticator': {
    summary: 'Begin to set up an authenticator. Asks for a fresh proof.',
    answer: authenticatorDraftSchema,
    status: 200,
    refusals: { 401: staff[401], 403: ['not_allowed', 'proof_old'] },
  },
  'POST /api/account/authenticator/confirm': {
    summary: 'Show the first code of the new authenticator, which takes the place of an earlier one.',
    body: firstCodeSchema,
    answer: accountWithCodesSchema,
    status: 200,
    refusals: {
      ...ofForm,
      401: ['not_signed_in', 'session_changed', 'wrong_code'],
      403: ['not_allowed', 'proof_old'],
    },
  },
  'POST /api/account/passkeys': {
    summary: 'What a browser is asked for a new passkey. Asks for a fresh proof.',
    answer: passkeyQuestionSchema,
    status: 200,
    refusals: { 401: staff[401], 403: ['not_allowed', 'proof_old'] },
  },
  'POST /api/account/passkeys/confirm': {
    summary: 'Keep a new passkey.',
    body: newPasskeySchema,
    answer: accountWithCodesSchema,
    status: 200,
    refusals: {
      ...ofForm,
      401: ['not_signed_in', 'session_changed', 'wrong_code'],
      403: ['not_allowed', 'proof_old'],
    },
  },
  'POST /api/account/passkeys/remove': {
    summary: 'Remove a passkey. The last second factor stays. Twice is once.',
    body: removedPasskeySchema,
    answer: accountSchema,
    status: 200,
    refusals: { ...staff, ...ofForm, 403: ['not_allowed', 'proof_old'], 409: ['last_factor'] },
  },
  'POST /api/account/recovery-codes': {
    summary: 'New recovery codes in place of all earlier ones. They are answered this once.',
    answer: accountWithCodesSchema,
    status: 200,
    refusals: { 401: staff[401], 403: ['not_allowed', 'proof_old'] },
  },
  'POST /api/account/provider': {
    summary:
      'Where the browser goes to link the account with one at the identity provider. Asks for a fresh proof.',
    body: providerLinkSchema,
    answer: providerAddressSchema,
    status: 200,
    refusals: { ...staff, ...ofForm, ...withProof, 503: ['unavailable'] },
  },
  'DELETE /api/account/provider': {
    summary: 'The identity provider no longer opens the account. Twice is once.',
    status: 204,
    refusals: { ...staff, ...withProof },
  },
};
