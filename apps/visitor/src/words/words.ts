import { unitedKingdom, type LocalePack } from '../locale-pack';
import { english, type Words } from './english';

/** The catalogue and the pack this page was built with. A further language is a further file of the same shape. */
export const words: Words = english;
export const locale: LocalePack = unitedKingdom;
