import { accentsOf, type Accent } from '@warmline/vocabulary';

const rule = ({ accent, deep, ink }: Accent): string =>
  // Twice, so that it wins over the page's own, before or after it.
  `:root:root{--accent:${accent};--accent-deep:${deep};--on-accent:${ink};--focus:${deep}}`;

/** The style sheet of a charity's colour by day and by night; null for one that cannot be read. */
export const accentStyle = (colour: string): string | null => {
  const accents = accentsOf(colour);
  return accents && `${rule(accents.day)}@media (prefers-color-scheme:dark){${rule(accents.night)}}`;
};
