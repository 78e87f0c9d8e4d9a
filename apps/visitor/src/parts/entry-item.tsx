import type { Entry } from '@warmline/contracts';
import { locale, words } from '../words/words';
import { MessageText } from './message-text';

interface EntryItemProps {
  readonly entry: Entry;
  /** The same person wrote the line above. */
  readonly isSameVoice: boolean;
  readonly hasTimes: boolean;
  /** Sent or seen, on the visitor's newest message only. */
  readonly receipt: string | null;
}

const clock = new Intl.DateTimeFormat(locale.language, { hour: 'numeric', minute: '2-digit' });

const eventWords = (entry: Entry & { kind: 'event' }): string | null =>
  entry.event === 'joined' ? words.thread.joined(entry.name) : null;

export const EntryItem = ({ entry, isSameVoice, hasTimes, receipt }: EntryItemProps) => {
  const time = hasTimes && (
    <time class="status" dateTime={new Date(entry.at).toISOString()}>
      {clock.format(entry.at)}
    </time>
  );
  if (entry.kind === 'event') {
    const text = eventWords(entry);
    return text === null ? null : (
      <li class="event">
        {text} {time}
      </li>
    );
  }
  const isMine = entry.from === 'visitor';
  return (
    <li class={isMine ? 'message mine' : 'message theirs'}>
      <span class={isMine || isSameVoice ? 'who unseen' : 'who'}>
        {isMine ? words.thread.you : entry.name}:{' '}
      </span>
      <MessageText body={entry.body} />
      {time}
      {receipt !== null && <small class="status">{receipt}</small>}
    </li>
  );
};
