import { useRef, useState, type ReactNode } from 'react';
import { Banner, Waiting } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useClient, useView } from '../../shared/live/live-provider';
import { useNow } from '../../shared/page/use-now';
import { useShortcuts } from '../../shared/shortcuts/use-shortcuts';
import type { LaneProps, ToRead } from './lane';
import { liveViewWords } from './live-view-words';
import './live-view.css';
import { NeedsLane, type NeedsLaneProps } from './needs-lane';
import { PeopleLane } from './people-lane';
import { AskToRead } from './reading-pane';
import { StateLine } from './state-line';
import { TalkingLane } from './talking-lane';
import { WaitingLane } from './waiting-lane';

export interface LiveViewPanelProps
  extends
    Pick<LaneProps, 'onAct'>,
    Pick<NeedsLaneProps, 'onAgree' | 'onWriteUp' | 'onComplaint' | 'onHolds' | 'holds'> {
  /** Whether the service is open, and a way to change it. */
  readonly opening: ReactNode;
}

/** Moves the focus to the first button of the next or previous row, through all lanes. */
const useRowKeys = () => {
  const lanes = useRef<HTMLDivElement>(null);
  const move = (by: 1 | -1): void => {
    const rows = [...(lanes.current?.querySelectorAll('.lane__row') ?? [])].flatMap(
      (row) => row.querySelector('button') ?? [],
    );
    const at = rows.findIndex((button) => button.closest('.lane__row')?.contains(document.activeElement));
    rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : (at + by + rows.length) % rows.length]?.focus();
  };
  useShortcuts({ next: () => move(1), previous: () => move(-1) });
  return lanes;
};

/** Everything that happens right now, on one screen: who needs a supervisor, who waits, what runs, who is on. */
export const LiveViewPanel = ({ opening, onAct, ...needs }: LiveViewPanelProps) => {
  const client = useClient();
  const { view: board, state } = useView('liveView');
  const now = useNow(5_000);
  const lanes = useRowKeys();
  const [toRead, setToRead] = useState<ToRead | null>(null);
  const openToRead = (conversationId: string): void => {
    setToRead(null);
    void client.observing.observe(conversationId);
  };
  if (board === null) return <Waiting label={liveViewWords.loading} lines={8} />;
  const props = { board, now, onRead: setToRead, onAct };
  return (
    <div className="lanes" ref={lanes}>
      <header className="lanes__top">
        <h1 className="lanes__title">{liveViewWords.title}</h1>
        {opening}
        <StateLine board={board} now={now} />
      </header>
      {state === 'stale' ? <Banner tone="notice">{commonWords.stale}</Banner> : null}
      {board.unreadable > 0 ? (
        <Banner tone="grave">{liveViewWords.unreadable(board.unreadable)}</Banner>
      ) : null}
      <NeedsLane {...props} {...needs} />
      <WaitingLane {...props} />
      <TalkingLane {...props} />
      <PeopleLane {...props} />
      <AskToRead what={toRead} onClose={() => setToRead(null)} onOpen={openToRead} />
    </div>
  );
};
