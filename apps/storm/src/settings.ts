import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { FAULT_NAMES, type FaultName } from './nemesis/fault-name';

/** What one storm is like; see README.md for what each option means. */
export interface StormSettings {
  readonly mode: 'storm' | 'outages';
  readonly seconds: number;
  readonly seed: number;
  readonly visitors: number;
  readonly responders: number;
  readonly faults: readonly FaultName[];
  /** Strikes come this many times as far apart as usual. */
  readonly pace: number;
  /** Of every deadline of the server and the pages. */
  readonly timeScale: number;
  /** Only the result, as one line of JSON at the end. */
  readonly json: boolean;
  /** What was seen and every log are kept, even if all is well. */
  readonly keep: boolean;
  /** Outages in real time. */
  readonly full: boolean;
}

/** Its message says what to give instead. */
export class BadOption extends Error {}

const OPTIONS = {
  seconds: { type: 'string', default: '60' },
  seed: { type: 'string' },
  visitors: { type: 'string', default: '24' },
  responders: { type: 'string', default: '16' },
  faults: { type: 'string', default: 'all' },
  pace: { type: 'string', default: '1' },
  'time-scale': { type: 'string', default: '0.1' },
  json: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
  outages: { type: 'boolean', default: false },
} as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true });
  } catch (error) {
    throw new BadOption(error instanceof Error ? error.message : String(error));
  }
};

const whole = (name: string, text: string, [low, high]: readonly [number, number]): number => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= low && number <= high) return number;
  throw new BadOption(`--${name} is "${text}": give a whole number from ${low} to ${high}.`);
};

const share = (name: string, text: string, [low, high]: readonly [number, number]): number => {
  const number = Number(text);
  if (/^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text) && number >= low && number <= high) return number;
  throw new BadOption(`--${name} is "${text}": give a number from ${low} to ${high}.`);
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
  const { values } = parse(args);
  return {
    mode: values.outages ? 'outages' : 'storm',
    seconds: whole('seconds', values.seconds, [1, 86_400]),
    seed: values.seed === undefined ? randomInt(2 ** 31) : whole('seed', values.seed, [0, MOST_SEEDS]),
    visitors: whole('visitors', values.visitors, [1, 1_000]),
    responders: whole('responders', values.responders, [1, 200]),
    faults: faultsOf(values.faults),
    pace: share('pace', values.pace, [0.5, 20]),
    timeScale: values.full ? 1 : share('time-scale', values['time-scale'], [0.05, 1]),
    json: values.json,
    keep: values.keep,
    full: values.full,
  };
};

/** The arguments that make the same storm again. */
export const againAs = ({ seed, seconds, visitors, responders, ...settings }: StormSettings): string => {
  const { faults, pace, timeScale } = settings;
  const size = `--seed ${seed} --seconds ${seconds} --visitors ${visitors} --responders ${responders}`;
  const names = faults.length === FAULT_NAMES.length ? 'all' : faults.join(',') || 'none';
  const rest = [
    ['faults', names, 'all'],
    ['pace', String(pace), OPTIONS.pace.default],
    ['time-scale', String(timeScale), OPTIONS['time-scale'].default],
  ] as const;
  const given = rest.flatMap(([name, value, usual]) => (value === usual ? [] : [`--${name} ${value}`]));
  return [size, ...given].join(' ');
};
