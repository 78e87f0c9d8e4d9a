import { useState } from 'react';
import { joinThread, type ThreadItem } from '@warmline/client';
import type { Entry } from '@warmline/contracts';
import { Button, Waiting } from '@warmline/ui';
import type { Thread as LiveThread } from '../live/live-store';
import { useIsHidden } from '../page/privacy';
import { Shade } from '../page/shade';
import { Announcer } from './announcer';
import { EntryLine } from './entry-line';
import { inGroups, lastOwn } from './grouping';
import { OutgoingLine } from './outgoing-line';
import { useStickToEnd } from './stick-to-end';
import { threadWords } from './thread-words';
import { DayLine, isNewDay, TimeOfDay } from './time-of-day';
import './thread.css';

const PAGE = 100;

/** A colleague's, who writes on this side too: their name tells them apart. */
const isOthers = (entry: Entry, ownName: string | null): boolean =>
  entry.kind === 'message' && entry.from === 'responder' && entry.name !== ownName;

export interface ThreadProps {
  readonly thread: LiveThread;
  readonly visitorName: string;
  /** The newest number the visitor has had on screen; null where that is nobody's business here. */
  readonly seenByVisitor: number | null;
  /** Under which name the reader writes, or wrote, here; null for one who only reads. */
  readonly ownName: string | null;
  /** Who else writes here, told while they do; left out where nobody needs to know. */
  readonly writer?: string;
  readonly onShown?: (seq: number) => void;
  readonly onRetry?: (messageId: string) => void;
  readonly onDiscard?: (messageId: string) => void;
}

const keyOf = (item: ThreadItem): string => (item.kind === 'entry' ? item.entry.id : item.message.id);

const atOf = (item: ThreadItem | undefined): number | null => (item?.kind === 'entry' ? item.entry.at : null);

const typingWords = (
  { visitor, responder }: LiveThread['typing'],
  visitorName: string,
  writer: string | undefined,
): string => {
  if (visitor) return threadWords.typing(visitorName);
  return responder && writer !== undefined ? threadWords.typing(writer) : '\u00a0';
};

/** One conversation, oldest first. Nothing in it takes the focus; the newest message is spoken apart. */
export const Thread = (props: ThreadProps) => {
  const { thread, visitorName, seenByVisitor, ownName, writer, onShown, onRetry, onDiscard } = props;
  const { timeline, outgoing, typing } = thread;
  const [pages, setPages] = useState(1);
  const [isTimed, setTimed] = useState(false);
  const isHidden = useIsHidden();
  const items = joinThread(timeline.entries, outgoing);
  const shown = items.slice(-pages * PAGE);
  const newestOwn = lastOwn(items);
  const earlier = items.length - shown.length;
  const isLoading = timeline.entries.length === 0 && timeline.head > 0;
  const box = useStickToEnd({ count: items.length, newest: timeline.entries.length, onShown, isHidden });
  const names = { visitor: visitorName, own: ownName };

  return (
    <Shade>
      <section className="thread" aria-label={threadWords.label(visitorName)} ref={box} tabIndex={0}>
        <div className="thread__tools">
          {earlier > 0 ? (
            <Button kind="quiet" size="small" onPress={() => setPages(pages + 1)}>
              {threadWords.earlier(earlier)}
            </Button>
          ) : null}
          <Button
            kind="quiet"
            size="small"
            icon="clock"
            aria-pressed={isTimed}
            onPress={() => setTimed(!isTimed)}
          >
            {threadWords.times}
          </Button>
        </div>
        {isLoading ? <Waiting label={threadWords.loading} lines={5} /> : null}
        {items.length === 0 && !isLoading ? <p className="thread__empty">{threadWords.empty}</p> : null}
        <ol className="thread__list">
          {inGroups(shown).map(({ item, isFirst, time }, index) => (
            <li key={keyOf(item)} className={isFirst ? 'thread__item thread__item--first' : 'thread__item'}>
              {isNewDay(atOf(shown[index - 1]), atOf(item)) ? <DayLine at={atOf(item)} /> : null}
              {time === null || isTimed ? null : (
                <p className="thread__event">
                  <TimeOfDay at={time} />
                </p>
              )}
              {item.kind === 'entry' ? (
                <EntryLine
                  entry={item.entry}
                  names={names}
                  isTimed={isTimed}
                  isNamed={time !== null || (isFirst && isOthers(item.entry, ownName))}
                  seenByVisitor={item.entry.id === newestOwn ? seenByVisitor : null}
                />
              ) : (
                <OutgoingLine message={item.message} onRetry={onRetry} onDiscard={onDiscard} />
              )}
            </li>
          ))}
        </ol>
        <p className="thread__typing" aria-hidden="true">
          {typingWords(typing, visitorName, writer)}
        </p>
        <Announcer
          entries={timeline.entries}
          isTyping={typing.visitor}
          visitorName={visitorName}
          ownName={ownName}
        />
      </section>
    </Shade>
  );
};
