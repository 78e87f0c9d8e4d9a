import { useEffect, useRef } from 'preact/hooks';
import type { ConnectionState } from '@warmline/client';
import type { Chat } from '../conversation/chat';
import { locale, words } from '../language/catalogue';
import { HelpList } from '../page/help-list';
import { usePage } from '../page/page-context';
import { usePassed } from '../page/use-passed';
import { useSignal } from '../page/use-signal';

const CALL_SOMEONE_AFTER_MS = 10_000;
const STILL_TRYING_AFTER_MS = 60_000;
/** A server that stops sends its pages to another one. That takes moments, so nothing is said at first. */
const MOVED_GRACE_MS = 3_000;
/** While the service behind the connection is away, new connections are tried. That is still the same trouble. */
const FRESH_CONNECTION_MS = 3_000;

type Trouble = 'none' | 'connection' | 'service';

const lostSince = (connection: ConnectionState): number | null =>
  connection.name === 'connecting' || connection.name === 'reconnecting' ? connection.since : null;

const isDropped = (connection: ConnectionState, isPastGrace: boolean): boolean =>
  connection.name === 'reconnecting' && (connection.why !== 'moved' || isPastGrace);

const useTrouble = (chat: Chat): { trouble: Trouble; since: number | null } => {
  const connection = useSignal(chat.connection);
  const unreachableSince = useSignal(chat.unreachableSince);
  const since = lostSince(connection);
  const isPastGrace = usePassed(since, MOVED_GRACE_MS);
  const isLong = usePassed(since, CALL_SOMEONE_AFTER_MS);
  const isStillFresh = !usePassed(since, FRESH_CONNECTION_MS);
  if (unreachableSince !== null && isStillFresh) return { trouble: 'service', since: unreachableSince };
  return { trouble: isLong || isDropped(connection, isPastGrace) ? 'connection' : 'none', since };
};

const Listener = () => {
  const { name, href, shown } = locale.listener;
  return (
    <>
      {name} <a href={href}>{shown}</a>.
    </>
  );
};

const ConnectionWords = ({ since }: { readonly since: number | null }) => {
  const isLong = usePassed(since, CALL_SOMEONE_AFTER_MS);
  const isVeryLong = usePassed(since, STILL_TRYING_AFTER_MS);
  const { dropped, stillTrying, meanwhile } = words.line;
  return (
    <p>
      {!isVeryLong && dropped}
      {isLong && (
        <>
          {' '}
          {isVeryLong ? stillTrying : meanwhile}
          <Listener />
        </>
      )}
    </p>
  );
};

/** Says at once who else is there: nothing that is written arrives, and no one knows for how long. */
const ServiceWords = ({ unsent }: { readonly unsent: string }) => (
  <div>
    <p>
      {words.line.unreachable}
      {unsent}
      {words.line.meanwhile}
      <Listener />
    </p>
    <details class="more">
      <summary>{words.waiting.help}</summary>
      <HelpList />
    </details>
  </div>
);

/** What the page says about its connection and the service behind it, and who else to call. */
export const ConnectionBanner = ({ chat }: { readonly chat: Chat }) => {
  const { announcer } = usePage();
  const { trouble, since } = useTrouble(chat);
  const isUnsent = useSignal(chat.queue.messages).some(({ status }) => status.name === 'not_sent_yet');
  const unsent = isUnsent ? words.line.unsent : '';
  const spoken = {
    none: words.line.back,
    connection: words.line.dropped,
    service: `${words.line.unreachable}${unsent}`,
  }[trouble];
  const before = useRef(words.line.back);
  useEffect(() => {
    if (spoken !== before.current) announcer.say(spoken);
    before.current = spoken;
  }, [spoken, announcer]);
  if (trouble === 'none') return null;
  return (
    <div class="notice connection">
      {trouble === 'connection' ? <ConnectionWords since={since} /> : <ServiceWords unsent={unsent} />}
      <button type="button" onClick={() => chat.retryNow()}>
        {words.line.tryNow}
      </button>
    </div>
  );
};
