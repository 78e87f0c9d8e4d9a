import { useMemo, useState, type ReactNode } from 'react';
import type { Wallboard } from '@warmline/contracts';
import { Fold, PanelState, Table, type TableColumn } from '@warmline/ui';
import { ChartFigure } from '../../shared/chart/chart';
import { FigureCards } from '../../shared/figures/figure-cards';
import { figureWords } from '../../shared/figures/figure-words';
import { presentFiguresOf } from '../../shared/figures/now-figures';
import { commonWords } from '../../shared/i18n/common-words';
import { locale } from '../../shared/i18n/locale';
import { useView } from '../../shared/live/live-provider';
import { useNow } from '../../shared/page/use-now';
import { inMinutes } from './report-figures';
import { todayWords } from './today-words';

type Step = Wallboard['steps'][number];

const said = todayWords;
const timeOfDay = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });

const drawingsOf = (steps: readonly Step[]) => {
  const times = steps.map(({ to }) => to);
  return {
    waiting: {
      times,
      series: [{ label: said.waiting, stroke: 'plain', values: steps.map(({ waiting }) => waiting) }],
    },
    longest: {
      times,
      series: [
        { label: said.longest, stroke: 'plain', values: steps.map(({ longest }) => inMinutes(longest ?? 0)) },
      ],
    },
  } as const;
};

const numberOf = (key: string, title: string, cell: (step: Step) => ReactNode): TableColumn<Step> => ({
  key,
  title,
  kind: 'number',
  cell,
});

const COLUMNS: readonly TableColumn<Step>[] = [
  { key: 'time', title: said.time, kind: 'figure', cell: ({ to }) => timeOfDay.format(to) },
  numberOf('waiting', said.waiting, ({ waiting }) => waiting),
  numberOf('longest', said.longest, ({ longest }) =>
    longest === null ? figureWords.nobody : figureWords.minutes(Math.floor(longest / 60_000)),
  ),
];

/** The queue in the last hours: two pictures and the table that says the same. */
const LastHours = ({ steps }: { readonly steps: readonly Step[] }) => {
  const drawings = useMemo(() => drawingsOf(steps), [steps]);
  return (
    <div className="charts">
      <div className="charts__drawn">
        <ChartFigure title={said.chart.waiting} drawing={drawings.waiting} />
        <ChartFigure title={said.chart.longest} drawing={drawings.longest} />
      </div>
      <Table
        className="charts__table"
        label={said.lastHoursTable}
        columns={COLUMNS}
        rows={[...steps].reverse()}
        rowKey={({ to }) => to}
      />
    </div>
  );
};

const Shown = ({ wallboard, isLive }: { readonly wallboard: Wallboard; readonly isLive: boolean }) => {
  const now = useNow(5_000);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {isLive ? null : <p className="today__soft">{said.asOf(timeOfDay.format(wallboard.now))}</p>}
      <FigureCards figures={presentFiguresOf(wallboard, now)} />
      <Fold title={said.lastHours} isOpen={isOpen} onChange={setOpen}>
        <LastHours steps={wallboard.steps} />
      </Fold>
    </>
  );
};

/** What goes on at this moment, by push. */
export const Present = () => {
  const { view, state, reload } = useView('wallboard');
  return (
    <section className="today__group" aria-label={said.now}>
      <h2 className="today__heading">{said.now}</h2>
      <PanelState
        content={view}
        loading={said.nowLoading}
        lines={4}
        hasFailed={state === 'failed'}
        failed={said.nowFailed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={reload}
      >
        {(wallboard) => <Shown wallboard={wallboard} isLive={state === 'live'} />}
      </PanelState>
    </section>
  );
};
