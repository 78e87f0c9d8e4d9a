import { useEffect, useState, type ReactNode } from 'react';
import type { Wallboard } from '@warmline/contracts';
import { Banner, Button, Fold, Waiting } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { locale } from '../../shared/i18n/locale';
import { useLine, useLive } from '../../shared/live/live-provider';
import { useNow } from '../../shared/page/use-now';
import { Charts } from './charts';
import { FigureCards, FigureTable } from './figure-cards';
import { figuresOf, moreFiguresOf } from './figures';
import { wallboardWords } from './wallboard-words';
import './wallboard.css';

const said = wallboardWords;
const timeOfDay = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });

/** The figures as they are now; null while they are asked for or could not be read. */
export const useWallboard = (): Wallboard | null => {
  const line = useLine();
  useEffect(() => {
    void line.wallboard.open();
  }, [line]);
  return useLive((live) => live.wallboard);
};

/** What stands in the place of figures that are not there. */
const NoFigures = () => {
  const line = useLine();
  const hasFailed = useLive((live) => live.wallboardFailed);
  if (!hasFailed) return <Waiting label={said.loading} lines={4} />;
  return (
    <Banner
      tone="notice"
      icon="warn"
      actions={
        <Button size="small" onPress={() => void line.wallboard.open()}>
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
  const wallboard = useWallboard();
  const isOnline = useLive((live) => live.connection.name === 'online');
  const now = useNow(5_000);
  const [isTableOpen, setTableOpen] = useState(false);
  if (wallboard === null) return <NoFigures />;
  const figures = figuresOf(wallboard, now);
  return (
    <>
      <section className={isBig ? 'wallboard wallboard--big' : 'wallboard'} aria-label={said.title}>
        <div className="wallboard__top">
          <h2 className="board__heading">{said.title}</h2>
          <p className="wallboard__since">
            {said.since(timeOfDay.format(wallboard.from))}
            {isOnline ? null : ` ${said.asOf(timeOfDay.format(wallboard.now))}`}
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
