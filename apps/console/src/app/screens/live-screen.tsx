import type { ReactNode } from 'react';
import type { LiveView } from '@warmline/contracts';
import { Banner, Waiting } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useView } from '../../shared/live/live-provider';
import './live-screen.css';

export interface LiveScreenProps {
  readonly title: string;
  readonly loading: string;
  readonly children: (view: LiveView) => ReactNode;
}

/** One part of the supervisor's live view on a screen of its own, and whether it is kept up to date. */
export const LiveScreen = ({ title, loading, children }: LiveScreenProps) => {
  const { view, state } = useView('liveView');
  return (
    <div className="now">
      <div className="now__board">
        {view === null ? (
          <Waiting label={loading} lines={6} />
        ) : (
          <div className="board">
            <h1 className="board__title">{title}</h1>
            {state === 'stale' ? <Banner tone="notice">{commonWords.stale}</Banner> : null}
            {children(view)}
          </div>
        )}
      </div>
    </div>
  );
};
