import type { Sheet } from './sheet';

const stages = ['connect', 'understand', 'safety', 'what_next', 'close'] as const;
const roles = ['responder', 'supervisor', 'administrator'] as const;

/** Every list a charity keeps. */
export const sheets = {
  people: {
    kind: 'people',
    columns: [
      { name: 'sign_in_name', kind: 'name', most: 60 },
      { name: 'name', kind: 'text', most: 60 },
      { name: 'role', kind: 'choice', choices: roles },
      { name: 'capacity', kind: 'whole', least: 1, most: 3 },
      { name: 'active', kind: 'yes_no' },
    ],
    key: ['sign_in_name'],
    absent: 'keep',
  },
  snippets: {
    kind: 'snippets',
    columns: [
      { name: 'stage', kind: 'choice', choices: stages },
      { name: 'title', kind: 'text', most: 80 },
      { name: 'body', kind: 'text', most: 1_000 },
      { name: 'sends_unedited', kind: 'yes_no' },
    ],
    key: ['stage', 'title'],
    absent: 'remove',
    ordered: true,
  },
  resources: {
    kind: 'resources',
    columns: [
      { name: 'name', kind: 'text', most: 80 },
      { name: 'description', kind: 'text', most: 300 },
      { name: 'url', kind: 'link', most: 300, optional: true },
      { name: 'phone', kind: 'text', most: 40, optional: true },
      { name: 'hours', kind: 'text', most: 120 },
      { name: 'source', kind: 'text', most: 120 },
      { name: 'reviewed_on', kind: 'day' },
    ],
    key: ['name'],
    absent: 'remove',
    ordered: true,
  },
} as const satisfies Record<string, Sheet>;

export type SheetKind = keyof typeof sheets;

export const isSheetKind = (text: string): text is SheetKind => Object.hasOwn(sheets, text);
