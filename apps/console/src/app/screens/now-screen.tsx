import { useEffect } from 'react';
import { LiveBoard } from '../../features/board/live-board';
import { ReadingPane } from '../../features/board/reading-pane';
import { Veil } from '../frame/veil';
import { useLine, useLive } from '../live/live-provider';

/** The supervisor's live view, with one conversation beside it while they read along. */
export const NowScreen = () => {
  const line = useLine();
  const reading = useLive((live) => live.reading);
  // Leaving the view is leaving the conversation: nobody reads along from another page.
  useEffect(() => () => line.board.unobserve(), [line]);
  return (
    <Veil>
      <div className={reading === null ? 'now' : 'now now--reading'}>
        <div className="now__board">
          <LiveBoard />
        </div>
        {reading === null ? null : <ReadingPane reading={reading} />}
      </div>
    </Veil>
  );
};
