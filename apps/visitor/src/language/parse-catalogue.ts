import type { Catalogue } from './catalogue-text';

const PLACEHOLDER = /\{(\d):\w+}/g;

const sentence =
  (text: string) =>
  (...values: readonly unknown[]): string =>
    text.replace(PLACEHOLDER, (_, position: string) => String(values[Number(position)]));

/** Reverses `catalogueText`. The text is the build's own, so its form is not checked. */
export const parseCatalogue = (text: string): Catalogue =>
  JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' && value.includes('{0:') ? sentence(value) : value,
  ) as Catalogue;
