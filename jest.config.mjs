// How the tests are found and compiled. `unit` and `screen` need nothing but Node; `int` wants TEST_DATABASE_URL and
// TEST_REDIS_URL, `e2e` a running Warmline: `npm run test:int` and `npm run test:e2e` set those up (see tools/dev/bin/test.ts).
import { readdirSync } from 'node:fs';

const libraries = readdirSync(new URL('./libs', import.meta.url));

/** @param {string} importSource where JSX comes from: the console is React, the visitor's page Preact */
const compile = (importSource) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      // NestJS reads constructor types at run time, so decorators are the legacy kind with their metadata.
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: true,
        react: { runtime: 'automatic', importSource },
      },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const compilePlainTypeScript = /** @type {[string, any]} */ (structuredClone(compile('react')));
// `<T>value` and generic arrows are legal in .ts but not in .tsx.
compilePlainTypeScript[1].jsc.parser.tsx = false;

const everywhere = {
  rootDir: '.',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx', '.lua'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node', 'lua'],
  transform: {
    '/apps/visitor/.+\\.tsx$': compile('preact'),
    '\\.tsx$': compile('react'),
    '\\.ts$': compilePlainTypeScript,
    '\\.lua$': '<rootDir>/infra/jest/text-module.mjs',
  },
  moduleNameMapper: {
    // What a library offers to the specs of others: builders, and the suites its ports are held to.
    '^@warmline/([a-z-]+)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    ...Object.fromEntries(
      libraries.map((name) => [`^@warmline/${name}$`, `<rootDir>/libs/${name}/src/index.ts`]),
    ),
    // Vite's way to import a file as text; Jest knows no query.
    '^(.+\\.lua)\\?raw$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.nx/', '<rootDir>/.warmline/'],
};

const integration = '\\.int\\.spec\\.ts$';
const endToEnd = '\\.e2e\\.spec\\.ts$';

export default {
  projects: [
    {
      ...everywhere,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{libs,apps}/**/*.spec.ts',
        '<rootDir>/{infra,tools}/**/*.spec.mjs',
        '<rootDir>/tools/**/*.spec.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', integration, endToEnd],
    },
    {
      ...everywhere,
      displayName: 'screen',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/{libs,apps}/**/*.spec.tsx'],
      moduleNameMapper: {
        '\\.css$': '<rootDir>/infra/jest/empty-module.mjs',
        ...everywhere.moduleNameMapper,
      },
    },
    {
      ...everywhere,
      displayName: 'int',
      testMatch: ['<rootDir>/{libs,apps}/**/*.int.spec.ts'],
    },
    {
      ...everywhere,
      displayName: 'e2e',
      testMatch: ['<rootDir>/apps/journeys/**/*.e2e.spec.ts'],
    },
  ],
};
