// Who may import what, by the tags that tools/nx/infer-projects.mjs gives each project. There is no rule for `*`: a project
// without a line here may import no library. docs/adr/0001-pure-nouns-and-adapters.md says why.

const PREACT = ['preact', 'preact/*'];
const REACT = [
  'react',
  'react/*',
  'react-dom',
  'react-dom/*',
  'react-aria-components',
  'react-aria-components/*',
];
/** What every layer above may read: ids, instants, decisions, and the closed lists. */
const WORDS = ['layer:kernel', 'layer:vocabulary'];
const STORES = ['typeorm', 'typeorm/*', 'pg', 'pg/*', 'redis', 'redis/*', '@redis/*', 'bullmq', 'bullmq/*'];
const SCREENS = [...REACT, 'preact', 'preact/*', '@tanstack/*', 'zustand', 'zustand/*', 'socket.io-client'];

/**
 * A row: a tag, the tags it may import, the npm packages it may import.
 * @typedef {{ tag: string, libs: string[], only?: string[], never?: string[], inSpecs?: string[] }} Row
 */

/** @type {Row[]} */
const ROWS = [
  { tag: 'layer:kernel', libs: [], only: [] },

  { tag: 'layer:vocabulary', libs: [], only: [] },

  // Nouns need no arrow back: calendar < wellbeing < routing < waiting-time, and calendar < opening.
  { tag: 'layer:noun', libs: [...WORDS, 'layer:noun'], only: ['tinyqueue'] },
  { tag: 'noun:identity', libs: WORDS },
  { tag: 'noun:calendar', libs: WORDS },
  { tag: 'noun:conversation', libs: [...WORDS, 'noun:identity'] },
  { tag: 'noun:wellbeing', libs: [...WORDS, 'noun:calendar'] },
  { tag: 'noun:opening', libs: [...WORDS, 'noun:calendar'] },
  { tag: 'noun:routing', libs: [...WORDS, 'noun:identity', 'noun:wellbeing'], only: ['tinyqueue'] },
  { tag: 'noun:waiting-time', libs: [...WORDS, 'noun:wellbeing', 'noun:routing'] },
  { tag: 'noun:handover', libs: [...WORDS, 'noun:identity', 'noun:conversation', 'noun:routing'] },
  { tag: 'noun:help', libs: WORDS },
  { tag: 'noun:practice', libs: [...WORDS, 'noun:conversation'] },
  { tag: 'noun:setup', libs: [...WORDS, 'noun:calendar'] },
  { tag: 'noun:figures', libs: WORDS },
  { tag: 'noun:quality', libs: [...WORDS, 'noun:figures'] },
  {
    tag: 'noun:simulation',
    libs: [...WORDS, 'noun:wellbeing', 'noun:routing', 'noun:waiting-time'],
    only: ['tinyqueue'],
  },
  { tag: 'noun:audit', libs: [...WORDS, 'layer:noun'] },

  { tag: 'layer:contracts', libs: WORDS, only: ['zod'] },

  { tag: 'layer:technology', libs: [...WORDS, 'layer:noun'] },
  { tag: 'technology:postgres', libs: [...WORDS, 'layer:noun'], only: ['typeorm', 'pg', 'uuid'] },
  { tag: 'technology:redis', libs: [...WORDS, 'layer:noun'], only: ['redis', 'bullmq', 'uuid'] },
  { tag: 'technology:audit-log', libs: [], only: [] },
  { tag: 'technology:sealing', libs: [...WORDS, 'layer:noun'], only: ['pkcs11js'] },

  { tag: 'layer:client', libs: [...WORDS, 'layer:contracts'], only: ['socket.io-client', 'uuid'] },
  { tag: 'layer:ui', libs: [], only: REACT },
  {
    tag: 'layer:test-kit',
    libs: [...WORDS, 'technology:postgres', 'technology:redis'],
    only: ['pg', 'fast-check', 'uuid', 'socket.io', 'socket.io-client'],
  },

  {
    tag: 'app:gateway',
    libs: [...WORDS, 'layer:noun', 'layer:contracts', 'layer:technology'],
    never: [...STORES, ...SCREENS],
    inSpecs: ['layer:client'],
  },
  {
    tag: 'app:console',
    // What a plan would change is told while it is edited, by the rules that the server judges it by.
    libs: [
      ...WORDS,
      'noun:calendar',
      'noun:opening',
      'noun:wellbeing',
      'layer:contracts',
      'layer:client',
      'layer:ui',
    ],
    only: [
      ...REACT,
      '@tanstack/*',
      'zustand',
      'zustand/*',
      'uuid',
      'uplot',
      'uplot/*',
      'uqr',
      'csv-stringify/*',
      '@simplewebauthn/browser',
    ],
    // Its specs ask that every fact of the audit has words.
    inSpecs: ['noun:audit'],
  },
  {
    tag: 'app:visitor',
    libs: [...WORDS, 'layer:contracts', 'layer:client'],
    only: PREACT,
  },
  // It runs on the site of someone else, so it brings nothing along.
  { tag: 'app:launcher', libs: ['layer:vocabulary'], only: [] },
  {
    tag: 'app:storm',
    libs: [...WORDS, 'layer:noun', 'layer:contracts', 'layer:technology', 'layer:client', 'layer:test-kit'],
    // The checker looks past every store, at what is really in the tables.
    only: ['pg', 'redis', 'socket.io-client', 'uuid', 'zod', '@node-rs/argon2', 'fast-check'],
  },
  // It attacks from outside, and its honest people speak as pages do, proofs of work included.
  { tag: 'app:siege', libs: [...WORDS, 'layer:contracts', 'layer:client'], only: ['socket.io-client'] },
  // It measures from outside, except the append, and keeps baselines that stand on plain socket.io and pg.
  {
    tag: 'app:bench',
    libs: [...WORDS, 'layer:contracts', 'technology:audit-log', 'technology:postgres', 'technology:redis'],
    only: ['pg', 'redis', 'bullmq', 'socket.io', 'socket.io-client', 'uuid'],
  },
  // An outsider runs it: nothing but the log's own rules.
  { tag: 'app:auditor', libs: ['technology:audit-log'], only: [] },
  { tag: 'app:witness', libs: ['technology:audit-log'], only: [] },
  {
    tag: 'app:simulator',
    libs: [...WORDS, 'noun:wellbeing', 'noun:routing', 'noun:waiting-time', 'noun:simulation'],
    only: [],
  },
  { tag: 'app:journeys', libs: [...WORDS, 'layer:contracts', 'layer:client'], never: STORES },
];

/** @param {Row} row */
const inWhatShips = ({ tag, libs, only, never = [] }) => ({
  sourceTag: tag,
  onlyDependOnLibsWithTags: libs,
  bannedExternalImports: never,
  ...(only && { allowedExternalImports: only }),
});

/** Specs may use the test kit and any tool, but reach a store only through the library that owns it. @param {Row} row */
const inSpecs = ({ tag, libs, only, never, inSpecs: more = [] }) => ({
  sourceTag: tag,
  onlyDependOnLibsWithTags: [...libs, ...more, 'layer:test-kit'],
  bannedExternalImports:
    only || never ? STORES.filter((name) => !only?.includes(name.replace('/*', ''))) : [],
});

/** @template Constraint @param {(row: Row) => Constraint} constraint */
const options = (constraint) => ({
  // An optional package: the rule knows only the others.
  allow: ['pkcs11js'],
  depConstraints: ROWS.map(constraint),
  // Its own specs use the kit that uses the library: a circle on paper, never at run time.
  ignoredCircularDependencies: [['test-kit', '*']],
});

export const boundaries = { ...options(inWhatShips), banTransitiveDependencies: true };
export const boundariesInSpecs = options(inSpecs);
