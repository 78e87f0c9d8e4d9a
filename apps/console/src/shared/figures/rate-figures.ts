import type { Share, Wallboard } from '@warmline/contracts';
import { bandWords } from '../i18n/common-words';
import {
  countOf,
  line,
  lineOf,
  percentOf,
  rateOf,
  rateWords,
  statusOf,
  targetOf,
  type Figure,
  type Line,
} from './figure';
import { figureWords } from './figure-words';
import { meaningWords } from './meaning-words';

export type FigureKey = keyof typeof meaningWords.titles;

const said = meaningWords;

export const named = (key: FigureKey, value: string, lines: readonly Line[]): Figure => ({
  key,
  title: said.titles[key],
  definition: said.definitions[key],
  value,
  lines,
});

export const ofShare = (key: FigureKey, share: Share): Figure =>
  named(key, percentOf(share), [lineOf(share)]);

/** What the last hours and a range of days have in common. */
export type Rates = Pick<
  Wallboard,
  'answerRate' | 'reachRate' | 'serviceLevel' | 'leftWaiting' | 'waitEstimate'
>;

const reachWords = (share: Share): string =>
  rateOf(share) === null ? said.reachFew(countOf(share)) : said.reach(percentOf(share), countOf(share));

export const answeredFigure = ({ answerRate, reachRate }: Rates): Figure =>
  named('answered', percentOf(answerRate), [lineOf(answerRate), line(reachWords(reachRate))]);

export const levelFigure = ({ serviceLevel }: Rates): Figure => {
  const standard = serviceLevel.find(({ band }) => band === 3)?.share;
  return named(
    'level',
    standard === undefined || rateOf(standard) === null ? figureWords.nobody : percentOf(standard),
    serviceLevel.map(({ band, share }) =>
      line(figureWords.byBand(bandWords[band], rateWords(share)), targetOf(share), statusOf(share)),
    ),
  );
};

export const leftFigure = ({ leftWaiting }: Rates): Figure => ofShare('left', leftWaiting);

export const promiseFigure = ({ waitEstimate }: Rates): Figure => {
  if (waitEstimate === null) return named('promise', figureWords.nobody, [line(figureWords.notMeasured)]);
  const { kept, lateBadly } = waitEstimate;
  return named('promise', percentOf(kept), [
    // Kept more often than asked for is no fault of anybody's waiting.
    line(countOf(kept), targetOf(kept), statusOf({ ...kept, most: null })),
    line(said.lateBadly(rateWords(lateBadly)), targetOf(lateBadly), statusOf(lateBadly)),
  ]);
};
