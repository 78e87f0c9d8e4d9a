import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './commands.mjs';
import { Failure } from './failure.mjs';
import { lastWords } from './log-file.mjs';

export const NX = 'nx/dist/bin/nx.js';
const SERVER = ['dist/gateway/main.js', 'dist/gateway/worker.js', 'dist/gateway/migrate.js'];
const PAGES = ['dist/visitor/index.html', 'dist/console/index.html'];

/** @typedef {{ root: string, logFile?: string }} Place logFile: where messages go; to the terminal when absent */

/**
 * @param {Place} place
 * @param {readonly string[]} projects
 */
async function buildProjects({ root, logFile }, projects) {
  if (logFile !== undefined) rmSync(logFile, { force: true });
  const args = ['run-many', '-t', 'build', '-p', projects.join(','), '--output-style=static'];
  const { code } = await runTool({ script: NX, args, root, ...(logFile === undefined ? {} : { logFile }) });
  if (code === 0) return;
  throw new Failure(
    `The build failed: ${logFile === undefined ? 'its messages are above.' : lastWords(logFile)}`,
  );
}

/**
 * @param {string} root
 * @param {readonly string[]} files
 */
function requireOutputs(root, files) {
  const absent = files.filter((file) => !existsSync(join(root, file)));
  if (absent.length === 0) return;
  throw new Failure(`The build made no ${absent.join(', ')}: delete dist and .nx, then try again.`);
}

/**
 * Builds what changed since the last time; Nx knows.
 *
 * @param {Place} place
 */
export async function build(place) {
  await buildProjects(place, ['gateway', 'visitor', 'console']);
  requireOutputs(place.root, [...SERVER, ...PAGES]);
}

/**
 * The same for the server alone.
 *
 * @param {Place} place
 */
export async function buildGateway(place) {
  await buildProjects(place, ['gateway']);
  requireOutputs(place.root, SERVER);
}
