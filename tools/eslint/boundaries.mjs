// Who may import what, by the tags in each project.json. There is no rule for `*`: a project without a line here may
// import no library. docs/adr/0001-pure-nouns-and-adapters.md says why.

const PREACT = ['preact', 'preact/*'];
const REACT = [
  'react',
  'react/*',
  'react-dom',
  'react-dom/*',
  'react-aria-components',
  'react-aria-components/*',
];
const STORES = ['typeorm', 'typeorm/*', 'pg', 'pg/*', 'redis', 'redis/*', '@redis/*', 'bullmq', 'bullmq/*'];
const SCREENS = [...REACT, 'preact', 'preact/*', '@tanstack/*', 'zustand', 'zustand/*', 'socket.io-client'];

/**
 * A row: a tag, the tags it may import, the npm packages it may import.
 * @typedef {{ tag: string, libs: string[], only?: string[], never?: string[], inSpecs?: string[] }} Row
 */

/** @type {Row[]} */
const ROWS = [
  { tag: 'layer:kernel', libs: [], only: [] },

  { tag: 'layer:noun', libs: ['layer:kernel', 'layer:noun'], only: [] },
  { tag: 'noun:identity', libs: ['layer:kernel'] },
  { tag: 'noun:conversation', libs: ['layer:kernel', 'noun:identity'] },
  { tag: 'noun:routing', libs: ['layer:kernel', 'noun:identity'] },
  { tag: 'noun:handover', libs: ['layer:kernel', 'noun:identity', 'noun:conversation', 'noun:routing'] },
  { tag: 'noun:help', libs: ['layer:kernel'] },
  { tag: 'noun:setup', libs: ['layer:kernel'] },
  { tag: 'noun:figures', libs: ['layer:kernel', 'noun:routing'] },
  { tag: 'noun:simulation', libs: ['layer:kernel', 'noun:routing'] },
  { tag: 'noun:audit', libs: ['layer:kernel', 'layer:noun'] },

  { tag: 'layer:contracts', libs: ['layer:kernel'], only: ['zod'] },

  { tag: 'layer:technology', libs: ['layer:kernel', 'layer:noun'] },
  { tag: 'technology:postgres', libs: ['layer:kernel', 'layer:noun'], only: ['typeorm', 'pg', 'uuid'] },
  { tag: 'technology:redis', libs: ['layer:kernel', 'layer:noun'], only: ['redis', 'bullmq', 'uuid'] },
  { tag: 'technology:sealing', libs: ['layer:kernel', 'layer:noun'], only: [] },

  { tag: 'layer:client', libs: ['layer:kernel', 'layer:contracts'], only: ['socket.io-client', 'uuid'] },
  { tag: 'layer:ui', libs: [], only: REACT },
  {
    tag: 'layer:test-kit',
    libs: ['layer:kernel', 'technology:postgres', 'technology:redis'],
    only: ['pg', 'fast-check', 'uuid', 'socket.io', 'socket.io-client'],
  },

  {
    tag: 'app:gateway',
    libs: ['layer:kernel', 'layer:noun', 'layer:contracts', 'layer:technology'],
    never: [...STORES, ...SCREENS],
    inSpecs: ['layer:client'],
  },
  {
    tag: 'app:console',
    libs: ['layer:kernel', 'layer:contracts', 'layer:client', 'layer:ui'],
    only: [...REACT, '@tanstack/*', 'zustand', 'zustand/*', 'uuid', 'uplot', 'uplot/*'],
  },
  {
    tag: 'app:visitor',
    libs: ['layer:kernel', 'layer:contracts', 'layer:client'],
    only: PREACT,
  },
  {
    tag: 'app:storm',
    libs: [
      'layer:kernel',
      'layer:noun',
      'layer:contracts',
      'layer:technology',
      'layer:client',
      'layer:test-kit',
    ],
    // The checker looks past every store, at what is really in the tables.
    only: ['pg', 'redis', 'socket.io-client', 'uuid', 'zod', '@node-rs/argon2', 'fast-check'],
  },
  // It measures from outside, except the append, and keeps baselines that stand on plain socket.io and pg.
  {
    tag: 'app:bench',
    libs: ['layer:kernel', 'layer:contracts', 'technology:postgres', 'technology:redis'],
    only: ['pg', 'redis', 'bullmq', 'socket.io', 'socket.io-client', 'uuid'],
  },
  { tag: 'app:simulator', libs: ['layer:kernel', 'noun:routing', 'noun:simulation'], only: [] },
  { tag: 'app:journeys', libs: ['layer:kernel', 'layer:contracts', 'layer:client'], never: STORES },
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
  allow: [],
  depConstraints: ROWS.map(constraint),
  // Its own specs use the kit that uses the library: a circle on paper, never at run time.
  ignoredCircularDependencies: [['test-kit', '*']],
});

export const boundaries = { ...options(inWhatShips), banTransitiveDependencies: true };
export const boundariesInSpecs = options(inSpecs);
