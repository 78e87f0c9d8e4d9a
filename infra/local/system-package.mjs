import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { devNull } from 'node:os';
import { delimiter, join } from 'node:path';
import { runCommand } from './commands.mjs';
import { Failure } from './failure.mjs';
import { isRoot } from './postgres-account.mjs';

/**
 * @typedef {object} Installer
 * @property {string} command
 * @property {string[]} [refresh] brings a list of packages that is missing or old up to date
 * @property {string[]} install
 * @property {boolean} needsRoot
 */

/** @type {readonly Installer[]} */
const INSTALLERS = [
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

/** @param {Installer} installer @returns {string[] | undefined} what to put before its command, if it may be used */
function permission(installer) {
  if (!installer.needsRoot || isRoot()) return [];
  const asks = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return asks.status === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * @param {string[]} words
 * @returns {Promise<boolean>}
 */
async function succeeds([command = '', ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', HOMEBREW_NO_AUTO_UPDATE: '1' };
  const { code } = await runCommand({ command, args, env, cwd: '/', logFile: devNull });
  return code === 0;
}

/**
 * @param {Installer} installer
 * @param {Need} need
 * @param {string[]} prefix
 * @returns {Promise<boolean>}
 */
async function tryPackages(installer, need, prefix) {
  for (const name of need.packages) {
    const isInstalled = await succeeds([...prefix, installer.command, ...installer.install, name]);
    if (isInstalled && findProgram(need.programs) !== undefined) return true;
  }
  return false;
}

const presentInstaller = () => INSTALLERS.find(({ command }) => findProgram([command]) !== undefined);

/** @param {Need} need */
async function install(need) {
  const installer = presentInstaller();
  const prefix = installer === undefined ? undefined : permission(installer);
  if (installer === undefined || prefix === undefined) return;
  if (await tryPackages(installer, need, prefix)) return;
  const { command, refresh } = installer;
  if (refresh !== undefined && (await succeeds([...prefix, command, ...refresh]))) {
    await tryPackages(installer, need, prefix);
  }
}

/** @param {Need} need */
function missing({ title, programs, packages }) {
  const installer = presentInstaller();
  const how =
    installer === undefined
      ? `install the package ${packages[0]}`
      : `run ${installer.needsRoot ? 'sudo ' : ''}${installer.command} ${installer.install[0]} ${packages[0]}`;
  return new Failure(
    `${title} is missing (no program ${programs[0]}) and could not be installed: ${how}, then try again.`,
  );
}

/**
 * @param {Need} need
 * @returns {Promise<string>} the program's path, after installing it if need be and if that is allowed
 */
export async function requireProgram(need) {
  const present = findProgram(need.programs);
  if (present !== undefined) return present;
  await install(need);
  const installed = findProgram(need.programs);
  if (installed === undefined) throw missing(need);
  return installed;
}
