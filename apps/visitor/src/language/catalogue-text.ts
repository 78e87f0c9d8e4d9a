import type { Words } from './english';
import type { LocalePack, PageLocale } from './locale-pack';

/** Every word of one language, and what changes from country to country. */
export interface Catalogue {
  readonly words: Words;
  readonly locale: LocalePack;
}

type Sentence = (...said: readonly string[]) => string;

const isSentence = (value: unknown): value is Sentence => typeof value === 'function';

/** A placeholder has the name of the function's parameter: `{0:time}`. */
const PARAMETERS = /^\(?([^()=]*)/;
const placeholdersOf = (sentence: Sentence): string[] => {
  const names = PARAMETERS.exec(sentence.toString())?.[1]?.split(',') ?? [];
  return names.map((name, at) => `{${at}:${name.trim()}}`);
};

/** A catalogue as the page carries it: sentences with placeholders, and nothing that could end a script. */
export const catalogueText = (
  catalogue: Omit<Catalogue, 'locale'> & { readonly locale: PageLocale },
): string =>
  JSON.stringify(catalogue, (_key, value: unknown) =>
    isSentence(value) ? value(...placeholdersOf(value)) : value,
  ).replaceAll('<', '\\u003c');
