import type { Forecast } from '@warmline/contracts';
import { Banner, Button, Card, Table, type TableColumn } from '@warmline/ui';
import { useClient, useLive } from '../../shared/live/live-provider';
import { clock, startWords } from './clock';
import { ForecastChart } from './forecast-chart';
import { forecastWords } from './forecast-words';
import './forecast.css';

/** Waits (min) that fill the bar: beyond it, longer is only said. */
const BAR_FULL = 60;
const HOUR = 3_600_000;
/** The estimator's longest (min). */
const LONGEST = 240;

const peopleTold = (count: number): number => Math.round(count);

/** As people say it: a simulation knows no single minutes. */
const waitTold = (minutes: number, target: number): string => {
  if (minutes <= target) return forecastWords.under(target);
  if (minutes <= 30) return forecastWords.halfHour;
  return minutes >= LONGEST ? forecastWords.long : forecastWords.upTo(Math.ceil(minutes / 60));
};

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
    <span className="forecast__told">{waitTold(minutes, target)}</span>
    <Bar minutes={minutes} target={target} />
  </span>
);

type Hour = Forecast['hours'][number];

const columnsOf = ({ target, additions }: Forecast): readonly TableColumn<Hour>[] => [
  {
    key: 'hour',
    title: forecastWords.hour,
    kind: 'figure',
    cell: ({ from, until }, index) => forecastWords.span(startWords(from, index === 0), clock(until)),
  },
  {
    key: 'arrivals',
    title: forecastWords.arrivals,
    kind: 'number',
    cell: ({ arrivals }) => peopleTold(arrivals),
  },
  { key: 'planned', title: forecastWords.planned, kind: 'number', cell: ({ planned }) => planned },
  {
    key: 'answerable',
    title: forecastWords.answerable,
    kind: 'number',
    cell: ({ answerable }) => peopleTold(answerable),
  },
  { key: 'wait', title: forecastWords.wait, cell: ({ wait }) => <Wait minutes={wait} target={target} /> },
  ...(additions.length === 0
    ? []
    : [
        {
          key: 'more',
          title: forecastWords.withMore,
          cell: ({ waitWithMore }: Hour) => <Wait minutes={waitWithMore} target={target} />,
        },
      ]),
];

const HoursTable = ({ forecast }: { readonly forecast: Forecast }) => (
  <Table
    label={forecastWords.title}
    columns={columnsOf(forecast)}
    rows={forecast.hours}
    rowKey={({ from }) => from}
  />
);

const blocksTold = ({ additions }: Forecast): string =>
  additions
    .map(({ responders, from, until }) => forecastWords.block(responders, clock(from), clock(until)))
    .join(', ');

/** Whole hours of one person. */
const workTold = ({ additions }: Forecast): string =>
  forecastWords.work(
    additions.reduce(
      (sum, { responders, from, until }) => sum + Math.ceil((until - from) / HOUR) * responders,
      0,
    ),
  );

const Made = ({ forecast }: { readonly forecast: Forecast }) => (
  <>
    {forecast.additions.length === 0 ? (
      <Banner icon="check">{forecastWords.enough}</Banner>
    ) : (
      <Banner tone="notice" icon="person">
        <strong>{forecastWords.needs(blocksTold(forecast))}</strong> {workTold(forecast)}
        {forecast.isReached ? null : <p>{forecastWords.notReached(forecast.target)}</p>}
      </Banner>
    )}
    <div className="forecast__hours">
      <ForecastChart forecast={forecast} />
      <HoursTable forecast={forecast} />
    </div>
    <p className="ui-table__soft">
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
    <Card
      title={forecastWords.title}
      lead={forecastWords.lead}
      actions={
        <Button isBusy={isUnderWay} isDisabled={!isOnline} onPress={() => void client.forecast.make()}>
          {made === null ? forecastWords.make : forecastWords.again}
        </Button>
      }
    >
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
    </Card>
  );
};
