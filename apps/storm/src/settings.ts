import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { FAULT_NAMES, type FaultName } from './nemesis/fault-name';

/** What one storm is like; see README.md for what each option means. */
export interface StormSettings {
  readonly mode: 'storm' | 'outages' | 'seeded-bugs';
  readonly seconds: number;
  readonly seed: number;
  readonly visitors: number;
  readonly responders: number;
  readonly faults: readonly FaultName[];
  /** Only the result, as one line of JSON at the end. */
  readonly json: boolean;
  /** Outages in real time. */
  readonly full: boolean;
  /** What no option of ours is: names of seeded bugs. */
  readonly rest: readonly string[];
}

/** Its message says what to give instead. */
export class BadOption extends Error {}

const OPTIONS = {
  seconds: { type: 'string', default: '60' },
  seed: { type: 'string' },
  visitors: { type: 'string', default: '24' },
  responders: { type: 'string', default: '12' },
  faults: { type: 'string', default: 'all' },
  json: { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
  outages: { type: 'boolean', default: false },
  'seeded-bugs': { type: 'boolean', default: false },
} as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new BadOption(error instanceof Error ? error.message : String(error));
  }
};

const whole = (name: string, text: string, [low, high]: readonly [number, number]): number => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= low && number <= high) return number;
  throw new BadOption(`--${name} is "${text}": give a whole number from ${low} to ${high}.`);
};

const MOST_SEEDS = 2 ** 32 - 1;

const faultsOf = (text: string): readonly FaultName[] => {
  if (text === 'none') return [];
  if (text === 'all') return FAULT_NAMES;
  return text.split(',').map((name) => {
    const known = FAULT_NAMES.find((fault) => fault === name);
    if (known !== undefined) return known;
    throw new BadOption(`--faults has no "${name}": give all, none, or some of ${FAULT_NAMES.join(',')}.`);
  });
};

/** Throws BadOption for what cannot be. */
export const parseSettings = (args: readonly string[]): StormSettings => {
  const { values, positionals } = parse(args);
  const special = values.outages ? 'outages' : 'storm';
  return {
    mode: values['seeded-bugs'] ? 'seeded-bugs' : special,
    seconds: whole('seconds', values.seconds, [1, 86_400]),
    seed: values.seed === undefined ? randomInt(2 ** 31) : whole('seed', values.seed, [0, MOST_SEEDS]),
    visitors: whole('visitors', values.visitors, [1, 1_000]),
    responders: whole('responders', values.responders, [1, 200]),
    faults: faultsOf(values.faults),
    json: values.json,
    full: values.full,
    rest: positionals,
  };
};
