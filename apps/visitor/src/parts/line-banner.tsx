import { useEffect, useRef } from 'preact/hooks';
import type { ConnectionState } from '@warmline/client';
import type { Chat } from '../session/chat';
import { locale, words } from '../words/words';
import { usePage } from './page-context';
import { useCell } from './use-cell';
import { usePassed } from './use-passed';

const CALL_SOMEONE_AFTER_MS = 10_000;
const STILL_TRYING_AFTER_MS = 60_000;

const lostSince = (line: ConnectionState): number | null =>
  line.name === 'connecting' || line.name === 'reconnecting' ? line.since : null;

/** What the page itself says about its line: at once that it dropped, after 10 s who else to call. */
export const LineBanner = ({ chat }: { readonly chat: Chat }) => {
  const { announcer } = usePage();
  const line = useCell(chat.line);
  const since = lostSince(line);
  const isLong = usePassed(since, CALL_SOMEONE_AFTER_MS);
  const isVeryLong = usePassed(since, STILL_TRYING_AFTER_MS);
  const isShown = line.name === 'reconnecting' || isLong;
  const wasShown = useRef(false);
  useEffect(() => {
    if (isShown !== wasShown.current) announcer.say(isShown ? words.line.dropped : words.line.back);
    wasShown.current = isShown;
  }, [isShown, announcer]);
  if (!isShown) return null;
  const { listener } = locale;
  return (
    <div class="notice line">
      <p>
        {!isVeryLong && words.line.dropped}
        {isLong && (
          <>
            {' '}
            {isVeryLong ? words.line.stillTrying : words.line.meanwhile}
            {listener.name} <a href={listener.href}>{listener.shown}</a>.
          </>
        )}
      </p>
      <button type="button" onClick={() => chat.retryNow()}>
        {words.line.tryNow}
      </button>
    </div>
  );
};
