import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { check } from './checker/check';
import { COUNTS } from './checker/violation';
import type { RunningDeployment } from './deployment/running-deployment';
import { HistoryFile } from './history/history-file';
import { Metronome } from './machine/metronome';
import { TooSlow } from './machine/slow-motion';
import { Nemesis } from './nemesis/nemesis';
import { nemesisRandom, scheduleOf } from './nemesis/schedule';
import { startPeople } from './people/crowd';
import type { StormSettings } from './settings';
import type { Crowd, Verdict } from './types';

/** Everything is in service again within this time after the last fault, on a busy machine too (ms). */
const HEALS_WITHIN = 60_000;
/** Everyone has read to the end within this time after that (ms). */
const SETTLES_WITHIN = 60_000;
const SAYS_EVERY = 5_000;

export const historyFileIn = (dir: string): string => join(dir, 'history.jsonl');

export interface StormOutcome {
  readonly verdict: Verdict;
  readonly kills: number;
}

export interface StormOptions {
  readonly settings: StormSettings;
  readonly deployment: RunningDeployment;
  readonly dir: string;
  /** Where the metronome writes. */
  readonly metronomeLog: string;
  /** What was seen to be broken beside what the checker finds; grows while the storm goes on. */
  readonly complaints: string[];
  readonly abort: AbortSignal;
  readonly say: (line: string) => void;
}

/** Time alone was broken: a machine that is too slow breaks it too. */
const isOnlyLate = (verdict: Verdict): boolean =>
  COUNTS.every((count) => count === 'stranded' || count === 'unheard' || verdict[count] === 0);

const tooSlowFor = (seed: number, slowness: number): string =>
  `this machine is too slow for seed ${seed}: everything took ${slowness.toFixed(1)} times as long as at best`;

/** One storm on an open deployment, to its verdict. */
export class Storm {
  private readonly history: HistoryFile;
  private readonly historyFile: string;
  private readonly nemesis: Nemesis;
  private readonly began = performance.now();
  private phase = 'storm';

  constructor(private readonly options: StormOptions) {
    const { settings, deployment, dir, complaints } = options;
    this.historyFile = historyFileIn(dir);
    this.history = new HistoryFile(this.historyFile);
    const targets = {
      gateways: deployment.services.map(({ name }) => name).filter((name) => name.startsWith('gateway')),
      workers: deployment.services.map(({ name }) => name).filter((name) => name.startsWith('worker')),
      links: deployment.links.names,
    };
    const { timeScale } = deployment;
    const { seconds, faults, seed, pace } = settings;
    const random = nemesisRandom(seed);
    this.nemesis = new Nemesis({
      deployment,
      schedule: scheduleOf({ random, targets, seconds, timeScale, faults, pace }),
      chronicle: this.history,
      complain: (what) => complaints.push(what),
    });
  }

  async run(): Promise<StormOutcome> {
    const { settings, deployment } = this.options;
    const { seed, visitors } = settings;
    const crowd = startPeople({ deployment, seed, visitors, history: this.history });
    const metronome = new Metronome(this.options.metronomeLog, this.history);
    const telling = setInterval(() => this.tell(crowd), SAYS_EVERY);
    try {
      await this.runFaults(crowd, metronome);
    } finally {
      clearInterval(telling);
      metronome.stop();
      await crowd.stop();
      await this.history.close();
    }
    this.options.say('  checking');
    const { databaseUrl, keyringDir } = deployment;
    const verdict = await check(this.historyFile, { databaseUrl, keyringDir });
    if (metronome.isTooSlow && isOnlyLate(verdict)) throw new TooSlow(tooSlowFor(seed, metronome.slowness));
    return { verdict, kills: this.nemesis.kills };
  }

  private async runFaults(crowd: Crowd, metronome: Metronome): Promise<void> {
    const { settings, abort, complaints } = this.options;
    void this.nemesis.run();
    await delay(settings.seconds * 1_000, undefined, { signal: abort });
    this.phase = 'healing';
    const healsWithin = HEALS_WITHIN * metronome.slowness;
    if (!(await this.nemesis.stop(healsWithin)))
      complaints.push(
        `not in service again ${Math.round(healsWithin / 1_000)} s after the last fault [ASG5]`,
      );
    this.phase = 'settling';
    await crowd.settle(SETTLES_WITHIN * metronome.slowness);
    this.tell(crowd);
  }

  private tell(crowd: Crowd): void {
    const seconds = Math.round((performance.now() - this.began) / 1_000);
    const { active, kills } = this.nemesis;
    const faults = active.length === 0 ? '' : `  ${active.join(', ')}`;
    this.options.say(
      `  ${String(seconds).padStart(5)} s  ${this.phase.padEnd(9)}` +
        `${String(crowd.acked()).padStart(9)} acknowledged ${String(kills).padStart(5)} kills${faults}`,
    );
  }
}
