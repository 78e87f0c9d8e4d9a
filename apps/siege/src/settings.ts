import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { KINDS } from './attack/kinds';

/** What one siege is like; README.md says what each option means. */
export interface SiegeSettings {
  readonly seed: number;
  readonly kinds: readonly string[];
  /** How long each attack lasts. */
  readonly seconds: number;
  /** From how many networks each attack comes, one attack after the other. */
  readonly prefixes: readonly number[];
  /** How long honest people are measured before the attacks (s). */
  readonly calmSeconds: number;
  /** Until code is compiled and caches are full, before anything counts (s). */
  readonly warmUpSeconds: number;
  /** Honest people are well again when they were served as in the calm for so long (s). */
  readonly wellSeconds: number;
  /** How many times slower than in the calm honest people may be. */
  readonly timesCalm: number;
  /** How long memory and honest people may take to be back (s). */
  readonly recoverySeconds: number;
}

/** Its message says what to give instead. */
export class BadOption extends Error {}

/** In less than a minute, of each sort of limit one. */
export const QUICK = {
  kinds: ['nested-bodies', 'frames-at-once', 'wrong-passwords-one-name', 'danger-starts'],
  seconds: 2,
  calmSeconds: 4,
  warmUpSeconds: 2,
  wellSeconds: 2,
  // In two seconds a p95 is one act or two, so only half a second counts.
  timesCalm: 50,
  recoverySeconds: 5,
} as const;

const USUAL = {
  kinds: undefined,
  seconds: 8,
  calmSeconds: 12,
  warmUpSeconds: 5,
  wellSeconds: 4,
  timesCalm: 3,
  recoverySeconds: 60,
} as const;

const OPTIONS = {
  seed: { type: 'string' },
  kinds: { type: 'string' },
  seconds: { type: 'string' },
  prefixes: { type: 'string' },
  quick: { type: 'boolean', default: false },
} as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new BadOption(error instanceof Error ? error.message : String(error));
  }
};

const whole = (name: string, text: string, [low, high]: readonly [number, number]): number => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= low && number <= high) return number;
  throw new BadOption(`--${name} is "${text}": give a whole number from ${low} to ${high}.`);
};

const kindsOf = (text: string): readonly string[] => {
  const names = KINDS.map(({ name }) => name);
  if (text === 'all') return names;
  return text.split(',').map((name) => {
    if (names.includes(name)) return name;
    throw new BadOption(`--kinds has no "${name}": give all, or some of ${names.join(',')}.`);
  });
};

const SEEDS = [0, 2 ** 32 - 1] as const;

/** Throws BadOption for what cannot be. */
export const parseSettings = (args: readonly string[]): SiegeSettings => {
  const { seed, kinds, seconds, prefixes, quick } = parse(args);
  const usual = quick ? QUICK : USUAL;
  const { calmSeconds, warmUpSeconds, wellSeconds, timesCalm, recoverySeconds } = usual;
  return {
    seed: seed === undefined ? randomInt(2 ** 31) : whole('seed', seed, SEEDS),
    kinds: kinds === undefined && usual.kinds !== undefined ? usual.kinds : kindsOf(kinds ?? 'all'),
    seconds: seconds === undefined ? usual.seconds : whole('seconds', seconds, [1, 120]),
    prefixes: (prefixes ?? (quick ? '50' : '1,50'))
      .split(',')
      .map((text) => whole('prefixes', text, [1, 250])),
    ...{ calmSeconds, warmUpSeconds, wellSeconds, timesCalm, recoverySeconds },
  };
};
