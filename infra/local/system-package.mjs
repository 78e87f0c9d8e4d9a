import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from './failure.mjs';
import { isRoot } from './postgres-account.mjs';

/** @typedef {(packages: string[]) => [string, string[]]} Install */

/**
 * @typedef {object} PackageManager
 * @property {string} command
 * @property {string[]} [refresh] brings a list of packages that is missing or old up to date
 * @property {string[]} install
 * @property {boolean} needsRoot
 */

/** @type {readonly PackageManager[]} */
const MANAGERS = [
  {
    command: 'apt-get',
    refresh: ['update', '-qq'],
    install: ['install', '-y', '-qq', '--no-install-recommends'],
    needsRoot: true,
  },
  { command: 'dnf', install: ['install', '-y', '-q'], needsRoot: true },
  { command: 'apk', install: ['add', '--no-cache', '-q'], needsRoot: true },
  { command: 'brew', install: ['install', '-q'], needsRoot: false },
];

/**
 * @typedef {object} Need
 * @property {string} title what a person calls it
 * @property {readonly string[]} programs any of these will do
 * @property {readonly string[]} packages tried in this order
 */

/** @type {Need} */
export const REDIS = {
  title: 'Redis',
  programs: ['redis-server', 'valkey-server'],
  packages: ['redis-server', 'redis', 'valkey-server', 'valkey'],
};

/** @type {Need} */
export const CHROMIUM = {
  title: 'Chromium',
  programs: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  packages: ['chromium', 'chromium-browser'],
};

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {readonly string[]} names
 * @returns {string | undefined} the path of the first one found
 */
export function findProgram(names) {
  const path = process.env['PATH'] ?? '';
  // Servers often lie where an ordinary user's path does not look.
  const folders = [
    ...path.split(delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    '/opt/homebrew/bin',
    '/usr/local/bin',
  ];
  for (const name of names) {
    const candidates = name.startsWith('/') ? [name] : folders.filter(Boolean).map((dir) => join(dir, name));
    const found = candidates.find(isProgram);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @param {PackageManager} manager @returns {string[] | undefined} what to put before its command, if it may be used */
function permission(manager) {
  if (!manager.needsRoot || isRoot()) return [];
  const asks = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return asks.status === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * @param {string[]} words
 * @returns {boolean}
 */
function succeeds([command = '', ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', HOMEBREW_NO_AUTO_UPDATE: '1' };
  return spawnSync(command, args, { stdio: 'ignore', env, timeout: 10 * 60_000 }).status === 0;
}

/**
 * @param {PackageManager} manager
 * @param {Need} need
 * @param {string[]} prefix
 */
function tryPackages(manager, need, prefix) {
  return need.packages.some(
    (name) => succeeds([...prefix, manager.command, ...manager.install, name]) && findProgram(need.programs),
  );
}

/** @param {Need} need */
function install(need) {
  const manager = MANAGERS.find(({ command }) => findProgram([command]) !== undefined);
  const prefix = manager === undefined ? undefined : permission(manager);
  if (manager === undefined || prefix === undefined) throw missing(need, manager);
  if (tryPackages(manager, need, prefix)) return;
  const { command, refresh } = manager;
  if (refresh !== undefined && succeeds([...prefix, command, ...refresh])) tryPackages(manager, need, prefix);
}

/**
 * @param {Need} need
 * @param {PackageManager | undefined} manager
 */
function missing(need, manager) {
  const how =
    manager === undefined
      ? `install the package ${need.packages[0]}`
      : `install it with: ${manager.needsRoot ? 'sudo ' : ''}${manager.command} install ${need.packages[0]}`;
  return new Failure(`${need.title} is not installed (looked for ${need.programs[0]}): ${how}`);
}

/**
 * @param {Need} need
 * @returns {string} the program's path, after installing it if need be and if that is allowed
 */
export function requireProgram(need) {
  const found = findProgram(need.programs);
  if (found !== undefined) return found;
  install(need);
  const installed = findProgram(need.programs);
  if (installed !== undefined) return installed;
  throw missing(
    need,
    MANAGERS.find(({ command }) => findProgram([command]) !== undefined),
  );
}
