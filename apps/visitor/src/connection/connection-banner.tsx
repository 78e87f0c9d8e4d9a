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
/** A server that stops sends its pages to another one, which takes moments: not worth a fright. */
const MOVED_GRACE_MS = 3_000;
/** While the service behind the line is away, a fresh line is tried now and then: still the same trouble. */
const FRESH_LINE_MS = 3_000;

type Trouble = 'none' | 'line' | 'service';

const lostSince = (line: ConnectionState): number | null =>
  line.name === 'connecting' || line.name === 'reconnecting' ? line.since : null;

const isDropped = (line: ConnectionState, isPastGrace: boolean): boolean =>
  line.name === 'reconnecting' && (line.why !== 'moved' || isPastGrace);

const useTrouble = (chat: Chat): { trouble: Trouble; since: number | null } => {
  const line = useSignal(chat.connection);
  const unreachableSince = useSignal(chat.unreachableSince);
  const since = lostSince(line);
  const isPastGrace = usePassed(since, MOVED_GRACE_MS);
  const isLong = usePassed(since, CALL_SOMEONE_AFTER_MS);
  const isStillFresh = !usePassed(since, FRESH_LINE_MS);
  if (unreachableSince !== null && isStillFresh) return { trouble: 'service', since: unreachableSince };
  return { trouble: isLong || isDropped(line, isPastGrace) ? 'line' : 'none', since };
};

const Listener = () => {
  const { name, href, shown } = locale.listener;
  return (
    <>
      {name} <a href={href}>{shown}</a>.
    </>
  );
};

const LineWords = ({ since }: { readonly since: number | null }) => {
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

/** Who else is there is said at once: nothing that is written arrives, and nobody knows for how long. */
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

/** What the page itself says about its line and the service behind it, and who else to call. */
export const ConnectionBanner = ({ chat }: { readonly chat: Chat }) => {
  const { announcer } = usePage();
  const { trouble, since } = useTrouble(chat);
  const isUnsent = useSignal(chat.queue.messages).some(({ status }) => status.name === 'not_sent_yet');
  const unsent = isUnsent ? words.line.unsent : '';
  const spoken = {
    none: words.line.back,
    line: words.line.dropped,
    service: `${words.line.unreachable}${unsent}`,
  }[trouble];
  const before = useRef(words.line.back);
  useEffect(() => {
    if (spoken !== before.current) announcer.say(spoken);
    before.current = spoken;
  }, [spoken, announcer]);
  if (trouble === 'none') return null;
  return (
    <div class="notice line">
      {trouble === 'line' ? <LineWords since={since} /> : <ServiceWords unsent={unsent} />}
      <button type="button" onClick={() => chat.retryNow()}>
        {words.line.tryNow}
      </button>
    </div>
  );
};
