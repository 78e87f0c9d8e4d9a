// Nx accepts a project without a `test` target or without a tag, and TypeScript a file that no program includes. Such code
// is never tested, bound or checked, so it is an error here.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { programConfigs, readConfig, ROOT } from './code-check/programs.mjs';
import { boundaries } from './eslint/boundaries.mjs';

const folders = ['libs', 'apps'].flatMap((parent) =>
  readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${parent}/${name}`),
);

/** @type {Set<string>} */
const boundTags = new Set(boundaries.depConstraints.map(({ sourceTag }) => sourceTag));

test.each(folders)('%s has a tag that says what it may import', (folder) => {
  const project = existsSync(`${folder}/project.json`)
    ? JSON.parse(readFileSync(`${folder}/project.json`, 'utf8'))
    : { tags: [] };
  expect(project.tags.filter((/** @type {string} */ tag) => boundTags.has(tag))).not.toEqual([]);
});

test('every source file belongs to exactly one program of tsconfig.json, so its types are checked and it is linted', () => {
  const listed = programConfigs().flatMap(({ file }) => readConfig(file).fileNames);
  /** @type {Map<string, number>} */
  const programs = new Map();
  for (const file of listed) {
    const name = path.relative(ROOT, file);
    programs.set(name, (programs.get(name) ?? 0) + 1);
  }
  const tracked = execFileSync('git', ['ls-files', '--', '*.ts', '*.tsx', '*.mjs'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const files = tracked
    .split('\n')
    .filter((file) => file !== '' && !/\.d\.m?ts$/.test(file) && existsSync(file));
  expect(files.filter((file) => programs.get(file) !== 1)).toEqual([]);
});
