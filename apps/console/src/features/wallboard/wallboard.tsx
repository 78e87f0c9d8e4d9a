import { useState, type ReactNode } from 'react';
import type { Wallboard } from '@warmline/contracts';
import { Banner, Fold, PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { locale } from '../../shared/i18n/locale';
import { useView } from '../../shared/live/live-provider';
import { useNow } from '../../shared/page/use-now';
import { Charts } from './charts';
import { FigureCards, FigureTable } from './figure-cards';
import { figuresOf, moreFiguresOf } from './figures';
import { wallboardWords } from './wallboard-words';
import './wallboard.css';

const said = wallboardWords;
const timeOfDay = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });

export interface WallboardPanelProps {
  /** Only figures without names, larger. */
  readonly isBig: boolean;
  readonly actions: ReactNode;
}

type ShownProps = WallboardPanelProps & { readonly wallboard: Wallboard; readonly isLive: boolean };

const Figures = ({ isBig, actions, wallboard, isLive }: ShownProps) => {
  const now = useNow(5_000);
  const [isTableOpen, setTableOpen] = useState(false);
  const figures = figuresOf(wallboard, now);
  return (
    <>
      <section className={isBig ? 'wallboard wallboard--big' : 'wallboard'} aria-label={said.title}>
        <div className="wallboard__top">
          <h2 className="wallboard__title">{said.title}</h2>
          <p className="wallboard__since">
            {said.since(timeOfDay.format(wallboard.from))}
            {isLive ? null : ` ${said.asOf(timeOfDay.format(wallboard.now))}`}
          </p>
          {actions}
        </div>
        {wallboard.isPartial ? <Banner tone="notice">{said.isPartial}</Banner> : null}
        <FigureCards figures={figures} />
        {isBig ? null : (
          <Fold title={said.table} isOpen={isTableOpen} onChange={setTableOpen}>
            <FigureTable figures={[...figures, ...moreFiguresOf(wallboard)]} />
          </Fold>
        )}
      </section>
      <Charts steps={wallboard.steps} />
    </>
  );
};

/** Today so far: at most eight figures, and the last hours as pictures and as a table. */
export const WallboardPanel = (props: WallboardPanelProps) => {
  const { view, state, reload } = useView('wallboard');
  return (
    <PanelState
      content={view}
      loading={said.loading}
      lines={4}
      hasFailed={state === 'failed'}
      failed={said.failed}
      tryAgain={commonWords.tryAgain}
      onTryAgain={reload}
    >
      {(wallboard) => <Figures {...props} wallboard={wallboard} isLive={state === 'live'} />}
    </PanelState>
  );
};
