import type { Brief, CaseloadItem, Entry } from '@warmline/contracts';
import { BRIEF_MAX, codePoints, cutTo } from '@warmline/vocabulary';
import { commonWords, bandWords } from '../../shared/i18n/common-words';
import { languageName } from '../../shared/i18n/language-name';
import { minutesBetween } from '../../shared/page/use-now';
import { handoverFormWords } from './handover-words';

/** What is known of a conversation without asking anyone. */
export type Known = Pick<CaseloadItem, 'visitorName' | 'band' | 'joinedAt'> & {
  readonly language: string | null;
};

/** How many of the visitor's last messages are quoted, as far as they fit. */
const QUOTED = 3;
const QUOTES_MAX = 900;

const quotesFrom = (entries: readonly Entry[]): readonly string[] => {
  const written = entries.flatMap((entry) =>
    entry.kind === 'message' && entry.from === 'visitor' && entry.body !== null ? [entry.body.trim()] : [],
  );
  const quotes: string[] = [];
  let length = 0;
  for (const body of written.slice(-QUOTED).reverse()) {
    length += codePoints(body);
    if (length > QUOTES_MAX && quotes.length > 0) break;
    const quote = cutTo(body, QUOTES_MAX);
    quotes.unshift(quote === body ? body : `${quote}…`);
  }
  return quotes;
};

/** A brief to start from: who, how long, in which order, and the visitor's own last words. The rest only people know. */
export const prefillBrief = (known: Known, entries: readonly Entry[], now: number): Brief => {
  const { prefill } = handoverFormWords;
  const { visitorName, band, language, joinedAt } = known;
  const quotes = quotesFrom(entries);
  const facts = [
    visitorName || commonWords.unnamed,
    prefill.hereFor(minutesBetween(joinedAt, now)),
    bandWords[band],
    ...(language === null ? [] : [languageName(language)]),
  ];
  return {
    situation: cutTo(prefill.situation(facts), BRIEF_MAX.situation),
    background:
      quotes.length === 0 ? '' : [prefill.wrote(visitorName), ...quotes.map(prefill.quote)].join('\n'),
    safety: prefill.safety(bandWords[band]),
    request: '',
  };
};
