import type { Share, Wallboard } from '@warmline/contracts';
import { bandWords } from '../../shared/i18n/common-words';
import { wallboardWords } from './wallboard-words';

export type FigureKey = keyof typeof wallboardWords.figures;
export type FigureStatus = 'fine' | 'below' | 'above' | 'none';

export interface Line {
  readonly text: string;
  readonly target: string | null;
  readonly status: FigureStatus;
}

export interface Figure {
  readonly key: FigureKey;
  /** The one big word; the lines say the rest. */
  readonly value: string;
  readonly lines: readonly Line[];
}

const said = wallboardWords;

const line = (text: string, target: string | null = null, status: FigureStatus = 'none'): Line => ({
  text,
  target,
  status,
});

/** A share of fewer than this is shown as a count: "100 %, 1 of 1" says nothing about a service. */
const FEW = 10;

const rateOf = ({ part, of }: Share): number | null => (part === null || of < FEW ? null : part / of);

const statusOf = (share: Share): FigureStatus => {
  const rate = rateOf(share);
  if (rate === null) return 'none';
  if (share.least !== null && rate < share.least) return 'below';
  if (share.most !== null && rate > share.most) return 'above';
  return share.least === null && share.most === null ? 'none' : 'fine';
};

const targetOf = ({ least, most }: Share): string | null => {
  if (least !== null && most !== null) return said.between(said.percent(least), said.percent(most));
  if (least !== null) return said.atLeast(said.percent(least));
  return most === null ? null : said.atMost(said.percent(most));
};

const percentOf = (share: Share): string => {
  const rate = rateOf(share);
  if (rate !== null) return said.percent(rate);
  if (share.of === 0) return said.nobody;
  return share.part === null ? said.tooFew(share.of) : said.share(share.part, share.of);
};

const countOf = ({ part, of }: Share): string => {
  if (part === null || of === 0) return said.nothingYet;
  const count = said.share(part, of);
  return of < FEW ? said.tooFewToJudge(count) : count;
};

const ofShare = (key: FigureKey, share: Share): Figure => ({
  key,
  value: percentOf(share),
  lines: [line(countOf(share), targetOf(share), statusOf(share))],
});

const waiting = ({ waiting: bands }: Wallboard): Figure => ({
  key: 'waiting',
  value: String(bands.reduce((total, band) => total + band.waiting, 0)),
  lines: bands.map((one) => line(said.byBand(bandWords[one.band], String(one.waiting)))),
});

const minutesSince = (since: number, now: number): string =>
  said.minutes(Math.max(0, Math.floor((now - since) / 60_000)));

/** Goes on between two readings: a wait is as long as the clock says. */
const longest = ({ waiting: bands }: Wallboard, now: number): Figure => {
  const all = bands.flatMap(({ longestSince }) => longestSince ?? []);
  return {
    key: 'longest',
    value: all.length === 0 ? said.nobody : minutesSince(Math.min(...all), now),
    lines: bands.map(({ band, longestSince, most }) =>
      line(
        said.byBand(bandWords[band], longestSince === null ? said.nobody : minutesSince(longestSince, now)),
        said.atMost(said.minutes(most / 60_000)),
        longestSince === null ? 'none' : now - longestSince > most ? 'above' : 'fine',
      ),
    ),
  };
};

const answered = ({ answerRate, reachRate }: Wallboard): Figure => ({
  ...ofShare('answered', answerRate),
  lines: [
    line(countOf(answerRate), targetOf(answerRate), statusOf(answerRate)),
    line(said.reach(percentOf(reachRate), countOf(reachRate))),
  ],
});

const level = ({ serviceLevel }: Wallboard): Figure => {
  const standard = serviceLevel.find(({ band }) => band === 3)?.share;
  return {
    key: 'level',
    value: standard === undefined || rateOf(standard) === null ? said.nobody : percentOf(standard),
    lines: serviceLevel.map(({ band, share }) =>
      line(said.byBand(bandWords[band], percentOf(share)), targetOf(share), statusOf(share)),
    ),
  };
};

const promise = ({ waitEstimate: outcomes }: Wallboard): Figure => {
  if (outcomes === null) return { key: 'promise', value: said.nobody, lines: [line(said.notMeasured)] };
  const { kept, lateBadly } = outcomes;
  return {
    ...ofShare('promise', kept),
    lines: [
      // Kept more often than asked for is no fault of anybody's waiting.
      line(countOf(kept), targetOf(kept), statusOf({ ...kept, most: null })),
      line(said.lateBadly(percentOf(lateBadly)), targetOf(lateBadly), statusOf(lateBadly)),
    ],
  };
};

const occupancy = ({ occupancy: load }: Wallboard): Figure => {
  const percent = ({ used, of }: { used: number; of: number }): string =>
    of === 0 ? said.nobody : said.percent(used / of);
  const isAlarming = load.lastHalfHour.of > 0 && load.lastHalfHour.used / load.lastHalfHour.of > load.alarm;
  const whole = { part: load.whole.used, of: load.whole.of, least: load.least, most: load.most };
  return {
    key: 'occupancy',
    value: percent(load.whole),
    lines: [
      // A quiet evening is no fault of anyone: only too much to do is marked.
      line(said.wholeTime, targetOf(whole), statusOf(whole) === 'below' ? 'none' : statusOf(whole)),
      line(said.lastHalfHour(percent(load.lastHalfHour))),
      ...(isAlarming ? [line(said.overloaded, null, 'above')] : []),
    ],
  };
};

/** Seconds below two minutes, minutes from there on. */
const spanWords = (span: number): string =>
  span < 120_000 ? said.seconds(Math.round(span / 1_000)) : said.minutes(Math.round(span / 60_000));

type Response = Wallboard['helpCalls']['response'][number];

const responseOf = ({ urgent, n, p90, most }: Response): Line => {
  const kind = urgent ? said.helpUrgent : said.helpNormal;
  const target = said.atMost(spanWords(most));
  if (p90 === null) return line(said.byBand(kind, n === 0 ? said.nothingYet : said.tooFew(n)), target);
  return line(said.byBand(kind, said.helpWithin(spanWords(p90))), target, p90 > most ? 'above' : 'fine');
};

const help = ({ helpCalls: { open, longestSince, response } }: Wallboard, now: number): Figure => ({
  key: 'help',
  value: String(response.reduce((total, { n }) => total + n, 0)),
  lines: [
    ...response.map(responseOf),
    ...(longestSince === null
      ? []
      : [line(said.helpOpen(open, minutesSince(longestSince, now)), null, 'above')]),
  ],
});

/** The eight figures of a wallboard, in words, at the moment `now` (ms by the server's clock). */
export const figuresOf = (wallboard: Wallboard, now: number): readonly Figure[] => [
  waiting(wallboard),
  longest(wallboard, now),
  answered(wallboard),
  level(wallboard),
  ofShare('left', wallboard.leftWaiting),
  promise(wallboard),
  occupancy(wallboard),
  help(wallboard, now),
];

const replyGap = ({ conversations: { replyGap: gap } }: Wallboard): Figure => {
  if (gap.median === null || gap.p90 === null)
    return { key: 'replyGap', value: said.nobody, lines: [line(said.nothingYet)] };
  return {
    key: 'replyGap',
    value: spanWords(gap.median),
    lines: [
      line(
        said.median,
        said.atMost(spanWords(gap.medianMost)),
        gap.median > gap.medianMost ? 'above' : 'fine',
      ),
      line(
        said.helpWithin(spanWords(gap.p90)),
        said.atMost(spanWords(gap.p90Most)),
        gap.p90 > gap.p90Most ? 'above' : 'fine',
      ),
    ],
  };
};

const talkedAtOnce = ({ conversations: { concurrency } }: Wallboard): Figure => ({
  key: 'concurrency',
  value: concurrency.value === null ? said.nobody : said.decimal(concurrency.value),
  lines:
    concurrency.value === null
      ? [line(said.nothingYet)]
      : [
          line(
            said.atOnce,
            said.atMost(said.decimal(concurrency.most)),
            concurrency.value > concurrency.most ? 'above' : 'fine',
          ),
        ],
});

const handedOver = ({
  conversations: {
    handedOver: { once, twice },
  },
}: Wallboard): Figure => ({
  ...ofShare('handedOver', once),
  lines: [
    line(countOf(once), targetOf(once), statusOf(once)),
    line(said.twiceAndMore(countOf(twice)), targetOf(twice), statusOf(twice)),
  ],
});

/** The figures in the table beside the tiles. Nobody reads a screen of more than eight figures. */
export const moreFiguresOf = (wallboard: Wallboard): readonly Figure[] => [
  replyGap(wallboard),
  talkedAtOnce(wallboard),
  handedOver(wallboard),
  { key: 'breaks', value: said.nobody, lines: [line(said.notMeasured)] },
];
