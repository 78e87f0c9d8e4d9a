import type { LocalePack } from '../locale-pack';
import type { Words } from './english';

/** Every word of one language, and what changes from country to country. */
export interface Catalogue {
  readonly words: Words;
  readonly locale: LocalePack;
}

const isSentence = (value: unknown): value is (...said: readonly string[]) => string =>
  typeof value === 'function';

/** A catalogue as the page carries it: sentences with places for what goes in, and nothing that could end a script. */
export const catalogueText = (catalogue: Catalogue): string =>
  JSON.stringify(catalogue, (_key, value: unknown) =>
    isSentence(value) ? value('{0}', '{1}') : value,
  ).replaceAll('<', '\\u003c');
