import { FURTHER_ROLES, PRACTICE_SCENARIOS, practiceModule, ROLES } from '@warmline/vocabulary';
import { topicProblems } from './headings';
import { limitProblems } from './limits';
import type { ListDefinition, Values } from './list';
import { wordingProblems } from './wording';

const stages = ['connect', 'understand', 'safety', 'what_next', 'close'] as const;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const language = { kind: 'language', most: 35 } as const;
/** As a person would say it to a colleague: 'Bereavement', 'Young people'. */
const skill = { kind: 'text', most: 60 } as const;
const topic = { kind: 'code', most: 40 } as const;
const person = { name: 'sign_in_name', kind: 'name', most: 60, refersTo: 'people' } as const;

/** Training that everyone needs, that a return after a long absence asks for, and practice; the rest is named as a skill. */
const TRAINING_MODULES: readonly string[] = [
  'core_safeguarding',
  'suicide_safety',
  'data_protection',
  'background_check',
  'refresher',
  'full_training',
  ...PRACTICE_SCENARIOS.map(practiceModule),
];

/** Every list a charity keeps. */
export const lists = {
  service: {
    kind: 'service',
    columns: [
      { name: 'name', kind: 'text', most: 80 },
      { name: 'languages', kind: 'list', of: language, most: 20 },
      { name: 'time_zone', kind: 'zone' },
      { name: 'session_minutes', kind: 'whole', least: 5, most: 240 },
      { name: 'night_rule', kind: 'yes_no' },
      { name: 'keeps_reloads', kind: 'yes_no' },
      { name: 'keeps_days', kind: 'whole', least: 30, most: 2555 },
      { name: 'provider_accounts', kind: 'yes_no' },
      { name: 'keeps_names_days', kind: 'whole', least: 1, most: 2555 },
      {
        name: 'needed_practice',
        kind: 'list',
        of: { kind: 'choice', choices: PRACTICE_SCENARIOS },
        most: PRACTICE_SCENARIOS.length,
        optional: true,
      },
      { name: 'allowed_parents', kind: 'list', of: { kind: 'origin', most: 200 }, most: 20, optional: true },
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
      person,
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
      person,
      { name: 'module', kind: 'text', most: 60, among: TRAINING_MODULES, refersTo: 'skills' },
      { name: 'grants', ...skill, optional: true, refersTo: 'skills' },
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
      { name: 'topic', ...topic, optional: true, refersTo: 'topics' },
    ],
    key: ['language', 'words'],
    absent: 'remove',
  },
  topics: {
    kind: 'topics',
    columns: [
      { name: 'topic', ...topic },
      { name: 'label', kind: 'text', most: 60 },
      { name: 'labels', kind: 'list', of: { kind: 'translation', most: 60 }, most: 20, optional: true },
      { name: 'heavy', kind: 'yes_no' },
      { name: 'in_use', kind: 'yes_no' },
    ],
    key: ['topic'],
    absent: 'keep',
    defaults: 'among_others',
    check: topicProblems,
  },
  skills: {
    kind: 'skills',
    columns: [
      { name: 'skill', ...skill },
      { name: 'offered', kind: 'yes_no' },
    ],
    key: ['skill'],
    absent: 'remove',
    ordered: true,
  },
  limits: {
    kind: 'limits',
    columns: [
      { name: 'rule', kind: 'text', most: 60 },
      { name: 'binds', kind: 'choice', choices: ['at_most', 'at_least'], fixed: true },
      { name: 'default', kind: 'whole', least: 0, most: 100_000, fixed: true },
      { name: 'strictest', kind: 'whole', least: 0, most: 100_000, fixed: true },
      { name: 'unit', kind: 'choice', choices: ['minutes', 'hours', 'conversations'], fixed: true },
      { name: 'own', kind: 'whole', least: 0, most: 100_000, optional: true },
    ],
    key: ['rule'],
    absent: 'keep',
    defaults: 'only',
    measured: { column: 'own', by: 'size' },
    check: limitProblems,
  },
  wording: {
    kind: 'wording',
    columns: [
      { name: 'language', ...language },
      { name: 'key', kind: 'text', most: 80 },
      { name: 'default_text', kind: 'text', most: 1_000, optional: true, fixed: true },
      { name: 'own_text', kind: 'text', most: 500, optional: true },
    ],
    key: ['language', 'key'],
    absent: 'keep',
    defaults: 'only',
    check: wordingProblems,
  },
  people: {
    kind: 'people',
    columns: [
      { name: 'sign_in_name', kind: 'name', most: 60 },
      { name: 'name', kind: 'text', most: 60, names: 'person' },
      { name: 'role', kind: 'choice', choices: ROLES },
      {
        name: 'further_roles',
        kind: 'list',
        of: { kind: 'choice', choices: FURTHER_ROLES },
        most: FURTHER_ROLES.length,
        optional: true,
      },
      { name: 'capacity', kind: 'whole', least: 1, most: 3 },
      { name: 'languages', kind: 'list', of: language, most: 20 },
      { name: 'skills', kind: 'list', of: skill, most: 30, optional: true, refersTo: 'skills' },
      { name: 'active', kind: 'yes_no' },
    ],
    key: ['sign_in_name'],
    absent: 'keep',
  },
  starters: {
    kind: 'starters',
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
} as const satisfies Record<string, ListDefinition>;

export type ListKind = keyof typeof lists;

/** The default rows of a list; empty for a list without defaults. */
export type DefaultsOf = (kind: ListKind) => readonly Values[];

/** The name of a list in rows. Starters keep the one that rows had first. */
export const storedListName = (kind: ListKind): string => (kind === 'starters' ? 'snippets' : kind);

export const isListKind = (text: string): text is ListKind => Object.hasOwn(lists, text);
