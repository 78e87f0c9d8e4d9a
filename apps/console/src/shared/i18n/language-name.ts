import { locale } from './locale';

const names = new Intl.DisplayNames(locale.language, { type: 'language' });

/** A language as people call it; a code nobody knows stays as it is. */
export const languageName = (code: string): string => {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
};
