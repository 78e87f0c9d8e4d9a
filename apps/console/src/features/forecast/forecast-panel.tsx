import type { Forecast } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { useClient, useLive } from '../../shared/live/live-provider';
import { clock, startWords } from './clock';
import { ForecastChart } from './forecast-chart';
import { forecastWords } from './forecast-words';
import './forecast.css';

/** Waits (min) that fill the bar: beyond it, longer is only said. */
const BAR_FULL = 60;
/** The estimator's longest (min). */
const LONGEST = 240;

const peopleTold = (count: number): string => count.toFixed(count < 10 ? 1 : 0);

const waitTold = (minutes: number): string =>
  minutes >= LONGEST ? forecastWords.long : forecastWords.minutes(minutes);

const Bar = ({ minutes, target }: { readonly minutes: number; readonly target: number }) => (
  <svg className="forecast-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect className="forecast-bar__ground" width="100" height="8" rx="2" />
    <rect
      className={minutes > target ? 'forecast-bar__wait forecast-bar__wait--over' : 'forecast-bar__wait'}
      width={(Math.min(minutes, BAR_FULL) / BAR_FULL) * 100}
      height="8"
      rx="2"
    />
    <line
      className="forecast-bar__target"
      x1={(target / BAR_FULL) * 100}
      x2={(target / BAR_FULL) * 100}
      y1="0"
      y2="8"
    />
  </svg>
);

const Wait = ({ minutes, target }: { readonly minutes: number; readonly target: number }) => (
  <span className="forecast__wait">
    <span className="forecast__told">{waitTold(minutes)}</span>
    <Bar minutes={minutes} target={target} />
  </span>
);

const HoursTable = ({ forecast }: { readonly forecast: Forecast }) => {
  const { hours, target, additions } = forecast;
  const hasMore = additions.length > 0;
  return (
    <div className="table__box" tabIndex={0} role="group" aria-label={forecastWords.title}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{forecastWords.hour}</th>
            <th scope="col" className="table__number">
              {forecastWords.arrivals}
            </th>
            <th scope="col" className="table__number">
              {forecastWords.planned}
            </th>
            <th scope="col" className="table__number">
              {forecastWords.answerable}
            </th>
            <th scope="col">{forecastWords.wait}</th>
            {hasMore ? <th scope="col">{forecastWords.withMore}</th> : null}
          </tr>
        </thead>
        <tbody>
          {hours.map(({ from, until, arrivals, planned, answerable, wait, waitWithMore }, place) => (
            <tr key={from}>
              <th scope="row" className="table__figure">
                {forecastWords.span(startWords(from, place === 0), clock(until))}
              </th>
              <td className="table__number">{peopleTold(arrivals)}</td>
              <td className="table__number">{planned}</td>
              <td className="table__number">{peopleTold(answerable)}</td>
              <td>
                <Wait minutes={wait} target={target} />
              </td>
              {hasMore ? (
                <td>
                  <Wait minutes={waitWithMore} target={target} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const blocksTold = ({ additions }: Forecast): string =>
  additions
    .map(({ responders, from, until }) => forecastWords.block(responders, clock(from), clock(until)))
    .join(', ');

const Made = ({ forecast }: { readonly forecast: Forecast }) => (
  <>
    {forecast.additions.length === 0 ? (
      <Banner icon="check">{forecastWords.enough}</Banner>
    ) : (
      <Banner tone="notice" icon="person">
        <strong>{forecastWords.needs(blocksTold(forecast))}</strong>
        {forecast.isReached ? null : <p>{forecastWords.notReached(forecast.target)}</p>}
      </Banner>
    )}
    <div className="forecast__hours">
      <ForecastChart forecast={forecast} />
      <HoursTable forecast={forecast} />
    </div>
    <p className="table__soft">
      {forecastWords.madeAt(clock(forecast.now))}{' '}
      {forecast.basis === 'latest_hours' ? forecastWords.latestHours : null}
    </p>
  </>
);

/** What the next hours will be like and who would have to be on besides, when a supervisor asks. */
export const ForecastPanel = () => {
  const client = useClient();
  const forecast = useLive((live) => live.forecast);
  const isOnline = useLive((live) => live.connection.name === 'online');
  const isUnderWay = forecast?.state === 'under_way';
  const made = forecast?.made ?? null;
  return (
    <section className="board__part" aria-label={forecastWords.title}>
      <div className="forecast__head">
        <div>
          <h2 className="board__heading">{forecastWords.title}</h2>
          <p className="table__soft">{forecastWords.lead}</p>
        </div>
        <Button isBusy={isUnderWay} isDisabled={!isOnline} onPress={() => void client.forecast.make()}>
          {made === null ? forecastWords.make : forecastWords.again}
        </Button>
      </div>
      {isUnderWay ? (
        <div className="forecast__progress" role="status">
          <progress value={forecast.share} max={1} aria-label={forecastWords.title} />
          <span>
            {isOnline ? forecastWords.making(Math.round(forecast.share * 100)) : forecastWords.lineLost}
          </span>
        </div>
      ) : null}
      {forecast?.state === 'failed' ? <Banner tone="grave">{forecastWords.failed}</Banner> : null}
      {made === null ? null : <Made forecast={made} />}
    </section>
  );
};
