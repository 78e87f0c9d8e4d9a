import type { EndReason } from '@warmline/vocabulary';
import { TellUs } from '../complaint/tell-us';
import type { Chat } from '../conversation/chat';
import { words } from '../language/catalogue';
import { EXIT_MARK } from '../leaving/quick-exit';
import { usePage } from '../page/page-context';
import { ScreenHeading } from '../page/screen-heading';
import { useSignal } from '../page/use-signal';
import { AfterChat } from './after-chat';
import { Numbers, useGiven } from './numbers';

export type Ending = EndReason | 'gone' | 'away';

/** Endings that no one chose: the way back comes first. */
const UNCHOSEN: readonly Ending[] = [
  'away',
  'connection_lost',
  'service_stopped',
  'turned_away',
  'nobody_on',
  'gone',
];

/** Endings of a wait in which no one answered: who else is there comes first. */
const UNREACHED: readonly Ending[] = ['turned_away', 'nobody_on'];

const titleOf = (reason: Ending): string => {
  if (reason === 'left_waiting') return words.ended.leftTitle;
  if (reason === 'away') return words.ended.awayTitle;
  if (reason === 'turned_away') return words.ended.turnedAwayTitle;
  if (reason === 'nobody_on') return words.ended.nobodyTitle;
  return reason === 'gone' ? words.ended.goneTitle : words.ended.title;
};

const reasonWords = (reason: Ending): string =>
  Object.entries(words.ended.reasons).find(([known]) => known === reason)?.[1] ?? words.ended.thanks;

/** Texts that were not sent, the draft last. */
const Unsent = ({ chat }: { readonly chat: Chat }) => {
  const draft = useSignal(usePage().visit.draft).text;
  const outgoing = useSignal(chat.queue.messages).filter(({ status }) => status.name !== 'sent');
  const unsent = [...outgoing.map(({ body }) => body), draft].filter((text) => text.trim() !== '');
  return unsent.length === 0 ? null : (
    <section class="notice">
      <p>{words.ended.unsent}</p>
      {unsent.map((text, index) => (
        <blockquote key={index}>{text}</blockquote>
      ))}
    </section>
  );
};

interface EndedProps {
  readonly chat: Chat;
  readonly reason: Ending;
}

/** Nobody in danger has to pass a form to reach them. */
const hasNumbersFirst = ({ chat, reason }: EndedProps): boolean =>
  UNREACHED.includes(reason) || chat.isInDanger;

/** Of a chat that is gone, at most what was not sent: another tab may have left quickly. */
const LeftOver = ({ chat, reason }: EndedProps) =>
  reason === 'gone' && !chat.wasAwayForLong ? null : <Unsent chat={chat} />;

/** The end shows no transcript, since others may use this device: only places to go, and texts that were not sent. */
export const EndedScreen = ({ chat, reason: told }: EndedProps) => {
  const { visit } = usePage();
  // Left the queue without asking to: they were away for longer than a place is kept.
  const reason = told === 'left_waiting' && !chat.endRequested.get() ? 'away' : told;
  const isUnchosen = UNCHOSEN.includes(reason);
  const given = useGiven(chat);
  const { ended } = words;
  const ways = (
    <div class="row">
      <button type="button" class={isUnchosen ? 'quiet' : 'main'} {...{ [EXIT_MARK]: '' }}>
        {ended.leave}
      </button>
      <button type="button" class={isUnchosen ? 'main' : 'quiet'} onClick={() => visit.startOver()}>
        {ended.again}
      </button>
    </div>
  );
  const numbersFirst = hasNumbersFirst({ chat, reason });
  const numbers = <Numbers given={reason === 'gone' ? [] : given} />;
  return (
    <div class="screen ended">
      <ScreenHeading text={titleOf(reason)} />
      <p class="lead">{reasonWords(reason)}</p>
      {numbersFirst ? numbers : null}
      {isUnchosen && ways}
      <LeftOver chat={chat} reason={reason} />
      <AfterChat chat={chat} />
      {numbersFirst ? null : numbers}
      <TellUs />
      {!isUnchosen && ways}
    </div>
  );
};
