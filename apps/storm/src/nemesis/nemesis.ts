import { setTimeout as delay } from 'node:timers/promises';
import type { RunningDeployment } from '../deployment/running-deployment';
import type { Chronicle } from '../types';
import type { Strike } from './strike';
import { DEEDS, type Hand } from './strikes';

export interface NemesisOptions {
  readonly deployment: RunningDeployment;
  readonly schedule: readonly Strike[];
  readonly chronicle: Chronicle;
  readonly complain: (what: string) => void;
}

/** Does what the schedule says, writes it down, and takes all of it back in the end. */
export class Nemesis {
  /** Processes ended so far without being asked. */
  kills = 0;
  private readonly over = new AbortController();
  private readonly underWay = new Map<Promise<void>, Strike>();

  constructor(private readonly options: NemesisOptions) {}

  /** What is wrong at this moment, in words. */
  get active(): readonly string[] {
    return [...this.underWay.values()].map(({ fault, target }) => `${fault} ${target}`);
  }

  /** Resolves when the last strike has fallen, or when it is told to heal. */
  async run(): Promise<void> {
    const { deployment, schedule } = this.options;
    const began = performance.now();
    deployment.redisFolder.remember();
    for (const strike of schedule) {
      await this.pause(strike.at - (performance.now() - began));
      if (this.over.signal.aborted) return;
      if (!strike.dares && !this.leavesAnother(strike)) continue;
      const done = this.strike(strike).finally(() => this.underWay.delete(done));
      this.underWay.set(done, strike);
    }
  }

  /** Takes everything back; resolves to whether all of it was in service again within `withinMs`. */
  async stop(withinMs: number): Promise<boolean> {
    const { deployment } = this.options;
    this.over.abort();
    // What waits for a process to become ready may wait for a line.
    await deployment.links.heal();
    const patience = new AbortController();
    const tooLong = delay(withinMs, undefined, { signal: patience.signal }).catch(() => undefined);
    await Promise.race([Promise.all(this.underWay.keys()), tooLong]);
    patience.abort();
    const isHealed = await deployment.heal(withinMs);
    this.note('healed', 'everything');
    return isHealed;
  }

  /** On a slow machine who was killed is long in coming back, and a storm that nobody can work in shows nothing. */
  private leavesAnother({ target }: Strike): boolean {
    if (target.includes('>')) return true;
    const kind = target.startsWith('worker') ? 'worker' : 'gateway';
    return this.options.deployment.services.some(
      ({ name, isReady }) => isReady && name !== target && name.startsWith(kind),
    );
  }

  private async strike(strike: Strike): Promise<void> {
    const { deployment, complain } = this.options;
    const hand: Hand = {
      deployment,
      complain,
      note: (...noted) => this.note(...noted),
      pause: (milliseconds) => this.pause(milliseconds),
    };
    try {
      await DEEDS[strike.fault](hand, strike);
    } catch (error) {
      // Its target was not there just then: no strike, and nothing to take back.
      const why = error instanceof Error ? error.message : String(error);
      this.note('missed', strike.target, { detail: `${strike.fault}: ${why}` });
    }
  }

  private note(...[what, target, { detail, kill = false } = {}]: Parameters<Hand['note']>): void {
    if (kill) this.kills += 1;
    const at = Date.now();
    this.options.chronicle.nemesis({ at, what, target, kill, ...(detail === undefined ? {} : { detail }) });
  }

  private async pause(milliseconds: number): Promise<void> {
    const { signal } = this.over;
    if (milliseconds > 0) await delay(milliseconds, undefined, { signal }).catch(() => undefined);
  }
}
