import { between, oneOf, seededRandom, type Random } from '../people/seeded-random';
import { LINK_FAULTS, type FaultName } from './fault-name';
import type { Strike } from './strike';

/** What can be struck. */
export interface Targets {
  readonly gateways: readonly string[];
  readonly workers: readonly string[];
  readonly links: readonly string[];
}

export interface ScheduleOptions {
  readonly random: Random;
  readonly targets: Targets;
  readonly seconds: number;
  readonly timeScale: number;
  readonly faults: readonly FaultName[];
  /** Strikes come this many times as far apart as usual. */
  readonly pace?: number;
}

/** Strikes of one kind follow each other within these times (ms). */
interface Stream {
  readonly gap: readonly [shortest: number, longest: number];
  /** A fault named twice comes twice as often. */
  readonly faults: readonly FaultName[];
}

const times = (count: number, fault: FaultName): readonly FaultName[] =>
  Array.from({ length: count }, () => fault);

const STREAMS: readonly Stream[] = [
  {
    gap: [1_200, 3_000],
    faults: [
      ...times(14, 'sigkill'),
      ...times(4, 'sigterm'),
      ...times(3, 'kill_postgres'),
      ...times(3, 'kill_redis'),
      ...times(1, 'restart_everything'),
    ],
  },
  {
    gap: [2_000, 5_000],
    faults: [...times(3, 'sigstop'), ...times(2, 'terminate_backends'), 'flushall', 'stale_redis'],
  },
  { gap: [700, 2_200], faults: LINK_FAULTS },
];

/** Nothing is struck in the beginning (ms): people first have to come and talk. At most a quarter of the storm. */
const CALM = 5_000;

/** A holding whose connection died (ms, before scaling): after this another may hold it. */
const LEASE = 20_000;

/** How long a process is left in peace after it was told to start again (ms). */
const PEACE = 3_500;
/** The last gateway or worker may fall too, but seldom: people should live through most storms. */
const DOUBLE = 0.15;

interface Nature {
  readonly aims: 'service' | 'postgres' | 'redis' | 'everything' | 'link';
  readonly lasts: 'an instant' | 'a moment' | 'a while' | 'a lease';
}

const LINK: Nature = { aims: 'link', lasts: 'a while' };

const NATURE: Readonly<Record<FaultName, Nature>> = {
  sigkill: { aims: 'service', lasts: 'a moment' },
  sigterm: { aims: 'service', lasts: 'a moment' },
  sigstop: { aims: 'service', lasts: 'a lease' },
  kill_postgres: { aims: 'postgres', lasts: 'a moment' },
  terminate_backends: { aims: 'postgres', lasts: 'an instant' },
  kill_redis: { aims: 'redis', lasts: 'a moment' },
  stale_redis: { aims: 'redis', lasts: 'a moment' },
  flushall: { aims: 'redis', lasts: 'an instant' },
  restart_everything: { aims: 'everything', lasts: 'a moment' },
  refuse: LINK,
  black_hole: LINK,
  half_open: LINK,
  delay: LINK,
  slice: LINK,
  cut_after: LINK,
  cut_reply: LINK,
  reset: { aims: 'link', lasts: 'an instant' },
};

/** So that a nemesis of the same seed does the same whatever the people do. */
const OTHER_DICE = 0x5eed;

/** The dice of a storm's nemesis. */
export const nemesisRandom = (seed: number): Random => seededRandom(seed ^ OTHER_DICE);

/** All strikes of a storm, in order. The same random numbers give the same strikes. */
export const scheduleOf = (options: ScheduleOptions): readonly Strike[] =>
  new Scheduling(options).strikes().sort((one, other) => one.at - other.at);

class Scheduling {
  /** Until when (ms) a target is not struck again. */
  private readonly busy = new Map<string, number>();

  constructor(private readonly options: ScheduleOptions) {}

  strikes(): Strike[] {
    const moments = STREAMS.flatMap((stream) => this.moments(stream)).sort((one, other) => one.at - other.at);
    return moments.flatMap(({ at, fault }) => this.strike(at, fault) ?? []);
  }

  private moments({ gap, faults }: Stream): { at: number; fault: FaultName }[] {
    const { random, seconds, pace = 1 } = this.options;
    const next = (): number => Math.round(between(random, ...gap) * pace);
    const allowed = faults.filter((fault) => this.options.faults.includes(fault));
    const moments = [];
    const calm = Math.min(CALM, seconds * 250);
    for (let at = calm + next(); at < seconds * 1_000; at += next()) {
      const fault = oneOf(random, allowed);
      if (fault !== null) moments.push({ at, fault });
    }
    return moments;
  }

  private strike(at: number, fault: FaultName): Strike | null {
    const { random } = this.options;
    const dares = random() < DOUBLE;
    const target = this.targetOf(at, fault, dares);
    const strike: Strike = {
      at,
      fault,
      target: target ?? '',
      lasts: this.lengthOf(fault),
      amount: this.amountOf(fault),
      dares,
      silent: random() < 0.5 ? 'requests' : 'replies',
    };
    if (target === null) return null;
    this.occupy(strike);
    return strike;
  }

  private targetOf(at: number, fault: FaultName, dares: boolean): string | null {
    const { random, targets } = this.options;
    const isFree = (target: string): boolean => (this.busy.get(target) ?? 0) <= at;
    const { aims } = NATURE[fault];
    if (aims === 'link') return oneOf(random, targets.links.filter(isFree));
    // Who is down already is no reason to leave the others up.
    if (aims === 'everything') return isFree('everything') ? 'everything' : null;
    if (aims !== 'service') return isFree(aims) ? aims : null;
    const siblings = random() < 0.6 ? targets.gateways : targets.workers;
    return dares || siblings.every(isFree) ? oneOf(random, siblings.filter(isFree)) : null;
  }

  private get processes(): readonly string[] {
    const { gateways, workers } = this.options.targets;
    return [...gateways, ...workers, 'postgres', 'redis'];
  }

  private lengthOf(fault: FaultName): number {
    const { random, timeScale } = this.options;
    switch (NATURE[fault].lasts) {
      case 'an instant':
        return 0;
      case 'a moment':
        return between(random, 0, 1_200);
      case 'a lease':
        return Math.round(between(random, 1.1 * LEASE, 2 * LEASE) * timeScale);
      case 'a while':
        return random() < 0.15
          ? Math.round(between(random, LEASE, 2 * LEASE) * timeScale)
          : between(random, 100, 1_600);
    }
  }

  private amountOf(fault: FaultName): number {
    const { random } = this.options;
    if (fault === 'delay') return between(random, 5, 300);
    if (fault === 'slice') return between(random, 1, 7);
    if (fault === 'cut_after') return between(random, 1, 4_000);
    return between(random, 10, 100);
  }

  private occupy({ at, fault, target, lasts }: Strike): void {
    const until = at + lasts + (NATURE[fault].aims === 'link' ? 200 : PEACE);
    for (const one of target === 'everything' ? [target, ...this.processes] : [target])
      this.busy.set(one, until);
  }
}
