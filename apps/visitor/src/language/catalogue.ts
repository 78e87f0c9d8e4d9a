import { english, type Words } from './english';
import { unitedKingdom, type LocalePack } from './locale-pack';

/**
 * The words and the country's facts this page is made with. Another language is another file of the same shape. The built
 * page carries them as text and reads them from there (`catalogue-in-page.ts`).
 */
export const words: Words = english;
export const locale: LocalePack = unitedKingdom;
