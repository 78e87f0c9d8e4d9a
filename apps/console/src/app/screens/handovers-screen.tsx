import { useEffect } from 'react';
import { Banner, Waiting } from '@warmline/ui';
import { handoverViewWords } from '../../features/handover/handover-words';
import { HandoversTable } from '../../features/handover/handovers-table';
import { liveViewWords } from '../../features/live-view/live-view-words';
import { useLine, useLive } from '../../shared/live/live-provider';
import { useNow } from '../../shared/page/use-now';
import { Veil } from '../../shared/page/veil';
import './live-screen.css';

/** The supervisor's view of everything that changes hands. */
export const HandoversScreen = () => {
  const line = useLine();
  const board = useLive((live) => live.board);
  const isOnline = useLive((live) => live.connection.name === 'online');
  const now = useNow(5_000);
  useEffect(() => {
    void line.board.open();
  }, [line]);
  return (
    <Veil>
      <div className="now">
        <div className="now__board">
          {board === null ? (
            <Waiting label={handoverViewWords.loading} lines={6} />
          ) : (
            <div className="board">
              <h1 className="board__title">{handoverViewWords.title}</h1>
              {isOnline ? null : <Banner tone="notice">{liveViewWords.lineLost}</Banner>}
              <section className="board__part" aria-label={handoverViewWords.open}>
                <h2 className="board__heading">{handoverViewWords.open}</h2>
                <HandoversTable board={board} now={now} />
              </section>
            </div>
          )}
        </div>
      </div>
    </Veil>
  );
};
