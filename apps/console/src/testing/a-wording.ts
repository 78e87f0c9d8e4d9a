import type { SetupRow, SetupList } from '@warmline/contracts';
import { aSetupList, column } from './setup-service';

/** A text of the visitor's page as an administrator sees it. */
export const text = (key: string, defaultText: string, own = ''): SetupRow => ({
  language: 'en',
  key,
  default_text: defaultText,
  own_text: own,
});

export const aWording = (rows: readonly SetupRow[]): SetupList =>
  aSetupList({
    list: 'wording',
    columns: [
      column('language', { kind: 'language' }),
      column('key'),
      column('default_text', { optional: true, fixed: true, most: 1_000 }),
      column('own_text', { optional: true, most: 500 }),
    ],
    key: ['language', 'key'],
    removable: false,
    ordered: false,
    defaults: 'only',
    rows: [...rows],
  });
