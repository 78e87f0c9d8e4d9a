import { english, type Words } from './english';
import { unitedKingdom, type LocalePack } from './locale-pack';

/**
 * The catalogue and the pack this page is made with. A further language is a further file of the same shape. The built page
 * carries them as text and reads them from there (`page-words.ts`).
 */
export const words: Words = english;
export const locale: LocalePack = unitedKingdom;
