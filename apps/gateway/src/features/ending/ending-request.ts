import type { EndingSituation } from '@warmline/conversation';
import type { LockedConversation } from '@warmline/postgres';

/** Where the words of a question, of its answer, and of what was done are sealed. */
export const whyOf = (request: string) => ({ entry: `ending/${request}`, role: 'responder' }) as const;
export const wordOf = (request: string) =>
  ({ entry: `ending/${request}/answer`, role: 'responder' }) as const;
export const noteOf = (note: string) => ({ entry: `write_up/${note}`, role: 'responder' }) as const;

/** What decides about a question, of a locked conversation. */
export const situationOf = ({ conversation, row }: LockedConversation): EndingSituation => ({
  conversation,
  safetyAt: row.safetyAt,
  visitorMessages: row.visitorMessages,
});
