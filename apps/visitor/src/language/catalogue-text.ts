import type { Words } from './english';
import type { LocalePack } from './locale-pack';

/** Every word of one language, and what changes from country to country. */
export interface Catalogue {
  readonly words: Words;
  readonly locale: LocalePack;
}

type Sentence = (...said: readonly string[]) => string;

const isSentence = (value: unknown): value is Sentence => typeof value === 'function';

/** What goes into a sentence is called in the page what it is called where it is written: `{0:time}`. */
const PARAMETERS = /^\(?([\w\s,]*)\)?\s*=>/;
const placesOf = (sentence: Sentence): string[] => {
  const names = PARAMETERS.exec(sentence.toString())?.[1]?.split(',') ?? [];
  return names.map((name, at) => `{${at}:${name.trim()}}`);
};

/** A catalogue as the page carries it: sentences with places for what goes in, and nothing that could end a script. */
export const catalogueText = (catalogue: Catalogue): string =>
  JSON.stringify(catalogue, (_key, value: unknown) =>
    isSentence(value) ? value(...placesOf(value)) : value,
  ).replaceAll('<', '\\u003c');
