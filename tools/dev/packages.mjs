// Installs the packages of the lockfile when they are missing. It runs before there are any, so it uses none.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onStopSignal } from './process/stop-signal.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const REPORT_MS = process.stdout.isTTY ? 500 : 5_000;

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} Packages */

/**
 * @param {string} file
 * @returns {Packages}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Compares the lockfile with the list that npm leaves in node_modules when it has finished. Only optional packages may be
 * missing: they are for other kinds of machine.
 *
 * @param {Packages} locked
 * @param {Packages} installed
 */
export function agrees(locked, installed) {
  return Object.entries(locked).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

/** npm as [program, first arguments]: the one that runs this script, or the one that came with this Node. */
function npm() {
  const bundled = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const script = [process.env['npm_execpath'], bundled].find(
    (file) => file?.endsWith('.js') && existsSync(file),
  );
  return script === undefined ? ['npm'] : [process.execPath, script];
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
      : 'check that npm reaches its registry and that this folder can be written, then try again';
  return `Installing packages failed (${code}): ${advice}. The whole log is ${logFile}.`;
}

/** How many files npm has fetched, or found in its cache. @param {string} logFile */
const fetchedIn = (logFile) =>
  existsSync(logFile) ? readFileSync(logFile, 'utf8').split(/http (?:fetch GET 200|cache)/).length - 1 : 0;

/**
 * Prints the progress of an installation, from npm's log and the files in node_modules. A terminal gets one line that is
 * overwritten, any other output a new line every few seconds.
 *
 * @param {string[]} paths of all packages
 * @param {string} logFile where npm notes what it has fetched
 * @returns {(isDone: boolean) => void} call it at the end
 */
function reportProgress(paths, logFile) {
  const startedAt = performance.now();
  const report = (isDone = false) => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const count = paths.filter((path) => existsSync(join(ROOT, path, 'package.json'))).length;
    const text = isDone
      ? `  ✓ ${count} packages installed in ${seconds} s`
      : `  … Installing packages: ${fetchedIn(logFile)} fetched, ${count} of ${paths.length} in place, ${seconds} s`;
    process.stdout.write(process.stdout.isTTY ? `\r\u001B[2K${text}${isDone ? '\n' : ''}` : `${text}\n`);
  };
  report();
  const timer = setInterval(report, REPORT_MS);
  return (isDone) => {
    clearInterval(timer);
    if (isDone) report(true);
  };
}

/**
 * @param {string[]} command
 * @param {string} logFile
 * @returns {Promise<number>} exit code; 1 when a signal ended it
 */
function runLogged([program = '', ...args], logFile) {
  const log = openSync(logFile, 'w', 0o600);
  // The tests' browser comes from the system, and a package's own download of one would fail offline.
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', NODE_ENV: 'development' };
  const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  const forget = onStopSignal(() => {
    // It has a process group of its own, so that the scripts it runs stop with it.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    process.exit(1);
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  }).finally(forget);
}

/** @param {string} file names the process that installs now */
function isInstalling(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

/** @returns {Promise<string>} '' when all packages are there, otherwise one sentence */
export async function installMissingPackages() {
  const locked = packagesOf(join(ROOT, 'package-lock.json'));
  const installed = packagesOf(join(ROOT, 'node_modules/.package-lock.json'));
  if (Object.keys(installed).length > 0 && agrees(locked, installed)) return '';
  const folder = join(ROOT, '.nx');
  const mark = join(folder, 'installing');
  if (isInstalling(mark))
    return 'Another command is installing the packages: try again when it has finished.';
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(mark, String(process.pid));
  } catch (error) {
    return `The packages cannot be installed here: ${error instanceof Error ? error.message : error}.`;
  }
  const logFile = join(folder, 'npm-ci.log');
  const required = Object.entries(locked).filter(([path, { optional }]) => path !== '' && optional !== true);
  const end = reportProgress(
    required.map(([path]) => path),
    logFile,
  );
  const code = await runLogged([...npm(), 'ci', '--no-audit', '--no-fund', '--loglevel=http'], logFile);
  end(code === 0);
  rmSync(mark, { force: true });
  return code === 0 ? '' : whyInstallFailed(readFileSync(logFile, 'utf8'), logFile);
}
