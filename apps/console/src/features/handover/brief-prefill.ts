import type { Brief, Entry } from '@warmline/contracts';
import { BRIEF_MAX, codePoints, cutTo } from '@warmline/vocabulary';
import { handoverFormWords } from './handover-words';

/** How many of the visitor's last telling messages are quoted, as far as they fit. */
const QUOTED = 3;
const QUOTES_MAX = 900;
/** Shorter than this (code points) a message says little by itself: a greeting, a yes. */
const TELLING_FROM = 16;

const quotesFrom = (entries: readonly Entry[]): readonly string[] => {
  const written = entries.flatMap((entry) =>
    entry.kind === 'message' && entry.from === 'visitor' && entry.body !== null ? [entry.body.trim()] : [],
  );
  const telling = written.filter((body) => codePoints(body) >= TELLING_FROM);
  const quotes: string[] = [];
  let length = 0;
  for (const body of telling.slice(-QUOTED).reverse()) {
    length += codePoints(body);
    if (length > QUOTES_MAX && quotes.length > 0) break;
    const quote = cutTo(body, QUOTES_MAX);
    quotes.unshift(quote === body ? body : `${quote}…`);
  }
  return quotes;
};

/**
 * A brief to start from: the visitor's own last words that say something, the safety record, and nothing else. Name, time and answer order are
 * shown beside the brief, and the rest only people know.
 */
export const prefillBrief = (visitorName: string, entries: readonly Entry[], safety = ''): Brief => {
  const { prefill } = handoverFormWords;
  const quotes = quotesFrom(entries);
  return {
    situation: '',
    background:
      quotes.length === 0 ? '' : [prefill.wrote(visitorName), ...quotes.map(prefill.quote)].join('\n'),
    safety: cutTo(safety, BRIEF_MAX.safety),
    request: '',
  };
};
