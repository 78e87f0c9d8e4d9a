import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { areInstalled, installDependencies } from './dependencies.mjs';
import { Failure } from './failure.mjs';
import { Progress } from './progress.mjs';
import { ROOT } from './settings.mjs';

/**
 * @param {Progress} progress
 * @param {string} scratch
 */
async function prepare(progress, scratch) {
  if (!areInstalled(ROOT)) {
    const logFile = join(scratch, 'npm-ci.log');
    await progress.step('Installing packages', () => installDependencies({ root: ROOT, logFile }));
  }
  const logFile = join(scratch, 'build.log');
  await progress.step('Building what changed', () => build({ root: ROOT, logFile, projects: ['simulator'] }));
}

/** Lines without an end are written over on a terminal, and left out elsewhere. @param {string} line */
function tell(line) {
  const isPassing = !line.endsWith('\n');
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[2K${isPassing ? `  … ${line}` : `  ${line}`}`);
  else if (!isPassing && line.trim() !== '') process.stderr.write(`  ${line}`);
}

/** @param {string[]} args of the command line */
export async function simulate(args) {
  // The result goes to the output, the way there does not: a program may read it.
  const progress = new Progress(process.stderr);
  // Whoever reads only the first lines has seen enough.
  process.stdout.on('error', () => process.exit(0));
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'warmline-simulate-'));
  try {
    await prepare(progress, scratch);
    const { runSimulator, BadOption } = await import(
      pathToFileURL(join(ROOT, 'dist/simulator/main.js')).href
    );
    try {
      runSimulator({
        args,
        root: ROOT,
        print: (/** @type {string} */ line) => process.stdout.write(`${line}\n`),
        tell,
      });
    } catch (error) {
      throw error instanceof BadOption ? new Failure(/** @type {Error} */ (error).message) : error;
    }
  } catch (error) {
    progress.fail(error);
    process.exitCode = 1;
  }
  rmSync(scratch, { recursive: true, force: true });
}
