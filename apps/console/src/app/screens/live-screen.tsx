import { useEffect, type ReactNode } from 'react';
import type { Board } from '@warmline/contracts';
import { Banner, Waiting } from '@warmline/ui';
import { liveViewWords } from '../../features/live-view/live-view-words';
import { useLine, useLive } from '../../shared/live/live-provider';
import { Veil } from '../../shared/page/veil';
import './live-screen.css';

export interface BoardScreenProps {
  readonly title: string;
  readonly lead: string;
  readonly loading: string;
  readonly children: (board: Board) => ReactNode;
}

/** A supervisor's view of the live board: its title, whether it stands still, and one part of it. */
export const BoardScreen = ({ title, lead, loading, children }: BoardScreenProps) => {
  const line = useLine();
  const board = useLive((live) => live.board);
  const isOnline = useLive((live) => live.connection.name === 'online');
  useEffect(() => {
    void line.board.open();
  }, [line]);
  return (
    <Veil>
      <div className="now">
        <div className="now__board">
          {board === null ? (
            <Waiting label={loading} lines={6} />
          ) : (
            <div className="board">
              <h1 className="board__title">{title}</h1>
              {isOnline ? null : <Banner tone="notice">{liveViewWords.lineLost}</Banner>}
              <section className="board__part" aria-label={title}>
                <p className="board__lead">{lead}</p>
                {children(board)}
              </section>
            </div>
          )}
        </div>
      </div>
    </Veil>
  );
};
