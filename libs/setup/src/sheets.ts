import type { Sheet } from './sheet';

const stages = ['connect', 'understand', 'safety', 'what_next', 'close'] as const;
const roles = ['responder', 'supervisor', 'administrator'] as const;

/** The headings of a wrap-up. */
const topics = [
  'feelings_and_mental_health',
  'suicide',
  'self_harm',
  'loneliness',
  'relationships_and_family',
  'bereavement',
  'abuse_or_violence',
  'sexual_violence',
  'identity_and_discrimination',
  'school_work_study',
  'money_and_housing',
  'physical_health_and_disability',
  'alcohol_drugs_other_habits',
  'worried_about_someone_else',
] as const;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const language = { kind: 'language', most: 35 } as const;
/** As somebody would tell a colleague: 'Bereavement', 'Young people'. */
const skill = { kind: 'text', most: 60 } as const;
const somebody = { name: 'sign_in_name', kind: 'name', most: 60, refersTo: 'people' } as const;

/** Every list a charity keeps. */
export const sheets = {
  service: {
    kind: 'service',
    columns: [
      { name: 'name', kind: 'text', most: 80 },
      { name: 'languages', kind: 'list', of: language, most: 20 },
      { name: 'time_zone', kind: 'zone' },
      { name: 'session_minutes', kind: 'whole', least: 5, most: 240 },
      { name: 'wishes', kind: 'list', of: skill, most: 12, optional: true },
    ],
    key: [],
    absent: 'keep',
    single: true,
  },
  hours: {
    kind: 'hours',
    columns: [
      { name: 'weekday', kind: 'choice', choices: weekdays },
      { name: 'opens', kind: 'time' },
      { name: 'closes', kind: 'time' },
    ],
    key: ['weekday', 'opens'],
    absent: 'remove',
  },
  holidays: {
    kind: 'holidays',
    columns: [
      { name: 'day', kind: 'day' },
      { name: 'name', kind: 'text', most: 60 },
      { name: 'opens', kind: 'time', optional: true },
      { name: 'closes', kind: 'time', optional: true },
    ],
    key: ['day', 'opens'],
    together: ['opens', 'closes'],
    absent: 'remove',
  },
  rota: {
    kind: 'rota',
    columns: [
      somebody,
      { name: 'day', kind: 'day' },
      { name: 'starts', kind: 'time' },
      { name: 'ends', kind: 'time' },
    ],
    key: ['sign_in_name', 'day', 'starts'],
    absent: 'remove',
  },
  training: {
    kind: 'training',
    columns: [
      somebody,
      { name: 'module', kind: 'text', most: 60 },
      { name: 'grants', ...skill, optional: true },
      { name: 'passed_on', kind: 'day' },
      { name: 'valid_until', kind: 'day' },
    ],
    key: ['sign_in_name', 'module', 'passed_on'],
    absent: 'remove',
  },
  words: {
    kind: 'words',
    columns: [
      { name: 'language', ...language },
      { name: 'words', kind: 'text', most: 80 },
      { name: 'promotes', kind: 'yes_no' },
      { name: 'topic', kind: 'choice', choices: topics, optional: true },
    ],
    key: ['language', 'words'],
    absent: 'remove',
  },
  people: {
    kind: 'people',
    columns: [
      { name: 'sign_in_name', kind: 'name', most: 60 },
      { name: 'name', kind: 'text', most: 60 },
      { name: 'role', kind: 'choice', choices: roles },
      { name: 'capacity', kind: 'whole', least: 1, most: 3 },
      { name: 'languages', kind: 'list', of: language, most: 20 },
      { name: 'skills', kind: 'list', of: skill, most: 30, optional: true },
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
