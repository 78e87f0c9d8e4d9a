/** The lists a charity keeps about itself. The codes are stored. */
export const SETUP_LISTS = [
  'service',
  'people',
  'training',
  'rota',
  'hours',
  'holidays',
  'snippets',
  'resources',
  'words',
  'topics',
  'skills',
  'wording',
  'limits',
] as const;
export type SetupListName = (typeof SETUP_LISTS)[number];
