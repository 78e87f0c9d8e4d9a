import { useEffect, useRef } from 'react';
import { Banner, Button, Dialog, DialogFoot, Waiting } from '@warmline/ui';
import { words } from '../../shared/i18n/words';
import { useLine, useLive } from '../../shared/live/live-provider';
import type { Reading } from '../../shared/live/live-store';
import { Thread } from '../../shared/thread/thread';
import type { ToRead } from './waiting-table';

export interface AskToReadProps {
  readonly what: ToRead | null;
  readonly onClose: () => void;
  readonly onOpen: (conversationId: string) => void;
}

/** Says what opening means before anything is opened. */
export const AskToRead = ({ what, onClose, onOpen }: AskToReadProps) => (
  <Dialog title={words.board.askTitle} isOpen={what !== null} onClose={onClose} isLight>
    <p>
      {what?.responderName == null ? words.board.askLeadWaiting : words.board.askLead(what.responderName)}
    </p>
    <DialogFoot>
      <Button onPress={onClose}>{words.frame.cancel}</Button>
      <Button
        kind="main"
        autoFocus
        onPress={() => {
          if (what !== null) onOpen(what.conversationId);
        }}
      >
        {words.board.askConfirm}
      </Button>
    </DialogFoot>
  </Dialog>
);

const told = (responderName: string | null): string =>
  responderName === null ? words.board.readingToldWaiting : words.board.readingTold(responderName);

const Body = ({ reading, name }: { readonly reading: Reading; readonly name: string }) => {
  const thread = useLive((live) => live.threads[reading.conversationId]);
  if (reading.state === 'refused') return <Banner tone="notice">{words.board.readingRefused}</Banner>;
  if (reading.state === 'opening' || thread === undefined)
    return <Waiting label={words.board.readingOpening} lines={5} />;
  return <Thread thread={thread} visitorName={name} seenByVisitor={null} ownName={null} />;
};

export interface ReadingPaneProps {
  readonly reading: Reading;
  /** Becoming the writer; null where there is no such way. */
  readonly onTakeOver: (() => void) | null;
}

/** One conversation read along: live, and without any way to write. */
export const ReadingPane = ({ reading, onTakeOver }: ReadingPaneProps) => {
  const line = useLine();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [reading.conversationId]);
  const name = reading.visitorName || words.conversation.unnamed;
  return (
    <aside className="reading" aria-label={words.board.reading(name)}>
      <header className="reading__header">
        <h2 className="reading__title" ref={title} tabIndex={-1}>
          {words.board.reading(name)}
        </h2>
        <div className="reading__acts">
          {onTakeOver === null ? null : (
            <Button size="small" onPress={onTakeOver}>
              {words.handover.board.takeOver}
            </Button>
          )}
          <Button size="small" onPress={() => line.board.unobserve()}>
            {words.board.stopReading}
          </Button>
        </div>
      </header>
      {reading.state === 'open' ? (
        <Banner icon="eye" isSpoken={false}>
          {told(reading.responderName)}
        </Banner>
      ) : null}
      <Body reading={reading} name={name} />
    </aside>
  );
};
