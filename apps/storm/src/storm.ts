import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Crowd, Verdict } from './cast';
import { check } from './checker/check';
import { HistoryFile } from './history/history-file';
import { Nemesis } from './nemesis/nemesis';
import { nemesisRandom, scheduleOf } from './nemesis/schedule';
import { startPeople } from './people/crowd';
import type { StormSettings } from './settings';
import type { RealStage } from './stage/real-stage';

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
  readonly stage: RealStage;
  readonly dir: string;
  /** What was seen to be broken beside what the checker finds; grows while the storm goes on. */
  readonly complaints: string[];
  readonly abort: AbortSignal;
  readonly say: (line: string) => void;
}

/** One storm on an open stage, to its verdict. */
export class Storm {
  private readonly history: HistoryFile;
  private readonly historyFile: string;
  private readonly nemesis: Nemesis;
  private readonly began = performance.now();
  private phase = 'storm';

  constructor(private readonly options: StormOptions) {
    const { settings, stage, dir, complaints } = options;
    this.historyFile = historyFileIn(dir);
    this.history = new HistoryFile(this.historyFile);
    const targets = {
      gateways: stage.services.map(({ name }) => name).filter((name) => name.startsWith('gateway')),
      workers: stage.services.map(({ name }) => name).filter((name) => name.startsWith('worker')),
      links: stage.links.names,
    };
    const { timeScale } = stage;
    const { seconds, faults, seed, pace } = settings;
    const random = nemesisRandom(seed);
    this.nemesis = new Nemesis({
      stage,
      schedule: scheduleOf({ random, targets, seconds, timeScale, faults, pace }),
      chronicle: this.history,
      complain: (what) => complaints.push(what),
    });
  }

  async run(): Promise<StormOutcome> {
    const { settings, stage } = this.options;
    const { seed, visitors } = settings;
    const crowd = startPeople({ stage, seed, visitors, history: this.history });
    const telling = setInterval(() => this.tell(crowd), SAYS_EVERY);
    try {
      await this.weather(crowd);
    } finally {
      clearInterval(telling);
      await crowd.stop();
      await this.history.close();
    }
    this.options.say('  checking');
    const { databaseUrl, keyringDir } = stage;
    const verdict = await check(this.historyFile, { databaseUrl, keyringDir });
    return { verdict, kills: this.nemesis.kills };
  }

  private async weather(crowd: Crowd): Promise<void> {
    const { settings, abort, complaints } = this.options;
    void this.nemesis.rage();
    await delay(settings.seconds * 1_000, undefined, { signal: abort });
    this.phase = 'healing';
    if (!(await this.nemesis.heal(HEALS_WITHIN)))
      complaints.push(`not in service again ${HEALS_WITHIN / 1_000} s after the last fault [ASG5]`);
    this.phase = 'settling';
    await crowd.settle(SETTLES_WITHIN);
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
