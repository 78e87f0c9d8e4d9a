import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from './commands.mjs';
import { Failure } from './failure.mjs';

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Compares the lockfile with the list npm leaves in node_modules when it has finished. Packages for other kinds of machine
 * are in the lockfile only.
 *
 * @param {Record<string, LockedPackage>} locked
 * @param {Record<string, LockedPackage>} installed
 */
export function agrees(locked, installed) {
  const wanted = Object.entries(locked).filter(([path]) => path !== '');
  return wanted.every(([path, { version, optional }]) => {
    const there = installed[path];
    return there === undefined ? optional === true : there.version === version;
  });
}

/** @param {string} root */
export function areInstalled(root) {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (Object.keys(installed).length === 0) return false;
  return agrees(packagesOf(join(root, 'package-lock.json')), installed);
}

/** @returns {[string, string[]]} npm, preferably the very one that came with this Node */
function npm() {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const given = process.env['npm_execpath'];
  const script = [given, beside].find((file) => file?.endsWith('.js') && existsSync(file));
  return script === undefined ? ['npm', []] : [process.execPath, [script]];
}

/**
 * @param {string} log of npm ci
 * @param {string} logFile
 */
export function whyInstallFailed(log, logFile) {
  const code = /npm (?:error|ERR!) code (\w+)/.exec(log)?.[1] ?? 'without a reason';
  const advice =
    code === 'EUSAGE'
      ? 'package-lock.json does not fit package.json, so run npm install and commit both'
      : 'see that npm reaches its registry and that this folder can be written, then try again';
  return `Installing packages failed (${code}): ${advice}. All of it is in ${logFile}.`;
}

/**
 * Installs the packages of the lockfile, and nothing else.
 *
 * @param {{ root: string, logFile: string }} place
 */
export async function installDependencies({ root, logFile }) {
  const [command, args] = npm();
  // The tests' browser comes from the system, and a package's own download of one would fail offline.
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', NODE_ENV: 'development' };
  const ci = [...args, 'ci', '--no-audit', '--no-fund'];
  rmSync(logFile, { force: true });
  const { code } = await runCommand({ command, args: ci, env, cwd: root, logFile });
  if (code !== 0) throw new Failure(whyInstallFailed(readFileSync(logFile, 'utf8'), logFile));
}
