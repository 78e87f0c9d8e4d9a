import { useState, type ReactNode } from 'react';
import { Banner, Card, Waiting } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useClient, useView } from '../../shared/live/live-provider';
import { useNow } from '../../shared/page/use-now';
import { ConversationsTable } from './conversations-table';
import { liveViewWords } from './live-view-words';
import './live-view.css';
import { PeopleTable } from './people-table';
import { AskToRead } from './reading-pane';
import { WaitingTable, type TableProps, type ToRead } from './waiting-table';

export interface LiveViewPanelProps extends Pick<TableProps, 'onAct'> {
  /** How it goes as a whole, above everyone by name. */
  readonly summary: ReactNode;
  /** Who calls for help, above everything else. */
  readonly calls: (onRead: (what: ToRead) => void) => ReactNode;
  /** Nobody is named: for a screen that everyone in the room sees. */
  readonly isSummaryOnly: boolean;
}

/** Everything that happens right now: who waits, what runs, who is on. */
export const LiveViewPanel = ({ summary, calls, isSummaryOnly, onAct }: LiveViewPanelProps) => {
  const client = useClient();
  const { view: board, state } = useView('liveView');
  const now = useNow(5_000);
  const [toRead, setToRead] = useState<ToRead | null>(null);
  const openToRead = (conversationId: string): void => {
    setToRead(null);
    void client.observing.observe(conversationId);
  };
  if (board === null) return <Waiting label={liveViewWords.loading} lines={8} />;
  return (
    <div className="board">
      <h1 className="board__title">{liveViewWords.title}</h1>
      {state === 'stale' ? <Banner tone="notice">{commonWords.stale}</Banner> : null}
      {board.unreadable > 0 ? (
        <Banner tone="grave">{liveViewWords.unreadable(board.unreadable)}</Banner>
      ) : null}
      {isSummaryOnly ? null : calls(setToRead)}
      {summary}
      {isSummaryOnly ? null : (
        <>
          <Card title={commonWords.waiting}>
            <WaitingTable board={board} now={now} onRead={setToRead} onAct={onAct} />
          </Card>
          <Card title={liveViewWords.running}>
            <ConversationsTable board={board} now={now} onRead={setToRead} onAct={onAct} />
          </Card>
          <Card title={liveViewWords.people}>
            <PeopleTable board={board} />
          </Card>
        </>
      )}
      <AskToRead what={toRead} onClose={() => setToRead(null)} onOpen={openToRead} />
    </div>
  );
};
