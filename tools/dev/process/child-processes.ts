import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.ts';
import { parseObjectFile, parseObjects } from './parse-json.ts';
import { identityOf, isSameProcess } from './process-identity.ts';
import { stopAll, stopProcess, type KnownProcess } from './stop-process.ts';

export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Where its output is added; it goes to this terminal when absent. */
  readonly logFile?: string | undefined;
  /** '/' by default, so that no folder is kept in use. */
  readonly cwd?: string;
  /** The user it runs as; this process's own by default. */
  readonly account?: { readonly uid?: number; readonly gid?: number };
  /** SIGTERM by default. */
  readonly stopSignal?: NodeJS.Signals;
  /** 10,000 by default. */
  readonly graceMs?: number;
  /** Children with a lower number are stopped first; 2 by default. */
  readonly stopOrder?: number;
}

export type LoggedSpec = ChildSpec & { readonly logFile: string };

export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  readonly hasEnded: () => boolean;
  /** How it ended: 'exit code 1', 'signal SIGKILL'. */
  readonly ended: Promise<string>;
}

interface ChildRecord {
  /** Pid and identity of the process that wrote it. */
  readonly owner: string;
  readonly children: readonly KnownProcess[];
}

const recordFile = (dataDir: string): string => join(dataDir, 'children.json');
export const ownerName = (): string => `${process.pid}/${identityOf(process.pid)}`;

/** What the last run wrote down; empty when there is nothing readable. */
export function readChildRecord(dataDir: string): ChildRecord {
  const { owner = '', children } = parseObjectFile(recordFile(dataDir));
  return { owner: String(owner), children: parseObjects(children).map(parseKnown) };
}

/** Version 0.1 wrote `stopTurn`. */
const parseKnown = (known: Readonly<Record<string, unknown>>): KnownProcess => ({
  name: String(known['name']),
  pid: Number(known['pid']),
  identity: String(known['identity']),
  stopSignal: known['stopSignal'] === 'SIGINT' ? 'SIGINT' : 'SIGTERM',
  stopOrder: Number(known['stopOrder'] ?? known['stopTurn']),
  graceMs: Number(known['graceMs']),
});

/**
 * The processes this run has started. `children.json` in the data folder lists them, so that after a crash of this process the
 * orphan guard or the next run stops exactly these and no others.
 */
export class ChildProcesses {
  #children: KnownProcess[] = [];
  readonly #dataDir: string;
  #isClosed = false;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  get isEmpty(): boolean {
    return this.#children.length === 0;
  }

  /** Nothing can be started any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  async spawn(spec: ChildSpec): Promise<Child> {
    if (this.#isClosed) throw new Failure('Stopping, so nothing new is started.');
    const child = launch(spec);
    const pid = child.pid ?? 0;
    const { name, stopSignal = 'SIGTERM', graceMs = 10_000, stopOrder = 2, logFile = '' } = spec;
    let hasEnded = false;
    const ended = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => {
        hasEnded = true;
        this.#remove(pid);
        resolve(signal === null ? `exit code ${code}` : `signal ${signal}`);
      });
    });
    const known = { name, pid, identity: identityOf(pid), stopSignal, graceMs, stopOrder };
    if (pid !== 0) {
      this.#children.push(known);
      this.#write();
    }
    await once(child, 'spawn').catch(({ message }: Error) => {
      throw new Failure(`Cannot start ${name}: ${message}.`);
    });
    // `stopAll` may have been called since, and would not stop this one.
    if (this.isClosed) await stopProcess(known);
    return { name, pid, logFile, ended, hasEnded: () => hasEnded };
  }

  /**
   * Runs a command to its end.
   *
   * @returns its exit code; 128 when a signal ended it
   */
  async run(spec: ChildSpec): Promise<number> {
    const { ended } = await this.spawn({ stopOrder: 0, graceMs: 5_000, ...spec });
    const [, code = '128'] = /^exit code (\d+)/.exec(await ended) ?? [];
    return Number(code);
  }

  async stop(child: Child): Promise<void> {
    const known = this.#children.find(({ pid }) => pid === child.pid);
    if (known !== undefined) await stopProcess(known);
  }

  /** Stops every child in order; nothing can be started afterwards. */
  async stopAll(): Promise<void> {
    this.#isClosed = true;
    await stopAll(this.#children);
    this.#children = this.#children.filter(({ pid, identity }) => isSameProcess(pid, identity));
    this.#write();
  }

  #remove(pid: number): void {
    this.#children = this.#children.filter((child) => child.pid !== pid);
    this.#write();
  }

  #write(): void {
    const file = recordFile(this.#dataDir);
    const record: ChildRecord = { owner: ownerName(), children: this.#children };
    try {
      // Renamed into place: a reader sees the old list or the new one, never half of it.
      writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch {
      // The folder was deleted while the servers ran: they can still be stopped.
    }
  }
}

/** A crash must not write to disk what was in memory. The shell becomes the program: its process id stays. */
const WITHOUT_CORE_DUMPS = ['-c', 'ulimit -c 0; exec "$@"', 'sh'];

/** A program that is not there is started as it is, so that its absence is told. */
const withoutCoreDumps = (command: string, args: readonly string[]): [string, readonly string[]] =>
  existsSync(command) ? ['/bin/sh', [...WITHOUT_CORE_DUMPS, command, ...args]] : [command, args];

function launch({ command, args, env, logFile, account, cwd = '/' }: ChildSpec): ChildProcess {
  const log = logFile === undefined ? 'inherit' : openSync(logFile, 'a', 0o600);
  try {
    // A process group of its own: Ctrl-C in the terminal reaches only this process, which stops the children in order.
    return spawn(...withoutCoreDumps(command, args), {
      ...account,
      cwd,
      env,
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    if (typeof log === 'number') closeSync(log);
  }
}
