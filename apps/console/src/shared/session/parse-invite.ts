import type { Invite, InviteMade, InviteMailed, Invites, Leavers } from '@warmline/contracts';
import { demand, hasFields } from './parse-answer';

/** Checked as far as the screens rely on it. */
export const parseInvite = (body: unknown): Invite => {
  demand(hasFields(body, ['service', 'signInName', 'name', 'expiresAt']), 'invite');
  return body as Invite;
};

export const parseInvites = (body: unknown): Invites => {
  demand(hasFields(body, ['people']), 'list of people');
  const invites = body as Invites;
  demand(Array.isArray(invites.people), 'list of people');
  return invites;
};

export const parseInviteMade = (body: unknown): InviteMade => {
  parseInvites(body);
  demand(hasFields(body, ['made']), 'invite');
  const answer = body as InviteMade;
  demand(hasFields(answer.made, ['signInName', 'link']), 'invite');
  return answer;
};

export const parseInviteMailed = (body: unknown): InviteMailed => {
  demand(hasFields(body, ['result']), 'invite');
  return body as InviteMailed;
};

export const parseLeavers = (body: unknown): Leavers => {
  demand(hasFields(body, ['people']), 'list of people who leave');
  const leavers = body as Leavers;
  demand(Array.isArray(leavers.people), 'list of people who leave');
  return leavers;
};
