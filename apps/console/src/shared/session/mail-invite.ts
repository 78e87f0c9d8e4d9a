import type { InviteMailed, MailInvite } from '@warmline/contracts';
import type { ConsoleParts } from '../page/parts';
import { askHttp, type HttpAnswer } from './ask-http';
import { parseInviteMailed } from './parse-invite';

/** By who made the link. The secret goes in the body, as the person's own does. */
export const mailInvite = (parts: ConsoleParts, asked: MailInvite): Promise<HttpAnswer<InviteMailed>> =>
  askHttp(parts, {
    path: '/api/invite/mail',
    parse: parseInviteMailed,
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    },
  });
