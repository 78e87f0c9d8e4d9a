import { parseCatalogue } from './parse-catalogue';

/** The words that the document carries. The build replaces `catalogue.ts` with this file, so no words are in the script. */
export const { words, locale } = parseCatalogue(document.getElementById('words')?.textContent ?? '{}');
