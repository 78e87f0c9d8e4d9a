import { Mark } from '@warmline/ui';
import { commonWords } from '../i18n/common-words';
import { useLive } from '../live/live-provider';
import { unreadIn } from './pace';

/** How many messages of the visitor this person has not seen; nothing while there are none. */
export const UnreadMark = ({ conversationId }: { readonly conversationId: string }) => {
  const thread = useLive((live) => live.threads[conversationId]);
  const unread = thread === undefined ? 0 : unreadIn(thread.timeline.entries, thread.shown);
  return unread === 0 ? null : <Mark tone="strong">{commonWords.unread(unread)}</Mark>;
};
