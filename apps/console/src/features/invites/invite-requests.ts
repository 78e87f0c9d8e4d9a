import { queryOptions } from '@tanstack/react-query';
import type { AcceptInvite, Invite, InviteMade, Invites, SignInAnswer } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { parseSignIn } from '../../shared/session/parse-answer';
import { parseInvite, parseInviteMade, parseInvites } from '../../shared/session/parse-invite';
import { Refused } from '../../shared/session/session-requests';

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const invitesQuery = (parts: ConsoleParts) =>
  queryOptions<Invites>({
    queryKey: ['setup', 'invites'],
    retry: false,
    staleTime: 0,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: '/api/invites', parse: parseInvites });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

export const makeInvite = (parts: ConsoleParts, person: string): Promise<HttpAnswer<InviteMade>> =>
  askHttp(parts, { path: `/api/invites/${person}`, parse: parseInviteMade, init: { method: 'POST' } });

export const revokeInvite = (parts: ConsoleParts, person: string): Promise<HttpAnswer<Invites>> =>
  askHttp(parts, { path: `/api/invites/${person}`, parse: parseInvites, init: { method: 'DELETE' } });

export const readInvite = (parts: ConsoleParts, token: string): Promise<HttpAnswer<Invite>> =>
  askHttp(parts, { path: '/api/invite/read', parse: parseInvite, init: post({ token }) });

export const acceptInvite = (parts: ConsoleParts, asked: AcceptInvite): Promise<HttpAnswer<SignInAnswer>> =>
  askHttp(parts, { path: '/api/invite/accept', parse: parseSignIn, init: post(asked) });
