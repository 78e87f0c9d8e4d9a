import type { Desk, Entry, HelpCall, HelpView } from '@warmline/contracts';
import { unreadIn } from '../../shared/desk/pace';
import { useLive } from '../../shared/live/live-provider';
import { useTitleCall } from '../../shared/page/page-title';
import { offerWords } from './offer-words';

/** A colleague's call that nobody has answered comes before everything else. */
const isAnyCalling = (calls: readonly HelpCall[], me: string | undefined): boolean =>
  calls.some(({ answered, calledBy }) => answered === null && calledBy.id !== me);

/** What a supervisor is called back for, the most pressing first; null while it can wait. */
export const alarmOf = (help: HelpView | null, me: string | undefined): string | null => {
  if (help === null) return null;
  if (help.inDanger.length + help.silent.length > 0) return offerWords.someoneNeedsYou;
  if (isAnyCalling(help.calls, me)) return offerWords.colleagueCalls;
  const isAsked = help.endings.toAgree.some(({ responder }) => responder.id !== me);
  return isAsked ? offerWords.colleagueAsks : null;
};

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

/** What in the title calls a person back to a background tab. */
export const usePageTitle = (invitation: string | null): void => {
  const unread = useLive(ownUnread);
  const alarm = useLive(({ help, desk }) => alarmOf(help, desk?.me.id));
  useTitleCall(alarm ?? invitation ?? (unread > 0 ? `(${unread})` : ''));
};
