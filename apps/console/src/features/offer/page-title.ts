import { useEffect } from 'react';
import type { Desk, Entry, HelpCall } from '@warmline/contracts';
import { unreadIn } from '../../shared/desk/pace';
import { commonWords } from '../../shared/i18n/common-words';
import { useLive } from '../../shared/live/live-provider';
import { offerWords } from './offer-words';

const PLAIN = commonWords.product;

/** A colleague's call that nobody has answered comes before everything else. */
const isAnyCalling = (calls: readonly HelpCall[], me: string | undefined): boolean =>
  calls.some(({ answered, calledBy }) => answered === null && calledBy.id !== me);

interface OwnThreads {
  readonly desk: Pick<Desk, 'caseload'> | null;
  readonly guests: readonly { readonly conversationId: string }[];
  readonly threads: Readonly<
    Record<
      string,
      { readonly timeline: { readonly entries: readonly Entry[] }; readonly shown: number } | undefined
    >
  >;
}

/** Messages not seen in what is on one's own desk. One who reads along is not the one they were written to. */
export const ownUnread = ({ desk, guests, threads }: OwnThreads): number =>
  [...(desk?.caseload ?? []), ...guests].reduce((sum, { conversationId }) => {
    const thread = threads[conversationId];
    return thread === undefined ? sum : sum + unreadIn(thread.timeline.entries, thread.shown);
  }, 0);

/** Sets the title of a background tab, in neutral words only: anyone passing by may read it. */
export const usePageTitle = (invitation: string | null): void => {
  const unread = useLive(ownUnread);
  const isNeeded = useLive(({ help }) => [...(help?.inDanger ?? []), ...(help?.silent ?? [])].length > 0);
  const isCalled = useLive(({ help, desk }) => isAnyCalling(help?.calls ?? [], desk?.me.id));
  useEffect(() => {
    const alarm = isNeeded ? offerWords.someoneNeedsYou : isCalled ? offerWords.colleagueCalls : null;
    const start = alarm ?? invitation ?? (unread > 0 ? `(${unread})` : '');
    document.title = start === '' ? PLAIN : `${start} · ${PLAIN}`;
    return () => {
      document.title = PLAIN;
    };
  }, [isNeeded, isCalled, invitation, unread]);
};
