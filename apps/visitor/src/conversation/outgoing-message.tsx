import type { OutgoingMessage, OutgoingStatus } from '@warmline/client';
import type { Refusal } from '@warmline/vocabulary';
import { words } from '../language/catalogue';
import { usePage } from '../page/page-context';
import { useSignal } from '../page/use-signal';
import type { Chat } from './chat';
import { MessageText } from './message-text';

const reason = (refusal: Refusal): string =>
  Object.entries(words.refusals).find(([known]) => known === refusal)?.[1] ?? '';

const statusWords = (status: OutgoingStatus): string => {
  switch (status.name) {
    case 'sending':
      return words.thread.sending;
    case 'sent':
      return words.thread.sent;
    case 'not_sent_yet':
      return status.why === 'too_fast' ? words.thread.tooFast : words.thread.notSentYet;
    case 'refused':
      return `${words.thread.notSent} ${reason(status.refusal)}`;
  }
};

interface OutgoingProps {
  readonly message: OutgoingMessage;
  readonly chat: Chat;
  /** The first of the unsent messages: the others follow it. */
  readonly isNext: boolean;
}

/** A message that the timeline does not have yet, and what has happened to it. */
export const Outgoing = ({ message, chat, isNext }: OutgoingProps) => {
  const { visit } = usePage();
  const { id, body, status } = message;
  // Without a connection or a service, the banner about that has the button.
  const { name } = useSignal(chat.connection);
  const isReachable = (useSignal(chat.unreachableSince) ?? name) === 'online';
  const change = (): void => {
    const { text, sendWhenJoined } = visit.draft.get();
    visit.keepDraft(text === '' ? body : `${body}\n${text}`, sendWhenJoined);
    chat.queue.discard(id);
  };
  return (
    <li class={`message mine ${status.name}`}>
      <span class="who unseen">{words.thread.you}: </span>
      <MessageText body={body} />
      <small class="status">{statusWords(status)}</small>
      {(status.name === 'refused' || status.name === 'not_sent_yet') && (
        <div class="row">
          {isNext && isReachable && (
            <button type="button" class="quiet" onClick={() => chat.retryNow()}>
              {words.line.tryNow}
            </button>
          )}
          <button type="button" class="quiet" onClick={change}>
            {words.thread.change}
          </button>
          <button type="button" class="quiet" onClick={() => chat.queue.discard(id)}>
            {words.thread.remove}
          </button>
        </div>
      )}
    </li>
  );
};
