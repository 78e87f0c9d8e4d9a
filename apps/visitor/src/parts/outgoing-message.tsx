import type { OutgoingMessage, OutgoingStatus } from '@warmline/client';
import type { Refusal } from '@warmline/contracts';
import type { Chat } from '../session/chat';
import { words } from '../words/words';
import { MessageText } from './message-text';
import { usePage } from './page-context';

const reason = (refusal: Refusal): string =>
  Object.entries(words.refusals).find(([known]) => known === refusal)?.[1] ?? '';

const statusWords = (status: OutgoingStatus): string => {
  switch (status.name) {
    case 'sending':
      return words.thread.sending;
    case 'sent':
      return words.thread.sent;
    case 'not_sent_yet':
      return words.thread.notSentYet;
    case 'refused':
      return `${words.thread.notSent} ${reason(status.refusal)}`;
  }
};

interface OutgoingProps {
  readonly message: OutgoingMessage;
  readonly chat: Chat;
}

/** A message that the timeline does not have yet, and how it fares. */
export const Outgoing = ({ message, chat }: OutgoingProps) => {
  const { visit } = usePage();
  const { id, body, status } = message;
  const change = (): void => {
    const { text, sendWhenJoined } = visit.draft.get();
    visit.keepDraft({ text: text === '' ? body : `${body}\n${text}`, sendWhenJoined });
    chat.queue.discard(id);
  };
  return (
    <li class={`message mine ${status.name}`}>
      <span class="who unseen">{words.thread.you}: </span>
      <MessageText body={body} />
      <small class="status">{statusWords(status)}</small>
      {status.name === 'refused' && (
        <div class="row">
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
