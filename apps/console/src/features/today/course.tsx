import { useMemo, type ReactNode } from 'react';
import type { Report } from '@warmline/contracts';
import { Card, Table, type TableColumn } from '@warmline/ui';
import { ChartFigure } from '../../shared/chart/chart';
import { countWords } from '../../shared/figures/figure';
import { figureWords } from '../../shared/figures/figure-words';
import { locale } from '../../shared/i18n/locale';
import { inMinutes, spanValue } from './report-figures';
import { todayWords } from './today-words';

type Step = Report['steps'][number];

const said = todayWords;

/** A step in words, by the service's clock. */
export const stepWords = ({ step, timeZone }: Report): ((one: Step) => string) => {
  const format = new Intl.DateTimeFormat(locale.formats, {
    timeZone,
    ...(step === 'hour'
      ? { hour: '2-digit', minute: '2-digit' }
      : { weekday: 'short', day: 'numeric', month: 'short' }),
  });
  return ({ from }) => format.format(from);
};

export const occupancyValue = (occupancy: number | null): string =>
  occupancy === null ? figureWords.nobody : figureWords.percent(occupancy);

const drawingsOf = ({ steps, step, timeZone }: Report) => {
  const frame = {
    times: steps.map(({ from }) => from),
    marks: step === 'hour' ? 'times' : 'days',
    timeZone,
  } as const;
  return {
    flow: {
      ...frame,
      series: [
        { label: said.arrivals, stroke: 'plain', values: steps.map(({ arrivals }) => arrivals) },
        { label: said.answered, stroke: 'dashed', values: steps.map(({ answered }) => answered) },
        { label: said.left, stroke: 'dotted', values: steps.map(({ left }) => left) },
      ],
    },
    wait: {
      ...frame,
      series: [{ label: said.wait, stroke: 'plain', values: steps.map(({ p90 }) => inMinutes(p90)) }],
    },
    occupancy: {
      ...frame,
      series: [
        {
          label: said.occupancy,
          stroke: 'plain',
          values: steps.map(({ occupancy }) => (occupancy === null ? null : occupancy * 100)),
        },
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

/** How the range went: three pictures, and the table that says the same. */
export const Course = ({ report }: { readonly report: Report }) => {
  const drawings = useMemo(() => drawingsOf(report), [report]);
  const columns = useMemo<readonly TableColumn<Step>[]>(() => {
    const words = stepWords(report);
    return [
      { key: 'step', title: said.step[report.step], kind: 'figure', cell: (one) => words(one) },
      numberOf('arrivals', said.arrivals, ({ arrivals }) => countWords(arrivals)),
      numberOf('answered', said.answered, ({ answered }) => countWords(answered)),
      numberOf('left', said.left, ({ left }) => countWords(left)),
      numberOf('wait', said.wait, ({ p90 }) => spanValue(p90)),
      numberOf('occupancy', said.occupancy, ({ occupancy }) => occupancyValue(occupancy)),
    ];
  }, [report]);
  const counts = report.steps.flatMap(({ arrivals, answered, left }) => [arrivals, answered, left]);
  const hasCounts = counts.some((count) => count !== null && count > 0);
  const hasTimes = report.steps.some(({ p90 }) => p90 !== null);
  return (
    <Card title={said.course[report.step]}>
      <div className="charts">
        <div className="charts__drawn">
          {hasCounts ? (
            <>
              <ChartFigure title={said.chart.flow} drawing={drawings.flow} />
              {counts.includes(null) ? <p className="today__soft">{said.someTooFew}</p> : null}
            </>
          ) : (
            <p className="today__undrawn">{counts.includes(null) ? said.tooFewPeople : said.nothing}</p>
          )}
          {hasTimes ? (
            <ChartFigure title={said.chart.wait} drawing={drawings.wait} />
          ) : (
            <p className="today__undrawn">{said.tooFewToDraw}</p>
          )}
          <ChartFigure title={said.chart.occupancy} drawing={drawings.occupancy} />
        </div>
        <Table
          className="charts__table"
          label={said.courseTable[report.step]}
          columns={columns}
          rows={[...report.steps].reverse()}
          rowKey={({ from }) => from}
        />
      </div>
    </Card>
  );
};
