import type { Entry } from '@warmline/contracts';
import { locale, words } from '../language/catalogue';
import { MessageText } from './message-text';

interface EntryItemProps {
  readonly entry: Entry;
  /** What an event says; null where there is nothing to say. */
  readonly eventText: string | null;
  /** The same person wrote the message above. */
  readonly isSameSender: boolean;
  readonly hasTimes: boolean;
  /** Sent or seen, on the visitor's newest message only. */
  readonly receipt: string | null;
}

const clock = new Intl.DateTimeFormat(locale.formats, { hour: 'numeric', minute: '2-digit' });

export const EntryItem = ({ entry, eventText, isSameSender, hasTimes, receipt }: EntryItemProps) => {
  const time = hasTimes && (
    <time class="status" dateTime={new Date(entry.at).toISOString()}>
      {clock.format(entry.at)}
    </time>
  );
  if (entry.kind === 'event') {
    return eventText === null ? null : (
      <li class="event">
        {eventText} {time}
      </li>
    );
  }
  const isMine = entry.from === 'visitor';
  return (
    <li class={isMine ? 'message mine' : 'message theirs'}>
      <span class={isMine || isSameSender ? 'who unseen' : 'who'}>
        {isMine ? words.thread.you : entry.name}:{' '}
      </span>
      {entry.body === null ? (
        <p class="body">{words.thread.unreadable}</p>
      ) : (
        <MessageText body={entry.body} />
      )}
      {time}
      {receipt !== null && <small class="status">{receipt}</small>}
    </li>
  );
};
