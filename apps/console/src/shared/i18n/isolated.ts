/** A character that can turn the direction of what follows: right-to-left letters, marks, overrides and isolates. */
const TURNS_DIRECTION =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]|[\uD802-\uD803\uD83A-\uD83B]/;

/** What closes each override, embedding and isolate that a name may have left open. */
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * A name or other text from a person, fit for the middle of a sentence: between an isolate and its end, without direction
 * controls of its own, so that the words around it keep their order. A text that turns nothing comes back as it is.
 */
export const isolated = (text: string): string =>
  TURNS_DIRECTION.test(text) ? `\u2068${text.replace(CONTROLS, '')}\u2069` : text;

type Sentence = (...values: unknown[]) => unknown;

const isSentence = (entry: unknown): entry is Sentence => typeof entry === 'function';

const isObject = (entry: unknown): entry is object =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry);

const isolatedEntry = (entry: unknown): unknown => {
  if (isSentence(entry))
    return (...values: unknown[]): unknown =>
      entry(...values.map((value) => (typeof value === 'string' ? isolated(value) : value)));
  return isObject(entry) ? withIsolatedTexts(entry) : entry;
};

/** The same catalogue, with every text that goes into one of its sentences isolated. */
export const withIsolatedTexts = <Catalogue extends object>(catalogue: Catalogue): Catalogue => {
  const made = new Map<PropertyKey, unknown>();
  return new Proxy(catalogue, {
    get: (target, key): unknown => {
      if (!made.has(key)) made.set(key, isolatedEntry(Reflect.get(target, key)));
      return made.get(key);
    },
  });
};
