import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './commands.mjs';
import { Failure } from './failure.mjs';
import { lastWords } from './log-file.mjs';

export const NX = 'nx/dist/bin/nx.js';
/** @type {Record<string, string[]>} */
const OUTPUTS = {
  gateway: ['dist/gateway/main.js', 'dist/gateway/worker.js', 'dist/gateway/migrate.js'],
  visitor: ['dist/visitor/index.html'],
  console: ['dist/console/index.html'],
  storm: ['dist/storm/main.js'],
  simulator: ['dist/simulator/main.js'],
};
/** What `npm start` runs. */
const PRODUCT = ['gateway', 'visitor', 'console'];

/**
 * Builds what changed since the last time; Nx knows.
 *
 * @param {{ root: string, logFile?: string, projects?: string[] }} place logFile: where messages go; to the terminal
 *   when absent
 */
export async function build({ root, logFile, projects = PRODUCT }) {
  if (logFile !== undefined) rmSync(logFile, { force: true });
  const args = ['run-many', '-t', 'build', '-p', projects.join(','), '--output-style=static'];
  const { code } = await runTool({ script: NX, args, root, ...(logFile === undefined ? {} : { logFile }) });
  if (code !== 0) {
    throw new Failure(
      `The build failed: ${logFile === undefined ? 'its messages are above.' : lastWords(logFile)}`,
    );
  }
  const absent = projects
    .flatMap((project) => OUTPUTS[project] ?? [])
    .filter((file) => !existsSync(join(root, file)));
  if (absent.length === 0) return;
  throw new Failure(`The build made no ${absent.join(', ')}: delete dist and .nx, then try again.`);
}
