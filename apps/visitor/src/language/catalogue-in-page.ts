import { parseCatalogue } from './parse-catalogue';

/** What the page itself carries. The build puts this in the place of `words.ts`: words are no script. */
export const { words, locale } = parseCatalogue(document.getElementById('words')?.textContent ?? '{}');
