import { fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** A process of the benchmark that answers questions; it ends with this one. */
export class Child {
  private readonly open = new Map<number, Waiting>();
  private asked = 0;
  private ending = false;
  private readonly gone: Promise<void>;

  private constructor(
    name: string,
    private readonly child: ReturnType<typeof fork>,
  ) {
    this.child.on('message', ({ id, value, error }: Answer) => {
      const waiting = this.open.get(id);
      this.open.delete(id);
      if (error === undefined) waiting?.resolve(value);
      else waiting?.reject(new Error(`${name}: ${error}`));
    });
    this.gone = new Promise((resolve) => {
      this.child.once('exit', (code, signal) => {
        for (const { reject } of this.open.values()) reject(new Error(`${name} ended (${code ?? signal})`));
        this.open.clear();
        if (!this.ending && code !== 0) process.stderr.write(`  ! ${name} ended (${code ?? signal})\n`);
        resolve();
      });
    });
  }

  static start({ name, script, execArgv, args = [], env, logFile }: ChildSetUp): Child {
    const log = openSync(logFile, 'a', 0o600);
    const stdio = ['ignore', log, log, 'ipc'] as const;
    const child = new Child(
      name,
      fork(script, [...args], { execArgv: [...execArgv], env, stdio: [...stdio] }),
    );
    closeSync(log);
    return child;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Rejects when the process refuses or ends. */
  ask<Value>(question: object): Promise<Value> {
    this.asked += 1;
    const id = this.asked;
    return new Promise<Value>((resolve, reject) => {
      this.open.set(id, { resolve, reject });
      this.child.send({ id, ...question });
    });
  }

  /** Resolves when the process ends by itself. */
  ended(): Promise<void> {
    return this.gone;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.ending = true;
    if (this.hasEnded) return;
    this.child.kill(signal);
    const patience = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await this.gone;
    clearTimeout(patience);
  }
}

export interface ChildSetUp {
  readonly name: string;
  readonly script: string;
  readonly execArgv: readonly string[];
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** The asking side names the type of the answer; both ends are from one build. */
interface Answer {
  readonly id: number;
  readonly value: never;
  readonly error?: string;
}
