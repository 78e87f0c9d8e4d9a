import { useEffect } from 'react';
import { useLive } from '../../app/live/live-provider';
import { unreadIn } from '../../app/pace';
import { words } from '../../app/words';

const PLAIN = words.frame.product;

/** Tells a tab in the background, in neutral words only: whoever passes by may read a title. */
export const usePageTitle = (invitation: string | null): void => {
  const unread = useLive((live) =>
    Object.values(live.threads).reduce(
      (sum, thread) => sum + unreadIn(thread.timeline.entries, thread.shown),
      0,
    ),
  );
  useEffect(() => {
    const start = invitation ?? (unread > 0 ? `(${unread})` : '');
    document.title = start === '' ? PLAIN : `${start} · ${PLAIN}`;
    return () => {
      document.title = PLAIN;
    };
  }, [invitation, unread]);
};
