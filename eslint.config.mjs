// Our own rules and who may import what (tools/eslint/boundaries.mjs). What any TypeScript project checks, the types
// included, is in .oxlintrc.json: oxlint reads the whole workspace in seconds. When a rule bites, split the code; when a rule
// is wrong, change it there for everyone.
import { createProjectGraphAsync, readCachedProjectGraph } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import { importX } from 'eslint-plugin-import-x';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

import { boundaries, boundariesInSpecs } from './tools/eslint/boundaries.mjs';
import { warmline } from './tools/eslint/plugin.mjs';
import {
  environment,
  environmentImport,
  focusedGlobals,
  focusedTests,
  pure,
} from './tools/eslint/restrictions.mjs';

// Without the project graph the boundaries rule skips every file in silence, so make sure that there is one.
if (process.env['NX_TASK_TARGET_PROJECT'] === undefined) await createProjectGraphAsync({ exitOnError: true });
else readCachedProjectGraph();

const SOURCES = ['{libs,apps}/**/*.{ts,tsx}', 'tools/**/*.ts'];
const SPECS = [
  '**/*.spec.{ts,tsx,mjs}',
  '**/testing/**',
  'apps/*/test/**',
  'apps/journeys/**',
  'libs/test-kit/**',
];
const TOOL_CONFIGS = ['apps/*/*.{ts,mjs}', '*.mjs'];
const PURE = [
  'libs/{kernel,vocabulary,calendar,identity,conversation,routing,wellbeing,opening,waiting-time,handover,help,practice,figures,setup,simulation,audit}/**/*.ts',
];

/** @type {import('eslint').Linter.RulesRecord} */
const budgets = {
  'warmline/function-length': ['error', { max: 50, skipBlankLines: true, skipComments: true, IIFEs: true }],
  'warmline/parameters': 'error',
};

/** @type {import('eslint').Linter.RulesRecord} */
const vocabulary = {
  'warmline/file-names': 'error',
  'warmline/names': 'error',
  'warmline/glossary': 'error',
  'warmline/no-reexport-files': 'error',
};

/** @type {import('eslint').Linter.RulesRecord} */
const imports = {
  'import-x/order': [
    'error',
    {
      groups: ['builtin', 'external', 'internal', 'parent', ['sibling', 'index']],
      pathGroups: [{ pattern: '@warmline/**', group: 'internal' }],
      pathGroupsExcludedImportTypes: ['builtin'],
      alphabetize: { order: 'asc', caseInsensitive: true },
      'newlines-between': 'ignore',
    },
  ],
};

/** @type {import('eslint').Linter.RuleEntry} */
const onlyTypesOfContracts = [
  'error',
  {
    paths: [
      {
        name: '@warmline/contracts',
        allowTypeImports: true,
        message: 'Types only: no zod at run time on the page.',
      },
    ],
  },
];

// From the lowest floor to the highest; apps/gateway/README.md says what each is for.
const gatewayFolders = {
  root: 'apps/gateway/src',
  floors: [['core'], ['index', 'socket'], ['session', 'staffing'], ['features'], ['worker'], ['app']],
};

export default defineConfig(
  globalIgnores(['**/dist/', '.nx/', '.warmline/', '.warmline-keyring/', 'coverage/', '**/*.d.ts']),
  {
    files: ['**/*.{mjs,ts,tsx}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: {
      warmline,
      regexp,
      '@nx': /** @type {any} */ (nx),
      'import-x': importX,
      '@typescript-eslint': tseslint.plugin,
    },
    settings: {
      // The order of imports goes by their names alone: no file is looked for.
      'import-x/resolver-next': [{ interfaceVersion: 3, name: 'none', resolve: () => ({ found: false }) }],
    },
    rules: {
      ...budgets,
      ...vocabulary,
      ...imports,
      '@nx/enforce-module-boundaries': ['error', boundaries],
      'no-restricted-properties': ['error', ...environment],
      'no-restricted-imports': ['error', environmentImport],
    },
  },
  {
    files: ['**/*.tsx'],
    rules: { 'warmline/function-length': ['error', { max: 100, skipBlankLines: true, skipComments: true }] },
  },

  { files: SOURCES, languageOptions: { parser: tseslint.parser } },

  { files: PURE, ignores: SPECS, rules: pure },
  {
    // A pattern meets texts of any length, from anyone: its time may not grow with the square of the length.
    files: ['{libs,apps}/*/src/**/*.{ts,tsx}'],
    ignores: SPECS,
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: ['libs/client/**', 'apps/visitor/**'],
    ignores: SPECS,
    rules: { '@typescript-eslint/no-restricted-imports': onlyTypesOfContracts },
  },
  {
    files: ['apps/visitor/**'],
    ignores: SPECS,
    rules: { 'warmline/glossary': ['error', { visitorsOnly: true }] },
  },
  {
    files: ['apps/{console,visitor}/src/{features,shared}/**'],
    rules: { 'warmline/feature-borders': 'error' },
  },
  {
    files: ['apps/gateway/src/**'],
    ignores: SPECS,
    rules: { 'warmline/folder-borders': ['error', gatewayFolders] },
  },

  {
    files: SPECS,
    rules: {
      '@nx/enforce-module-boundaries': ['error', boundariesInSpecs],
      'no-restricted-properties': ['error', ...environment, ...focusedTests],
      'no-restricted-globals': ['error', ...focusedGlobals],
    },
  },
  // The environment is read once by the server, and by what starts it.
  {
    files: [
      'apps/gateway/src/core/config.ts',
      'apps/gateway/test/reference/**',
      'libs/postgres/src/migrations/schema.int.spec.ts',
      'apps/*/run/**',
      'apps/journeys/**',
      'libs/test-kit/**',
      'infra/**',
      'tools/**',
      ...TOOL_CONFIGS,
    ],
    rules: { 'no-restricted-properties': ['error', ...focusedTests], 'no-restricted-imports': 'off' },
  },
  // Build and test configuration may use the tools it configures, and so may the commands of package.json.
  { files: [...TOOL_CONFIGS, 'apps/*/run/**'], rules: { '@nx/enforce-module-boundaries': 'off' } },
  // The rules name the words they forbid.
  { files: ['tools/**'], rules: { 'warmline/glossary': 'off', 'warmline/names': 'off' } },
);
