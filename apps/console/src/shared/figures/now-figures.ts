import type { Wall, Wallboard } from '@warmline/contracts';
import { bandWords } from '../i18n/common-words';
import {
  line,
  noSpanWords,
  spanStatus,
  spanWords,
  statusOf,
  targetOf,
  totalWords,
  type Figure,
  type FigureStatus,
  type Line,
} from './figure';
import { figureWords } from './figure-words';
import { meaningWords } from './meaning-words';
import { answeredFigure, leftFigure, levelFigure, named, promiseFigure } from './rate-figures';

const said = figureWords;
const more = meaningWords;

const waiting = ({ waiting: bands }: Wall): Figure =>
  named(
    'waiting',
    String(bands.reduce((total, band) => total + band.waiting, 0)),
    bands.map((one) => line(said.byBand(bandWords[one.band], String(one.waiting)))),
  );

const minutesSince = (since: number, now: number): string =>
  said.minutes(Math.max(0, Math.floor((now - since) / 60_000)));

/** Goes on between two readings: a wait is as long as the clock says. */
const longest = ({ waiting: bands }: Wall, now: number): Figure => {
  const all = bands.flatMap(({ longestSince }) => longestSince ?? []);
  return named(
    'longest',
    all.length === 0 ? said.nobody : minutesSince(Math.min(...all), now),
    bands.map(({ band, longestSince, most }) =>
      line(
        said.byBand(bandWords[band], longestSince === null ? said.nobody : minutesSince(longestSince, now)),
        said.atMost(said.minutes(most / 60_000)),
        longestSince === null ? 'none' : spanStatus(now - longestSince, most),
      ),
    ),
  );
};

type Load = Wallboard['occupancy']['whole'];

const percentIn = ({ used, of }: Load): string => (of === 0 ? said.nobody : said.percent(used / of));

const isAlarming = ({ used, of }: Load, alarm: number): boolean => of > 0 && used / of > alarm;

/** A quiet evening is no fault of anyone: only too much to do is marked. */
const quietly = (status: FigureStatus): FigureStatus => (status === 'below' ? 'none' : status);

const occupancy = ({ occupancy: load }: Wall): Figure => {
  const whole = { part: load.whole.used, of: load.whole.of, least: load.least, most: load.most };
  return named('occupancy', percentIn(load.whole), [
    line(more.wholeTime, targetOf(whole), quietly(statusOf(whole))),
    line(more.lastHalfHour(percentIn(load.lastHalfHour))),
    ...(isAlarming(load.lastHalfHour, load.alarm) ? [line(more.overloaded, null, 'above')] : []),
  ]);
};

type Response = Wallboard['helpCalls']['response'][number];

const responseOf = ({ urgent, n, p90, most }: Response): Line => {
  const kind = urgent ? said.urgent : said.normal;
  const target = said.atMost(spanWords(most));
  if (p90 === null) return line(said.byBand(kind, noSpanWords(n)), target);
  return line(said.byBand(kind, said.nineInTen(spanWords(p90))), target, spanStatus(p90, most));
};

const help = ({ helpCalls: { open, longestSince, response } }: Wall, now: number): Figure =>
  named('help', totalWords(response.map(({ n }) => n)), [
    ...response.map(responseOf),
    ...(longestSince === null
      ? []
      : [line(more.helpOpen(open, minutesSince(longestSince, now)), null, 'above')]),
  ]);

const helpNow = ({ helpCalls: { open, longestSince } }: Wallboard, now: number): Figure =>
  named(
    'helpNow',
    String(open),
    longestSince === null ? [] : [line(more.helpOpen(open, minutesSince(longestSince, now)), null, 'above')],
  );

/** A quiet half hour is no fault of anyone: only too much to do is marked. */
const loadNow = ({ occupancy: { lastHalfHour: load, most, alarm } }: Wallboard): Figure =>
  named('loadNow', percentIn(load), [
    line(
      more.inHalfHour,
      said.atMost(said.percent(most)),
      load.of === 0 ? 'none' : load.used / load.of > most ? 'above' : 'fine',
    ),
    ...(isAlarming(load, alarm) ? [line(more.overloaded, null, 'above')] : []),
  ]);

/** What is going on now, at the moment `now` (ms by the server's clock). */
export const presentFiguresOf = (wallboard: Wallboard, now: number): readonly Figure[] => [
  waiting(wallboard),
  longest(wallboard, now),
  loadNow(wallboard),
  helpNow(wallboard, now),
];

/** The eight figures of a screen on a wall. */
export const wallFiguresOf = (wallboard: Wall, now: number): readonly Figure[] => [
  waiting(wallboard),
  longest(wallboard, now),
  answeredFigure(wallboard),
  levelFigure(wallboard),
  leftFigure(wallboard),
  promiseFigure(wallboard),
  occupancy(wallboard),
  help(wallboard, now),
];
