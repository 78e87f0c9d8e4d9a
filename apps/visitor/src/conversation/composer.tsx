import { useRef, useState } from 'preact/hooks';
import { isForInputMethod, OUTGOING_MAX } from '@warmline/client';
import { codePoints, MESSAGE_MAX_CODE_POINTS, messageFlaw } from '@warmline/vocabulary';
import { words } from '../language/catalogue';
import { usePage } from '../page/page-context';
import { useSignal } from '../page/use-signal';
import type { Chat } from './chat';
import { contactDetailsIn, type ContactDetail } from './contact-details';
import { DetailWarning } from './detail-warning';

const COUNT_FROM = MESSAGE_MAX_CODE_POINTS - 500;

const lengthWords = (text: string): string => {
  // Code points are never more than units, so most texts need no counting.
  const left =
    text.length < COUNT_FROM ? MESSAGE_MAX_CODE_POINTS : MESSAGE_MAX_CODE_POINTS - codePoints(text);
  const { over, overOne, left: leftWords, leftOne } = words.composer;
  if (left < 0) return left === -1 ? overOne : over(-left);
  if (left > MESSAGE_MAX_CODE_POINTS - COUNT_FROM) return '';
  return left === 1 ? leftOne : leftWords(left);
};

const isPlainEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.shiftKey && !isForInputMethod(event);

interface ComposerProps {
  readonly chat: Chat;
  /** While nobody has joined: what is written can wait for them. */
  readonly isWaiting: boolean;
}

const SendWhenJoined = () => {
  const { visit } = usePage();
  const { text, sendWhenJoined } = useSignal(visit.draft);
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={sendWhenJoined}
        onChange={({ currentTarget }) => visit.keepDraft(text, currentTarget.checked)}
      />
      {words.waiting.whenJoined}
    </label>
  );
};

export const Composer = ({ chat, isWaiting }: ComposerProps) => {
  const { visit, announcer } = usePage();
  const { text, sendWhenJoined, id } = useSignal(visit.draft);
  const [details, setDetails] = useState<readonly ContactDetail[]>([]);
  const [isEmptyTried, setEmptyTried] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  // A person who is not safe may give an address so that help finds them.
  const sendsDetails = useSignal(chat.view)?.sendsDetails === true || chat.isInDanger;
  const isFull = useSignal(chat.queue.messages).length >= OUTGOING_MAX;
  const { empty, full } = words.composer;
  const lengthNote = isFull ? full : lengthWords(text);

  const write = (next: string): void => {
    setEmptyTried(false);
    visit.keepDraft(next, sendWhenJoined);
    if (next === '') chat.typingReporter.stopped();
    else chat.typingReporter.typed();
  };
  const send = (): void => {
    setDetails([]);
    if ('id' in chat.queue.add(text, id ?? undefined)) write('');
    else announcer.say(full);
    box.current?.focus();
  };
  const check = (): void => {
    const flaw = messageFlaw(text);
    setEmptyTried(flaw === 'empty_message');
    if (flaw !== null) return announcer.say(flaw === 'empty_message' ? empty : lengthNote);
    const found = sendsDetails ? [] : contactDetailsIn(text);
    if (found.length === 0) send();
    else setDetails(found);
  };
  const change = (): void => {
    setDetails([]);
    box.current?.focus();
  };

  return (
    <form
      class="composer"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      {details.length > 0 && <DetailWarning details={details} onSend={send} onChange={change} />}
      <label for="message">{words.composer.label}</label>
      <div class="box">
        <textarea
          id="message"
          ref={box}
          rows={2}
          value={text}
          dir="auto"
          autocomplete="off"
          aria-describedby="message-hint message-length"
          aria-invalid={isEmptyTried || messageFlaw(text) === 'message_too_long'}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onKeyDown={(event) => {
            if (!isPlainEnter(event)) return;
            event.preventDefault();
            check();
          }}
        />
        <button type="submit" class="main">
          {words.composer.send}
        </button>
      </div>
      <p id="message-length" class="length">
        {isEmptyTried ? empty : lengthNote}
      </p>
      <p id="message-hint" class="hint">
        {isWaiting && `${words.waiting.draft} `}
        <span class="keys">{words.composer.hint}</span>
      </p>
      {isWaiting && <SendWhenJoined />}
    </form>
  );
};
