import { useMemo, type ReactNode } from 'react';
import type { Wallboard } from '@warmline/contracts';
import { Card, Table, type TableColumn } from '@warmline/ui';
import { locale } from '../../shared/i18n/locale';
import { ChartFigure } from './chart';
import { wallboardWords } from './wallboard-words';

type Step = Wallboard['steps'][number];

const said = wallboardWords;
const timeOfDay = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });

const drawingsOf = (steps: readonly Step[]) => {
  const times = steps.map(({ to }) => to);
  const inMinutes = (longest: number | null): number => (longest === null ? 0 : longest / 60_000);
  return {
    waiting: {
      times,
      series: [{ label: said.waitingOnes, stroke: 'plain', values: steps.map(({ waiting }) => waiting) }],
    },
    longest: {
      times,
      series: [
        { label: said.longestOnes, stroke: 'plain', values: steps.map(({ longest }) => inMinutes(longest)) },
      ],
    },
    flow: {
      times,
      series: [
        { label: said.arrivals, stroke: 'plain', values: steps.map(({ arrivals }) => arrivals) },
        { label: said.answeredOnes, stroke: 'dashed', values: steps.map(({ answered }) => answered) },
        { label: said.leftOnes, stroke: 'dotted', values: steps.map(({ left }) => left) },
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
  numberOf('waiting', said.waitingOnes, ({ waiting }) => waiting),
  numberOf('longest', said.longestOnes, ({ longest }) =>
    longest === null ? said.nobody : said.minutes(Math.floor(longest / 60_000)),
  ),
  numberOf('arrivals', said.arrivals, ({ arrivals }) => arrivals),
  numberOf('answered', said.answeredOnes, ({ answered }) => answered),
  numberOf('left', said.leftOnes, ({ left }) => left),
];

/** The same numbers as a table, newest first. */
const StepTable = ({ steps }: { readonly steps: readonly Step[] }) => (
  <Table
    className="charts__table"
    label={said.steps}
    columns={COLUMNS}
    rows={[...steps].reverse()}
    rowKey={({ to }) => to}
  />
);

/** How it went in the last hours: three pictures and the table that says the same. */
export const Charts = ({ steps }: { readonly steps: readonly Step[] }) => {
  const drawings = useMemo(() => drawingsOf(steps), [steps]);
  return (
    <Card title={said.charts}>
      <div className="charts">
        <div className="charts__drawn">
          {(['waiting', 'longest', 'flow'] as const).map((name) => (
            <ChartFigure key={name} title={said.chart[name]} drawing={drawings[name]} />
          ))}
        </div>
        <StepTable steps={steps} />
      </div>
    </Card>
  );
};
