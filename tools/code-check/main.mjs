// Types, circular imports and ESLint in one process: `node tools/code-check/main.mjs [program …]`. The programs are those of
// tsconfig.json; without names, all. See programs.mjs for why it is one process.
import path from 'node:path';
import process from 'node:process';

import { ESLint } from 'eslint';
import ts from 'typescript';

import { cyclesIn, importGraph } from './import-cycles.mjs';
import { createPrograms, ownSourceFiles, ROOT, typeErrors } from './programs.mjs';

/** @typedef {import('./programs.mjs').CheckedProgram} CheckedProgram */

const relative = (/** @type {string} */ file) => path.relative(ROOT, file);

/** @param {readonly ts.Diagnostic[]} diagnostics */
const formatted = (diagnostics) =>
  ts.formatDiagnosticsWithColorAndContext(diagnostics, {
    getCanonicalFileName: (file) => file,
    getCurrentDirectory: () => ROOT,
    getNewLine: () => '\n',
  });

/** @param {readonly CheckedProgram[]} programs @returns {number} how many errors were printed */
function checkTypes(programs) {
  const errors = programs.flatMap(typeErrors);
  if (errors.length > 0) console.error(formatted(errors));
  return errors.length;
}

/** @param {readonly CheckedProgram[]} programs @returns {number} how many circles were printed */
function checkCycles(programs) {
  const graphs = programs.map((checked) => importGraph(checked.program, projectFiles(checked.program)));
  const cycles = new Set(graphs.flatMap(cyclesIn).map((cycle) => cycle.map(relative).toSorted().join(', ')));
  for (const cycle of cycles) console.error(`These files import each other in a circle: ${cycle}`);
  return cycles.size;
}

/** @param {ts.Program} program @returns {ts.SourceFile[]} ours, whether it checks them or only imports them */
const projectFiles = (program) =>
  program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !file.fileName.includes('/node_modules/'));

/** @param {CheckedProgram} checked @returns {import('eslint').Linter.Config} */
function askingTheCheckerOf({ program, ownFiles }) {
  return {
    files: [...ownFiles].map(relative),
    languageOptions: { parserOptions: { project: null, programs: [program] } },
  };
}

/** @param {readonly CheckedProgram[]} programs @returns {Promise<number>} how many problems were printed */
async function lint(programs) {
  // The boundaries rule reads its project graph again for each file unless it runs in ESLint's own program.
  process.argv[1] = path.join(ROOT, 'node_modules/eslint/bin/eslint.js');
  const eslint = new ESLint({ cwd: ROOT, overrideConfig: programs.map(askingTheCheckerOf) });
  const files = programs
    .flatMap(ownSourceFiles)
    .filter((file) => !file.isDeclarationFile)
    .map(({ fileName }) => fileName);
  const results = await eslint.lintFiles(files);
  const formatter = await eslint.loadFormatter('stylish');
  process.stdout.write(await formatter.format(results));
  return results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
}

const programs = createPrograms(process.argv.slice(2));
const problems = [checkTypes(programs), checkCycles(programs), await lint(programs)];
process.exitCode = problems.every((count) => count === 0) ? 0 : 1;
