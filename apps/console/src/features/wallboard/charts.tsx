import { useMemo } from 'react';
import type { Wallboard } from '@warmline/contracts';
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

/** The same numbers as a table, newest first. */
const StepTable = ({ steps }: { readonly steps: readonly Step[] }) => (
  <div className="table__box charts__table" tabIndex={0} role="group" aria-label={said.steps}>
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{said.time}</th>
          {[said.waitingOnes, said.longestOnes, said.arrivals, said.answeredOnes, said.leftOnes].map(
            (title) => (
              <th key={title} scope="col" className="table__number">
                {title}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {[...steps].reverse().map(({ to, waiting, longest, arrivals, answered, left }) => (
          <tr key={to}>
            <th scope="row" className="table__figure">
              {timeOfDay.format(to)}
            </th>
            <td className="table__number">{waiting}</td>
            <td className="table__number">
              {longest === null ? said.nobody : said.minutes(Math.floor(longest / 60_000))}
            </td>
            <td className="table__number">{arrivals}</td>
            <td className="table__number">{answered}</td>
            <td className="table__number">{left}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** How it went in the last hours: three pictures and the table that says the same. */
export const Charts = ({ steps }: { readonly steps: readonly Step[] }) => {
  const drawings = useMemo(() => drawingsOf(steps), [steps]);
  return (
    <section className="board__part" aria-label={said.charts}>
      <h2 className="board__heading">{said.charts}</h2>
      <div className="charts">
        <div className="charts__drawn">
          {(['waiting', 'longest', 'flow'] as const).map((name) => (
            <ChartFigure key={name} title={said.chart[name]} drawing={drawings[name]} />
          ))}
        </div>
        <StepTable steps={steps} />
      </div>
    </section>
  );
};
