import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Felt, ProbeQuestion } from '../probe';
import type { Resources, Program } from '../resources';
import { Child } from './child';

const PROBE = new URL('probe.js', import.meta.url).href;
const READY = 30_000;

interface SetUp {
  readonly name: string;
  readonly env: NodeJS.ProcessEnv;
  readonly args?: readonly string[];
}

/** A server's process that reports its delays, collections and processor time. */
export class Probed {
  private constructor(private readonly child: Child) {}

  static start(
    { scratch }: Resources,
    { script, execArgv }: Program,
    { name, env, args = [] }: SetUp,
  ): Probed {
    const logFile = join(scratch, `${name}.log`);
    return new Probed(
      Child.start({ name, script, args, execArgv: [...execArgv, '--import', PROBE], env, logFile }),
    );
  }

  /** Returns how long it took (ms) until `url` answered 200. */
  async ready(url: string): Promise<number> {
    const since = performance.now();
    for (;;) {
      const isReady = await fetch(url, { signal: AbortSignal.timeout(2_000) })
        .then(async (answer) => {
          await answer.arrayBuffer();
          return answer.status === 200;
        })
        .catch(() => false);
      if (isReady) return performance.now() - since;
      if (this.child.hasEnded || performance.now() - since > READY)
        throw new Error(`${url} did not become ready`);
      await delay(10);
    }
  }

  begin(): Promise<null> {
    return this.ask('begin');
  }

  felt(): Promise<Felt> {
    return this.ask('felt');
  }

  /** Bytes. */
  resident(): Promise<number> {
    return this.ask('resident');
  }

  /** Resolves when the process ends by itself. */
  ended(): Promise<void> {
    return this.child.ended();
  }

  stop(): Promise<void> {
    return this.child.stop();
  }

  private ask<Value>(ask: ProbeQuestion): Promise<Value> {
    return this.child.ask<Value>({ ask });
  }
}

/** A script of this benchmark, started plainly. */
export const ownScript = (file: string): Program => ({
  script: fileURLToPath(new URL(file, import.meta.url)),
  execArgv: ['--enable-source-maps'],
});
