import type { Entry, WaitingNotice } from '@warmline/contracts';
import { Icon } from '@warmline/ui';
import { words } from '../i18n/words';
import { TimeOfDay } from './time-of-day';

export interface ThreadNames {
  readonly visitor: string;
  /** Under which name the reader writes; null for one who only reads. */
  readonly own: string | null;
}

type Message = Extract<Entry, { kind: 'message' }>;
type Happening = Extract<Entry, { kind: 'event' }>;

/** The sender as this reader knows them. */
export const senderOf = (message: Message, names: ThreadNames): string => {
  if (message.from === 'visitor') return names.visitor;
  return message.name === names.own ? words.thread.you : message.name;
};

const isTold = (event: Happening['event']): event is WaitingNotice => event in words.thread.told;

export const happeningWords = ({ event, name, reason }: Happening): string => {
  if (isTold(event)) return words.thread.told[event];
  switch (event) {
    case 'started':
      return words.thread.started;
    case 'joined':
      return words.thread.joined(name);
    case 'requeued':
      return words.thread.requeued(name);
    case 'must_leave':
      return words.thread.mustLeave(name);
    case 'left':
      return words.thread.left(name);
    case 'visitor_left':
      return words.thread.visitorLeft;
    case 'ended':
      return words.thread.endings[reason ?? 'service_stopped'];
  }
};

const ReceiptMark = ({ isSeen }: { readonly isSeen: boolean }) => (
  <span className={isSeen ? 'thread__receipt thread__receipt--seen' : 'thread__receipt'}>
    <Icon name={isSeen ? 'checks' : 'check'} size={14} />
    {isSeen ? words.thread.seen : words.thread.sent}
  </span>
);

export interface EntryLineProps {
  readonly entry: Entry;
  readonly names: ThreadNames;
  readonly isTimed: boolean;
  readonly seenByVisitor: number | null;
}

export const EntryLine = ({ entry, names, isTimed, seenByVisitor }: EntryLineProps) => {
  if (entry.kind === 'event')
    return (
      <p className="thread__event">
        {happeningWords(entry)}
        {isTimed ? <TimeOfDay at={entry.at} /> : null}
      </p>
    );
  return (
    <div className={`thread__message thread__message--${entry.from}`}>
      <p className="thread__sender">{senderOf(entry, names)}</p>
      <p className="thread__body" dir="auto">
        {entry.body}
      </p>
      <p className="thread__foot">
        {isTimed ? <TimeOfDay at={entry.at} /> : null}
        {entry.from === 'responder' && seenByVisitor !== null ? (
          <ReceiptMark isSeen={seenByVisitor >= entry.seq} />
        ) : null}
      </p>
    </div>
  );
};
