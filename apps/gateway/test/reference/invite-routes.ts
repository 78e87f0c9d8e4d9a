import {
  acceptInviteSchema,
  inviteMadeSchema,
  inviteMailedSchema,
  inviteSchema,
  inviteTokenSchema,
  invitesSchema,
  mailInviteSchema,
  signInAnswerSchema,
} from '@warmline/contracts';
import { ofForm, setup, staff, withProof, type RouteDocument } from './route-document';

const over = ['link_over', 'invite_used', 'invite_expired', 'invite_revoked'] as const;

/** Invites. */
export const INVITE_ROUTES: Readonly<Record<string, RouteDocument>> = {
  'GET /api/invites': {
    summary: 'Everyone with an account, and what has become of the newest invite to it.',
    answer: invitesSchema,
    status: 200,
    refusals: staff,
  },
  'POST /api/invites/:person': {
    summary: 'Make a one-time link to an account that nobody has opened yet. It is answered this once.',
    answer: inviteMadeSchema,
    status: 200,
    refusals: { ...setup, ...withProof, 409: ['not_due'] },
  },
  'DELETE /api/invites/:person': {
    summary: 'Revoke the open invite of someone. Twice is once.',
    answer: invitesSchema,
    status: 200,
    refusals: { ...setup, ...withProof },
  },
  'POST /api/invite/mail': {
    summary: 'Send the link of an invite by e-mail. Only who made the link can.',
    body: mailInviteSchema,
    answer: inviteMailedSchema,
    status: 200,
    refusals: { ...ofForm, ...setup, 410: over, 429: ['too_fast'] },
  },
  'POST /api/invite/read': {
    summary: 'What an invite says to the person who has its link.',
    body: inviteTokenSchema,
    answer: inviteSchema,
    status: 200,
    refusals: { ...ofForm, 403: ['not_allowed'], 410: over, 503: ['busy'] },
  },
  'POST /api/invite/accept': {
    summary: 'Open the account with a name and a password of one’s own.',
    body: acceptInviteSchema,
    answer: signInAnswerSchema,
    status: 200,
    refusals: {
      400: ['malformed', 'control_character', 'password_too_short', 'password_too_common'],
      403: ['not_allowed'],
      410: over,
      503: ['busy'],
    },
  },
};
