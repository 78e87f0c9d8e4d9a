import { useState, type ReactNode } from 'react';
import { Banner, Button, Fold, Waiting } from '@warmline/ui';
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

/** Shown while there are no figures. */
const NoFigures = ({
  hasFailed,
  onReload,
}: {
  readonly hasFailed: boolean;
  readonly onReload: () => void;
}) => {
  if (!hasFailed) return <Waiting label={said.loading} lines={4} />;
  return (
    <Banner
      tone="notice"
      icon="warn"
      actions={
        <Button size="small" onPress={onReload}>
          {commonWords.tryAgain}
        </Button>
      }
    >
      {said.failed}
    </Banner>
  );
};

export interface WallboardPanelProps {
  /** Only what nobody is named in, larger. */
  readonly isBig: boolean;
  readonly actions: ReactNode;
}

/** How it goes: at most eight figures, and the last hours as pictures and as a table. */
export const WallboardPanel = ({ isBig, actions }: WallboardPanelProps) => {
  const { view: wallboard, state, reload } = useView('wallboard');
  const now = useNow(5_000);
  const [isTableOpen, setTableOpen] = useState(false);
  if (wallboard === null) return <NoFigures hasFailed={state === 'failed'} onReload={reload} />;
  const figures = figuresOf(wallboard, now);
  return (
    <>
      <section className={isBig ? 'wallboard wallboard--big' : 'wallboard'} aria-label={said.title}>
        <div className="wallboard__top">
          <h2 className="board__heading">{said.title}</h2>
          <p className="wallboard__since">
            {said.since(timeOfDay.format(wallboard.from))}
            {state === 'live' ? null : ` ${said.asOf(timeOfDay.format(wallboard.now))}`}
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
