import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { devNull } from 'node:os';
import { delimiter, join } from 'node:path';
import type { ChildProcesses } from '../process/child-processes.ts';
import { Failure } from '../process/failure.ts';
import { isRoot } from '../process/process-identity.ts';

interface Installer {
  readonly command: string;
  /** Updates a list of packages that is missing or old. */
  readonly refresh?: readonly string[];
  readonly install: readonly string[];
  readonly needsRoot: boolean;
}

const INSTALLERS: readonly Installer[] = [
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

/** A program that npm cannot install. */
interface SystemProgram {
  /** What a person calls it. */
  readonly title: string;
  /** Any of these will do. */
  readonly programs: readonly string[];
  /** Tried in this order. */
  readonly packages: readonly string[];
}

export const REDIS: SystemProgram = {
  title: 'Redis',
  programs: ['redis-server', 'valkey-server'],
  packages: ['redis-server', 'redis', 'valkey-server', 'valkey'],
};

export const CHROMIUM: SystemProgram = {
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

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of the first program that is there. */
export function findProgram(names: readonly string[]): string | undefined {
  // Servers often lie where an ordinary user's path does not look.
  const usual = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/usr/local/bin'];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...usual].filter(Boolean);
  return names
    .flatMap((name) => (name.startsWith('/') ? [name] : folders.map((folder) => join(folder, name))))
    .find(isProgram);
}

const presentInstaller = (): Installer | undefined =>
  INSTALLERS.find(({ command }) => findProgram([command]) !== undefined);

/** What to put before an installer's command; undefined when this user may not install anything. */
function permission({ needsRoot }: Installer): string[] | undefined {
  if (!needsRoot || isRoot()) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

/** Tries each package, then once more with a fresh list of packages. */
async function install({ programs, packages }: SystemProgram, children: ChildProcesses): Promise<void> {
  const installer = presentInstaller();
  const prefix = installer && permission(installer);
  if (installer === undefined || prefix === undefined) return;
  const succeeds = async (args: readonly string[]): Promise<boolean> => {
    const [command = '', ...rest] = [...prefix, installer.command, ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', HOMEBREW_NO_AUTO_UPDATE: '1' };
    return (await children.run({ name: 'installer', command, args: rest, env, logFile: devNull })) === 0;
  };
  const tryEach = async (): Promise<boolean> => {
    for (const name of packages) {
      if ((await succeeds([...installer.install, name])) && findProgram(programs) !== undefined) return true;
    }
    return false;
  };
  if (await tryEach()) return;
  if (installer.refresh !== undefined && (await succeeds(installer.refresh))) await tryEach();
}

function adviceFor([name = '']: readonly string[]): string {
  const installer = presentInstaller();
  if (installer === undefined) return `install the package ${name}`;
  return `run ${installer.needsRoot ? 'sudo ' : ''}${installer.command} ${installer.install[0]} ${name}`;
}

/** The path of a program, after installing it where this user may do so. */
export async function requireProgram(program: SystemProgram, children: ChildProcesses): Promise<string> {
  const { title, programs, packages } = program;
  if (findProgram(programs) === undefined) await install(program, children);
  const path = findProgram(programs);
  if (path !== undefined) return path;
  throw new Failure(
    `${title} is missing (no program ${programs[0]}) and could not be installed: ${adviceFor(packages)}, then try again.`,
  );
}
