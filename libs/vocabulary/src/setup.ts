/** The lists a charity keeps about itself. */
export const SETUP_LISTS = [
  'service',
  'people',
  'training',
  'rota',
  'hours',
  'holidays',
  'starters',
  'resources',
  'words',
  'topics',
  'skills',
  'wording',
  'limits',
] as const;
export type SetupListName = (typeof SETUP_LISTS)[number];
