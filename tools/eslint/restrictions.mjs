// Options of the core rules no-restricted-*, in named parts: a later config entry replaces an earlier one completely.
import { builtinModules } from 'node:module';

const NODE = { regex: `^(node:|(${builtinModules.join('|')})(/|$))`, message: 'Pure code does no I/O.' };

const CLOCK_AND_CHANCE = 'Time, ids and chance arrive as data.';
const NO_WAITING = 'A decision is made at once, from what it was given.';

const clockAndChance = [
  { object: 'Date', property: 'now', message: CLOCK_AND_CHANCE },
  { object: 'Math', property: 'random', message: CLOCK_AND_CHANCE },
];

const ONE_READER = 'Only apps/gateway/src/core/config.ts reads the environment.';

export const environment = [{ object: 'process', property: 'env', message: ONE_READER }];
export const environmentImport = {
  paths: ['process', 'node:process'].map((name) => ({ name, importNames: ['env'], message: ONE_READER })),
};

export const focusedTests = ['describe', 'it', 'test'].flatMap((object) =>
  ['only', 'skip'].map((property) => ({
    object,
    property,
    message: 'A suite runs whole, or the test goes.',
  })),
);

const OUTSIDE =
  'process console crypto performance fetch WebSocket setTimeout setInterval setImmediate queueMicrotask globalThis window document';

/** Rules of the kernel and the nouns: no I/O, no clock, no randomness, no waiting.
 * @type {import('eslint').Linter.RulesRecord} */
export const pure = {
  'no-restricted-imports': ['error', { patterns: [NODE] }],
  'no-restricted-globals': [
    'error',
    ...OUTSIDE.split(' ').map((name) => ({ name, message: 'Pure code sees only its arguments.' })),
  ],
  'no-restricted-properties': ['error', ...clockAndChance],
  'no-restricted-syntax': [
    'error',
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: CLOCK_AND_CHANCE },
    { selector: 'CallExpression[callee.name="Date"]', message: CLOCK_AND_CHANCE },
    { selector: ':function[async=true]', message: NO_WAITING },
    { selector: 'AwaitExpression, ForOfStatement[await=true]', message: NO_WAITING },
  ],
};

export const focusedGlobals = ['fit', 'fdescribe', 'xit', 'xdescribe', 'xtest'].map((name) => ({
  name,
  message: 'A suite runs whole, or the test goes.',
}));
