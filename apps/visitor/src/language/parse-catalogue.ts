import type { Catalogue } from './catalogue-text';

const PLACE = /\{(\d):\w+}/g;

const sentence =
  (text: string) =>
  (...said: readonly unknown[]): string =>
    text.replace(PLACE, (_, place: string) => String(said[Number(place)]));

/** The other way round from `catalogueText`; it is the build's own text, so nothing in it is in doubt. */
export const parseCatalogue = (text: string): Catalogue =>
  JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'string' && value.includes('{0:') ? sentence(value) : value,
  ) as Catalogue;
