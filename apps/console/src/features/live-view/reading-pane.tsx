import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Safety } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, Fold, Waiting } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useClient, useLive } from '../../shared/live/live-provider';
import type { Reading } from '../../shared/live/live-store';
import { VisitorMark } from '../../shared/page/visitor-name';
import { SafetyControl } from '../../shared/safety/safety-control';
import { Thread } from '../../shared/thread/thread';
import type { ToRead } from './lane';
import { liveViewWords } from './live-view-words';

export interface AskToReadProps {
  readonly what: ToRead | null;
  readonly onClose: () => void;
  readonly onOpen: (conversationId: string) => void;
}

/** Says what opening means before anything is opened. */
export const AskToRead = ({ what, onClose, onOpen }: AskToReadProps) => (
  <Dialog title={liveViewWords.askTitle} isOpen={what !== null} onClose={onClose} isLight>
    <p>
      {what?.responderName == null ? liveViewWords.askLeadWaiting : liveViewWords.askLead(what.responderName)}
    </p>
    <DialogFoot>
      <Button onPress={onClose}>{commonWords.cancel}</Button>
      <Button
        kind="main"
        autoFocus
        onPress={() => {
          if (what !== null) onOpen(what.conversationId);
        }}
      >
        {liveViewWords.askConfirm}
      </Button>
    </DialogFoot>
  </Dialog>
);

/** What the live view shows now, which changes while it is read; else what it was when it was opened. */
const useSafety = ({ conversationId, safety }: Reading): Safety | null => {
  const now = useLive(({ liveView }) =>
    [...(liveView?.waiting ?? []), ...(liveView?.conversations ?? [])].find(
      (one) => one.conversationId === conversationId,
    ),
  );
  return now?.safety ?? safety;
};

/** What is read has ended: nobody sees a reader any more. */
const useHasEnded = (conversationId: string): boolean =>
  useLive(
    (live) =>
      live.threads[conversationId]?.timeline.entries.some(
        (entry) => entry.kind === 'event' && entry.event === 'ended',
      ) ?? false,
  );

const told = (responderName: string | null): string =>
  responderName === null ? liveViewWords.readingToldWaiting : liveViewWords.readingTold(responderName);

const Body = ({ reading, name }: { readonly reading: Reading; readonly name: string }) => {
  const thread = useLive((live) => live.threads[reading.conversationId]);
  if (reading.state === 'refused') return <Banner tone="notice">{liveViewWords.readingRefused}</Banner>;
  if (reading.state === 'opening' || thread === undefined)
    return <Waiting label={liveViewWords.readingOpening} lines={5} />;
  return <Thread thread={thread} visitorName={name} seenByVisitor={null} ownName={null} />;
};

export interface ReadingPaneProps {
  readonly reading: Reading;
  /** Becoming the writer; null where there is no such way. */
  readonly onTakeOver: (() => void) | null;
  /** What was learned and done for their safety. */
  readonly recordOf: (safety: Safety) => ReactNode;
  /** What can be done beside reading. */
  readonly beside: ReactNode;
}

/** One conversation read along: live, and without any way to write. */
export const ReadingPane = ({ reading, onTakeOver, recordOf, beside }: ReadingPaneProps) => {
  const [isRecordOpen, setRecordOpen] = useState(false);
  const client = useClient();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [reading.conversationId]);
  const name = visitorCalled(reading.visitorName, reading.conversationId);
  const safety = useSafety(reading);
  const hasEnded = useHasEnded(reading.conversationId);
  return (
    <aside className="reading" aria-label={liveViewWords.reading(name)}>
      <header className="reading__header">
        <h2 className="reading__title" ref={title} tabIndex={-1}>
          {liveViewWords.reading(name)}
        </h2>
        <VisitorMark name={name} />
        <div className="reading__acts">
          {onTakeOver === null || hasEnded ? null : (
            <Button size="small" onPress={onTakeOver}>
              {commonWords.takeOver}
            </Button>
          )}
          <Button size="small" onPress={() => client.observing.unobserve()}>
            {liveViewWords.stopReading}
          </Button>
        </div>
      </header>
      {safety === null ? null : (
        <div className="reading__safety">
          <SafetyControl conversationId={reading.conversationId} safety={safety} epoch={null} canChange />
          <Fold title={liveViewWords.readingRecord} isOpen={isRecordOpen} onChange={setRecordOpen}>
            {isRecordOpen ? recordOf(safety) : null}
          </Fold>
        </div>
      )}
      {reading.state === 'open' ? (
        <Banner icon="eye" isSpoken={hasEnded}>
          {hasEnded ? liveViewWords.readingEnded : told(reading.responderName)}
        </Banner>
      ) : null}
      <Body reading={reading} name={name} />
      {beside}
    </aside>
  );
};
