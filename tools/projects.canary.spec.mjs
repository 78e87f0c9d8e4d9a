// Nx accepts a project whose tags no rule names, and TypeScript a file that no program includes. Such code
// is never tested, bound or checked, so it is an error here.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';

import { boundaries } from './eslint/boundaries.mjs';
import { projectFolders, tagsOf } from './nx/infer-projects.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');

/** @returns {string[]} absolute paths of the files that each program of tsconfig.json lists, one program after the other */
function filesOfPrograms() {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (/** @type {ts.Diagnostic} */ { messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  };
  return config.references.flatMap(
    (/** @type {{ path: string }} */ reference) =>
      ts.getParsedCommandLineOfConfigFile(path.resolve(ROOT, reference.path), {}, host)?.fileNames ?? [],
  );
}

/** @type {Set<string>} */
const boundTags = new Set(boundaries.depConstraints.map(({ sourceTag }) => sourceTag));

test.each(projectFolders(ROOT))('%s has a tag that says what it may import', (folder) => {
  expect(tagsOf(folder).filter((tag) => boundTags.has(tag))).not.toEqual([]);
});

test('every source file belongs to exactly one program of tsconfig.json, so its types are checked and it is linted', () => {
  /** @type {Map<string, number>} */
  const programs = new Map();
  for (const file of filesOfPrograms()) {
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
