// How the tests are found and compiled. `unit` and `screen` need nothing but Node; `int` wants TEST_DATABASE_URL and
// TEST_REDIS_URL, `e2e` a running Warmline: `npm run test:int` and `npm run test:e2e` set those up (see tools/dev/bin/test.ts).
import { readdirSync } from 'node:fs';

import { compilerOptions } from './tools/jest/compile.mjs';

const libraries = readdirSync(new URL('./libs', import.meta.url));

/** @param {string} importSource @param {boolean} isTsx */
const compile = (importSource, isTsx = true) => [
  '@swc/jest',
  { ...compilerOptions({ importSource, isTsx }), sourceMaps: 'inline' },
];

const everywhere = {
  rootDir: '.',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.nx/', '<rootDir>/.warmline/'],
};

/** Plain modules of Node instead of a virtual machine for each file: see the header of the runtime. */
const native = {
  ...everywhere,
  testEnvironment: 'node',
  runtime: '<rootDir>/tools/jest/native-runtime.mjs',
  transform: {},
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
};

/** The console, with one page a worker: see page.mjs. */
const onPage = {
  ...native,
  testEnvironment: '<rootDir>/tools/jest/screen-environment.mjs',
  setupFilesAfterEnv: ['<rootDir>/tools/jest/screen-setup.mjs'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
};

/** The visitor's page listens to its document for good, so each of its files has a document and modules of its own. */
const inJsdom = {
  ...everywhere,
  testEnvironment: 'jsdom',
  setupFilesAfterEnv: ['<rootDir>/tools/jest/visitor-setup.mjs'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.tsx$': compile('preact'),
    '\\.ts$': compile('preact', false),
  },
  moduleNameMapper: {
    '\\.css$': '<rootDir>/tools/jest/empty-module.mjs',
    // What a library offers to the specs of others: builders, and the suites its ports are held to.
    '^@warmline/([a-z-]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    ...Object.fromEntries(
      libraries.map((name) => [`^@warmline/${name}$`, `<rootDir>/libs/${name}/src/index.ts`]),
    ),
  },
};

const integration = '\\.int\\.spec\\.ts$';
const endToEnd = '\\.e2e\\.spec\\.ts$';

export default {
  // A test that takes longer hangs. What a test waits for has a deadline of its own, which a slow machine stretches: see
  // libs/test-kit/src/testing/until.ts and tools/jest/screen-setup.mjs.
  testTimeout: 15 * 60_000,
  testSequencer: '<rootDir>/tools/jest/order.mjs',
  reporters: ['default', '<rootDir>/tools/jest/warnings.mjs'],
  projects: [
    {
      ...native,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{libs,apps}/**/*.spec.ts',
        '<rootDir>/{infra,tools}/**/*.spec.mjs',
        '<rootDir>/tools/**/*.spec.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', integration, endToEnd],
    },
    {
      ...onPage,
      displayName: 'screen',
      testMatch: ['<rootDir>/{libs,apps}/**/*.spec.tsx'],
      testPathIgnorePatterns: ['/node_modules/', '/apps/visitor/'],
    },
    {
      ...inJsdom,
      displayName: 'screen',
      testMatch: ['<rootDir>/apps/visitor/**/*.spec.tsx'],
    },
    {
      ...native,
      displayName: 'int',
      testMatch: ['<rootDir>/{libs,apps}/**/*.int.spec.ts'],
    },
    // What an operator practises, on servers of its own: part of `npm run test:all`.
    {
      ...native,
      displayName: 'drill',
      testMatch: ['<rootDir>/apps/*/test/drills/**/*.e2e.spec.ts'],
    },
    {
      ...native,
      displayName: 'e2e',
      testMatch: ['<rootDir>/apps/journeys/main/*.e2e.spec.ts'],
      globalTeardown: '<rootDir>/tools/jest/close-browser.mjs',
    },
    {
      ...native,
      displayName: 'e2e-more',
      testMatch: ['<rootDir>/apps/journeys/more/*.e2e.spec.ts'],
      globalTeardown: '<rootDir>/tools/jest/close-browser.mjs',
    },
  ],
};
