import ts from 'typescript';

import { cyclesIn, importGraph } from './import-cycles.mjs';

/** @param {Record<string, string>} sources by path @returns {string[][]} */
const cyclesOf = (sources) => {
  /** @type {ts.CompilerOptions} */
  const options = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noLib: true,
  };
  const host = ts.createCompilerHost(options);
  host.getSourceFile = (name, language) =>
    name in sources ? ts.createSourceFile(name, sources[name] ?? '', language) : undefined;
  host.fileExists = (name) => name in sources;
  host.directoryExists = () => true;
  const program = ts.createProgram(Object.keys(sources), options, host);
  const files = Object.keys(sources).flatMap((name) => program.getSourceFile(name) ?? []);
  return cyclesIn(importGraph(program, files)).map((cycle) => cycle.toSorted());
};

const A = '/src/a.ts';
const B = '/src/b.ts';
const C = '/src/c.ts';

test('two files that import each other are a circle', () => {
  const sources = { [A]: "import './b';\nexport {};", [B]: "export * from './a';\nexport const b = 1;" };
  expect(cyclesOf(sources)).toEqual([[A, B]]);
});

test('a file that only leads to a circle of three is not in it', () => {
  const sources = {
    [A]: "import { b } from './b';\nexport const a = b;",
    [B]: "import { c } from './c';\nexport const b = c;",
    [C]: "import { a } from './a';\nexport const c = a;",
    '/src/d.ts': "import { a } from './a';\nexport const d = a;",
  };
  expect(cyclesOf(sources)).toEqual([[A, B, C]]);
});

test('a file that is loaded later counts', () => {
  const sources = { [A]: "export const load = () => import('./b');", [B]: "import './a';\nexport {};" };
  expect(cyclesOf(sources)).toEqual([[A, B]]);
});

test('an import of types alone makes no circle', () => {
  const sources = {
    [A]: "import type { B } from './b';\nexport const a: B = 1;",
    [B]: "import { a } from './a';\nexport type B = number;\nexport const b = a;",
  };
  expect(cyclesOf(sources)).toEqual([]);
});
