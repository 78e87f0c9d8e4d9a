import { splitLinks } from '@warmline/client';

/** A number or link to keep. */
export interface Given {
  /** What it is called, where that is known. */
  readonly name: string | null;
  readonly shown: string;
  readonly href: string;
}

interface Known {
  readonly name: string;
  readonly shown: string;
  readonly href: string;
}

/** Digits with the marks that people write between them. */
const NUMBERS = /(?:^|[^\w/.:@+-])(\(?\+?\d[\d ()–-]{1,18}\d)(?![\w@])/g;
const DATE = /^\d{1,2}[ -]\d{1,2}[ -]\d{2,4}$/;
/** A whole national or international number, or one of Europe's free helplines. Short ones are in no form, so they must be known. */
const WHOLE = /^(?:0\d{6,14}|\+\d{7,15}|116\d{3})$/;
/** A longer line is no name of a service. */
const NAME_MOST = 60;

const digitsOf = (text: string): string => text.replace(/[^\d+]/g, '');

const numberIn = (shown: string, known: readonly Known[]): Given | null => {
  const digits = digitsOf(shown);
  const same = known.find((one) => digitsOf(one.shown) === digits);
  if (same !== undefined) return { name: same.name, shown: same.shown, href: same.href };
  return WHOLE.test(digits) && !DATE.test(shown) ? { name: null, shown, href: `tel:${digits}` } : null;
};

const givenIn = (line: string, known: readonly Known[]): Given[] =>
  splitLinks(line).flatMap(({ text, href }) =>
    href === null
      ? [...text.matchAll(NUMBERS)].flatMap(([, shown = '']) => numberIn(shown.trim(), known) ?? [])
      : [{ name: null, shown: text, href }],
  );

/** The console sends a resource as lines: its name, then its number and its link. */
const namedLines = (body: string, known: readonly Known[]): Given[] => {
  let name: string | null = null;
  return body.split('\n').flatMap((line) => {
    const given = givenIn(line, known);
    const [only] = given;
    if (only === undefined) {
      const text = line.trim();
      name = text === '' || text.length > NAME_MOST ? null : text;
      return [];
    }
    const isAlone = given.length === 1 && line.trim() === only.shown;
    return given.map((one) => (isAlone && one.name === null ? { ...one, name } : one));
  });
};

/** Numbers and links in what responders wrote, each once, in their order. `known`: numbers too short to be recognised by their form. */
export const givenBy = (bodies: readonly string[], known: readonly Known[]): readonly Given[] => {
  const all = bodies.flatMap((body) => namedLines(body, known));
  return all.filter(({ href }, index) => all.findIndex((one) => one.href === href) === index);
};
