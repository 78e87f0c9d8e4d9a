import type { Forecast } from '@warmline/contracts';
import { hourWords } from './clock';
import { forecastWords } from './forecast-words';

type Hour = Forecast['hours'][number];

const said = forecastWords;

/** Heights are shares of the largest number in the picture, so that bars and lines can be compared. */
const topOf = (hours: readonly Hour[]): number =>
  Math.max(1, ...hours.flatMap((hour) => [hour.arrivals, hour.answerable, hour.answerableWithMore]));

const share = (count: number, top: number): string => `${Math.round((count / top) * 1_000) / 10}%`;

interface ColumnProps {
  readonly hour: Hour;
  readonly top: number;
  readonly hasMore: boolean;
  readonly isFirst: boolean;
}

const Column = ({ hour, top, hasMore, isFirst }: ColumnProps) => {
  const { from, arrivals, answerable, answerableWithMore } = hour;
  return (
    <div className="forecast-chart__hour">
      <div className="forecast-chart__ground">
        <div className="forecast-chart__bar" style={{ blockSize: share(arrivals, top) }} />
        <div className="forecast-chart__line" style={{ insetBlockEnd: share(answerable, top) }} />
        {hasMore ? (
          <div
            className="forecast-chart__line forecast-chart__line--more"
            style={{ insetBlockEnd: share(answerableWithMore, top) }}
          />
        ) : null}
      </div>
      <span className="forecast-chart__time">{hourWords(from, isFirst)}</span>
    </div>
  );
};

/** Who is expected against who can be answered, hour by hour. The table beside it says the same in numbers. */
export const ForecastChart = ({ forecast }: { readonly forecast: Forecast }) => {
  const { hours, additions } = forecast;
  const top = topOf(hours);
  const hasMore = additions.length > 0;
  return (
    <figure className="forecast-chart" aria-hidden="true">
      <figcaption className="forecast-chart__keys">
        <span className="forecast-chart__key forecast-chart__key--bar">{said.expectedKey}</span>
        <span className="forecast-chart__key forecast-chart__key--line">{said.answerableKey}</span>
        {hasMore ? (
          <span className="forecast-chart__key forecast-chart__key--more">{said.withMoreKey}</span>
        ) : null}
      </figcaption>
      <div className="forecast-chart__hours">
        <span className="forecast-chart__top">{said.people(Math.round(top))}</span>
        {hours.map((hour, place) => (
          <Column key={hour.from} hour={hour} top={top} hasMore={hasMore} isFirst={place === 0} />
        ))}
      </div>
    </figure>
  );
};
