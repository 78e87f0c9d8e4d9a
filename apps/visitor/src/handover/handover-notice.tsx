import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat } from '../conversation/chat';
import { words } from '../language/catalogue';
import { usePage } from '../page/page-context';
import { useSignal } from '../page/use-signal';
import type { HandoverShown } from './handover-question';

const wordsFor = (shown: HandoverShown | null): string => {
  if (shown === null) return '';
  const { ask, staying } = words.handover;
  if (shown.name === 'asked') return ask(shown.from, shown.to);
  return shown.name === 'answered' && shown.agrees ? words.talking.joining(shown.to) : staying(shown.from);
};

/** Asks above the message box: nothing is covered, and the focus stays where it is. */
export const HandoverNotice = ({ chat }: { readonly chat: Chat }) => {
  const { announcer } = usePage();
  const shown = useSignal(chat.handover.shown);
  const text = wordsFor(shown);
  const notice = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    if (text !== '') announcer.say(text);
  }, [text, announcer]);
  useLayoutEffect(() => {
    // A button that had the focus is gone; without this the browser goes back to the top of the page.
    if (hadFocus.current && document.activeElement === document.body) notice.current?.focus();
  }, [text]);
  if (shown === null) return null;
  return (
    <div
      ref={notice}
      class="notice"
      role="group"
      aria-label={words.handover.label}
      tabIndex={-1}
      onFocusCapture={() => (hadFocus.current = true)}
      onBlurCapture={() => (hadFocus.current = false)}
    >
      <p>{text}</p>
      {shown.name === 'asked' && (
        <div class="row">
          <button type="button" onClick={() => chat.handover.answer(true)}>
            {words.handover.yes}
          </button>
          <button type="button" onClick={() => chat.handover.answer(false)}>
            {words.handover.no(shown.from)}
          </button>
        </div>
      )}
    </div>
  );
};
