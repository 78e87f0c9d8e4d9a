import { english, type Words } from './english';
import { unitedKingdom } from './locale-of-specs';
import type { LocalePack } from './locale-pack';

/**
 * The words and the charity's facts that specs draw the page with. The built page carries its own as text and reads them from
 * there (`catalogue-in-page.ts`).
 */
export const words: Words = english;
export const locale: LocalePack = unitedKingdom;
