import { z } from 'zod';
import { textProblem, textsOf, withOwnTexts, type Words } from '@warmline/setup';

const wordsSchema: z.ZodType<Words> = z.lazy(() =>
  z.union([z.string(), z.array(wordsSchema), z.record(z.string(), wordsSchema)]),
);
const catalogueSchema = z.object({
  words: wordsSchema,
  locale: z.looseObject({ language: z.string(), formats: z.string(), direction: z.enum(['ltr', 'rtl']) }),
});

/** The words and the country that the visitor's page carries. */
export type Catalogue = z.infer<typeof catalogueSchema>;

/** The visitor's page in one language. */
export interface VisitorDocument {
  readonly html: string;
  readonly catalogue: Catalogue;
}

const WORDS = /(<script type="application\/json" id="words">)[^]*?(<\/script>)/;
const WORDS_IN = /<script type="application\/json" id="words">([^]*?)<\/script>/;
const LANGUAGE = /<html lang="[^"]*" dir="[^"]*">/;
const WRITTEN_FROM_THE_RIGHT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** As it was built; null for a page without words, as a spec may have. */
export const documentOf = (html: string): VisitorDocument | null => {
  const text = WORDS_IN.exec(html)?.[1];
  return text === undefined ? null : { html, catalogue: catalogueSchema.parse(JSON.parse(text)) };
};

export const primaryOf = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** The languages a charity may say it in: the page's own, and whatever others it is offered in. */
export const wordingLanguages = ({ catalogue }: VisitorDocument, offered: readonly string[]): string[] => {
  const { language } = catalogue.locale;
  return [language, ...offered.filter((other) => primaryOf(other) !== primaryOf(language))];
};

/** Whether every text is there. A charity's own language is served only then: no one in distress should meet half a translation. */
export const isWhole = (page: VisitorDocument, own: ReadonlyMap<string, string>): boolean =>
  textsOf(page.catalogue.words).every(({ key, text }) => {
    const said = own.get(key);
    return text === '' || (said !== undefined && textProblem(text, said) === null);
  });

/** The same page in the charity's own words. Call `written` once everything is in its catalogue. */
export const inOwnWords = (
  { html, catalogue }: VisitorDocument,
  language: string,
  own: ReadonlyMap<string, string>,
): VisitorDocument => {
  const words = withOwnTexts(catalogue.words, own);
  return { html, catalogue: { words, locale: localeIn(catalogue.locale, language) } };
};

/** The page with what its catalogue says now written into it; what is no script can end none. */
export const written = ({ html, catalogue }: VisitorDocument): VisitorDocument => {
  const { language, direction } = catalogue.locale;
  const text = JSON.stringify(catalogue).replaceAll('<', '\\u003c');
  return {
    html: html
      .replace(WORDS, (_, begins: string, ends: string) => `${begins}${text}${ends}`)
      .replace(LANGUAGE, `<html lang="${language}" dir="${direction}">`),
    catalogue,
  };
};

const localeIn = (locale: Catalogue['locale'], language: string): Catalogue['locale'] =>
  language === locale.language
    ? locale
    : {
        ...locale,
        language,
        formats: language,
        direction: WRITTEN_FROM_THE_RIGHT.has(primaryOf(language)) ? 'rtl' : 'ltr',
      };
