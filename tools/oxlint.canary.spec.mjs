// oxlint with a configuration that no longer reaches a file, or without the types, accepts everything. This test would notice:
// it checks a small workspace with our configuration.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** @type {Record<string, string>} */
const FILES = {
  'tsconfig.json': JSON.stringify({ extends: path.join(ROOT, 'tsconfig.base.json'), include: ['.'] }),
  'wrong-type.ts': 'export const count: string = 3;\n',
  'outside.ts': 'export const title = document.title;\n',
  'forgotten-promise.ts': 'const wait = async () => 1;\n\nexport const go = () => {\n  wait();\n};\n',
  'any.ts': 'export const parse = (text: string): string => JSON.parse(text);\n',
  'assertion.ts': 'export const asText = (value: unknown) => value as string;\n',
  'non-null.ts': 'export const name = (list: string[] | undefined) => list!.length;\n',
  'explicit-any.ts': 'export const id = (value: any) => value === 1;\n',
  'id.parser.ts': 'export const asText = (value: unknown) => value as string;\n',
  'assertion.spec.ts': 'export const asText = (value: unknown) => value as string;\n',
  'apps/console/hook.tsx':
    "import { useState } from 'react';\n\nexport const useIt = (a: boolean) => {\n  if (a) useState();\n};\n",
  'circle-a.ts': "import { b } from './circle-b.ts';\n\nexport const a = (): number => b();\n",
  'circle-b.ts': "import { a } from './circle-a.ts';\n\nexport const b = (): number => a();\n",
  'long.ts': 'export {};\n'.repeat(301),
};

/** @type {string} */
let folder;
/** @type {Map<string, string[]>} the rules that each file broke */
const broken = new Map();

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'oxlint-'));
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const { stdout } = spawnSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/oxlint/bin/oxlint'),
      '--config',
      '.oxlintrc.json',
      '--format',
      'json',
      folder,
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  for (const { filename, code } of JSON.parse(stdout).diagnostics) {
    const name = path.basename(filename);
    broken.set(name, [...(broken.get(name) ?? []), code]);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['a wrong type', 'wrong-type.ts', 'TS2322'],
  ['a name that its program does not know', 'outside.ts', 'TS2584'],
  ['a forgotten promise', 'forgotten-promise.ts', 'no-floating-promises'],
  ['a value without a type', 'any.ts', 'no-unsafe-return'],
  ['an unchecked assertion', 'assertion.ts', 'consistent-type-assertions'],
  ['a non-null assertion', 'non-null.ts', 'no-non-null-assertion'],
  ['any', 'explicit-any.ts', 'no-explicit-any'],
  ['a hook under a condition', 'hook.tsx', 'rules-of-hooks'],
  ['a circle of imports', 'circle-a.ts', 'no-cycle'],
  ['a file of over 300 lines', 'long.ts', 'max-lines'],
])('%s is an error', (_, file, rule) => {
  expect(broken.get(file)?.join()).toContain(rule);
});

test.each([
  ['a spec', 'assertion.spec.ts'],
  ['a parser', 'id.parser.ts'],
])('%s may assert a type', (_, file) => {
  expect(broken.get(file)).toBeUndefined();
});
