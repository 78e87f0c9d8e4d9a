/** Control characters (Unicode category Cc, NUL among them) other than tab and line ends. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
const EVERY_CONTROL = new RegExp(CONTROL.source, 'gu');

/** The text without characters that no one sees and no one types, which a paste from a document may bring along. */
export const withoutControlCharacters = (text: string): string => text.replace(EVERY_CONTROL, '');

/** Whether a text in this JSON value, names of fields included, has a control character. Values nested deeply are never asked. */
export const hasControlCharacter = (value: unknown): boolean => {
  if (typeof value === 'string') return CONTROL.test(value);
  if (Array.isArray(value)) return value.some(hasControlCharacter);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, field]) => CONTROL.test(name) || hasControlCharacter(field));
};
