import type { Entry } from '@warmline/contracts';
import { Icon } from '@warmline/ui';
import type { ClockNotice, WaitingNotice } from '@warmline/vocabulary';
import { isUnnamed } from '../i18n/visitor-name';
import { VisitorMark } from '../page/visitor-name';
import { MessageText } from './message-text';
import { threadWords } from './thread-words';
import { TimeOfDay } from './time-of-day';

export interface ThreadNames {
  readonly visitor: string;
  /** Under which name the reader writes; null for one who only reads. */
  readonly own: string | null;
}

/** Whether the visitor chose a name, which may be anyone's. */
export const isNamed = ({ visitor }: ThreadNames): boolean => !isUnnamed(visitor);

type Message = Extract<Entry, { kind: 'message' }>;
type Happening = Extract<Entry, { kind: 'event' }>;

/** The sender as this reader knows them. */
export const senderOf = (message: Message, names: ThreadNames): string => {
  if (message.from === 'visitor') return names.visitor;
  return message.name === names.own ? threadWords.you : message.name;
};

const isTold = (event: Happening['event']): event is WaitingNotice | ClockNotice =>
  event in threadWords.told || event in threadWords.clocks;

/** Someone of the service came or went. */
const isCome = (event: Happening['event']): event is keyof typeof threadWords.come =>
  event in threadWords.come;

export const happeningWords = ({ event, name, reason }: Happening): string => {
  if (isTold(event)) return { ...threadWords.told, ...threadWords.clocks }[event];
  if (isCome(event)) return threadWords.come[event](name);
  switch (event) {
    case 'started':
      return threadWords.started;
    case 'requeued':
      return threadWords.requeued(name);
    case 'must_leave':
      return threadWords.mustLeave(name);
    case 'visitor_left':
      return threadWords.visitorLeft;
    case 'ended':
      return threadWords.endings[reason ?? 'service_stopped'];
  }
};

const ReceiptMark = ({ isSeen }: { readonly isSeen: boolean }) => (
  <span className={isSeen ? 'thread__receipt thread__receipt--seen' : 'thread__receipt'}>
    <Icon name={isSeen ? 'checks' : 'check'} size={14} />
    {isSeen ? threadWords.seen : threadWords.sent}
  </span>
);

export interface EntryLineProps {
  readonly entry: Entry;
  readonly names: ThreadNames;
  readonly isTimed: boolean;
  /** Shows the name. The others only say it: the side they are on shows whose they are. */
  readonly isNamed: boolean;
  readonly seenByVisitor: number | null;
}

export const EntryLine = ({ entry, names, isTimed, isNamed: showsName, seenByVisitor }: EntryLineProps) => {
  if (entry.kind === 'event')
    return (
      <p className="thread__event">
        {happeningWords(entry)}
        {isTimed ? <TimeOfDay at={entry.at} /> : null}
      </p>
    );
  return (
    <div className={`thread__message thread__message--${entry.from}`}>
      <p className={showsName ? 'thread__sender' : 'ui-unseen'}>
        <bdi>{senderOf(entry, names)}</bdi>
        {entry.from === 'visitor' ? <VisitorMark name={names.visitor} /> : null}
      </p>
      {entry.body === null ? (
        <p className="thread__body">{threadWords.unreadable}</p>
      ) : (
        <MessageText body={entry.body} />
      )}
      {isTimed || seenByVisitor !== null ? (
        <p className="thread__foot">
          {isTimed ? <TimeOfDay at={entry.at} /> : null}
          {seenByVisitor === null ? null : <ReceiptMark isSeen={seenByVisitor >= entry.seq} />}
        </p>
      ) : null}
    </div>
  );
};
