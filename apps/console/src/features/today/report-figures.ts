import type { Report } from '@warmline/contracts';
import {
  countOf,
  countWords,
  line,
  lineOf,
  noSpanWords,
  percentOf,
  rateOf,
  rateWords,
  spanStatus,
  spanWords,
  targetOf,
  totalWords,
  type Figure,
  type Line,
} from '../../shared/figures/figure';
import { figureWords } from '../../shared/figures/figure-words';
import {
  answeredFigure,
  leftFigure,
  levelFigure,
  named,
  ofShare,
  promiseFigure,
} from '../../shared/figures/rate-figures';
import { todayWords } from './today-words';

const said = figureWords;
const more = todayWords;

type Spread = Report['length'];

/** One value of a spread, or why it is not shown. */
export const spanValue = (span: number | null): string => (span === null ? said.nobody : spanWords(span));

const tooFew = ({ n }: Spread): readonly Line[] => [line(noSpanWords(n))];

/** A line about a span that has a target. */
const aimed = (words: string, span: number, most: number): Line =>
  line(words, said.atMost(spanWords(most)), spanStatus(span, most));

const speed = ({ speed: { spread, meanMost, p90Most } }: Report): Figure => {
  const { n, mean, median, p90 } = spread;
  if (n === null || mean === null || median === null || p90 === null)
    return named('speed', said.nobody, tooFew(spread));
  return named('speed', spanWords(mean), [
    aimed(more.mean(n), mean, meanMost),
    line(more.half(spanWords(median))),
    aimed(said.nineInTen(spanWords(p90)), p90, p90Most),
  ]);
};

const length = ({ length: spread }: Report): Figure => {
  const { n, median, p90 } = spread;
  if (n === null || median === null || p90 === null) return named('length', said.nobody, tooFew(spread));
  return named('length', spanWords(median), [
    line(more.middleOf(n)),
    line(more.longestTenth(spanWords(p90))),
  ]);
};

const replyGap = ({ replyGap: { spread, medianMost, p90Most } }: Report): Figure => {
  const { n, median, p90 } = spread;
  if (n === null || median === null || p90 === null) return named('replyGap', said.nobody, tooFew(spread));
  return named('replyGap', spanWords(median), [
    aimed(more.middleOfReplies(n), median, medianMost),
    aimed(said.nineInTen(spanWords(p90)), p90, p90Most),
  ]);
};

const concurrency = ({ concurrency: { value, most } }: Report): Figure =>
  value === null
    ? named('concurrency', said.nobody, [line(said.nothingYet)])
    : named('concurrency', said.decimal(value), [
        line(more.atOnce, said.atMost(said.decimal(most)), spanStatus(value, most)),
      ]);

const handedOver = ({ handedOver: { once, twice } }: Report): Figure =>
  named('handedOver', percentOf(once), [
    lineOf(once),
    { ...lineOf(twice), text: more.twiceOrMore(rateWords(twice)) },
  ]);

/** A quiet day is no fault of anyone: only too much to do is marked. */
const occupancy = ({ occupancy: { value, least, most } }: Report): Figure =>
  value === null
    ? named('occupancy', said.nobody, [line(more.noOneOn)])
    : named('occupancy', said.percent(value), [
        line(
          more.ofAllTime,
          targetOf({ least, most }),
          value > most ? 'above' : value < least ? 'none' : 'fine',
        ),
      ]);

const responseOf = ({ urgent, spread: { n, p90 }, most }: Report['helpCalls'][number]): Line => {
  const kind = urgent ? said.urgent : said.normal;
  if (p90 === null) return line(said.byBand(kind, noSpanWords(n)), said.atMost(spanWords(most)));
  return aimed(said.byBand(kind, said.nineInTen(spanWords(p90))), p90, most);
};

const help = ({ helpCalls }: Report): Figure =>
  named('help', totalWords(helpCalls.map(({ spread }) => spread.n)), helpCalls.map(responseOf));

const breakWords = (kept: Report['breaks']['kept']): string =>
  rateOf(kept) === null ? countOf(kept) : more.breaksOnTime(countOf(kept));

const breaks = ({ breaks: { kept } }: Report): Figure =>
  named('breaks', percentOf(kept), [
    kept.of === 0 ? line(more.noBreakDue, targetOf(kept)) : { ...lineOf(kept), text: breakWords(kept) },
  ]);

/** The most of the counts; null, for one to nine, where none that is told is more. */
const mostOf = (counts: readonly (number | null)[]): number | null => {
  const most = Math.max(0, ...counts.flatMap((count) => count ?? []));
  return most === 0 && counts.includes(null) ? null : most;
};

/** Answers are few of the visitors, so how many they are is always beside them. */
const survey = ({ survey: { asked, better, listened } }: Report): Figure =>
  asked === 0 && better.of === 0 && listened.of === 0
    ? named('survey', said.nobody, [line(more.notAsked)])
    : named('survey', percentOf(better), [
        line(more.feltBetter(rateWords(better))),
        line(more.feltHeard(rateWords(listened))),
        line(more.answers(countWords(mostOf([better.of, listened.of])), countWords(asked))),
      ]);

export interface FigureGroup {
  readonly key: keyof typeof todayWords.groups;
  readonly figures: readonly Figure[];
}

/** Every figure of a range, by what it is about. */
export const groupsOf = (report: Report): readonly FigureGroup[] => [
  {
    key: 'answering',
    figures: [
      answeredFigure(report),
      speed(report),
      levelFigure(report),
      leftFigure(report),
      promiseFigure(report),
    ],
  },
  {
    key: 'conversations',
    figures: [
      length(report),
      replyGap(report),
      concurrency(report),
      ofShare('unfinished', report.unfinished),
      handedOver(report),
    ],
  },
  {
    key: 'team',
    figures: [occupancy(report), help(report), breaks(report)],
  },
  { key: 'visitors', figures: [survey(report)] },
];

/** Nine in ten answered within so many minutes, for a picture. */
export const inMinutes = (span: number | null): number | null => (span === null ? null : span / 60_000);
