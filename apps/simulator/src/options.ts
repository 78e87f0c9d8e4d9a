import { parseArgs } from 'node:util';
import { USUAL_CELL, type Arrivals, type Cell } from '@warmline/simulation';

/** Its message says what is allowed. */
export class BadOption extends Error {}

export interface Options {
  readonly cells: readonly Cell[];
  /** One line of JSON a goal, on the output. */
  readonly json: boolean;
}

/** The scenarios of the goals: an option that is not given takes all of these. */
const TEAMS = [10, 3];
const LOADS = [1, 1.4, 2];
const ARRIVALS: readonly Arrivals[] = ['steady', 'daily', 'burst'];

/** Responder-days of a run: enough to judge every band and four hours of the day apart, for any team size. */
const RESPONDER_DAYS = 600;

const OPTIONS = {
  responders: { type: 'string' },
  load: { type: 'string' },
  patience: { type: 'string' },
  handle: { type: 'string' },
  slowdown: { type: 'string' },
  arrivals: { type: 'string', default: USUAL_CELL.arrivals },
  days: { type: 'string' },
  seed: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
} as const;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new BadOption(error instanceof Error ? error.message : String(error));
  }
};

interface Range {
  readonly from: number;
  readonly to: number;
  readonly whole?: boolean;
}

const number = (name: string, text: string, { from, to, whole = false }: Range): number => {
  const found = Number(text);
  const isFine =
    /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text) &&
    found >= from &&
    found <= to &&
    (!whole || Number.isInteger(found));
  if (isFine) return found;
  throw new BadOption(`--${name} is "${text}": give a ${whole ? 'whole ' : ''}number from ${from} to ${to}.`);
};

const orElse = (name: string, text: string | undefined, range: Range & { readonly usual: number }): number =>
  text === undefined ? range.usual : number(name, text, range);

const PATIENCE: Range = { from: 1, to: 600 };

/** `20`, or `15-25` for a mean drawn for each visitor. */
const patienceOf = (text: string | undefined): Cell['patience'] => {
  if (text === undefined) return USUAL_CELL.patience;
  const [from = '', to = from, ...more] = text.split('-');
  const patience = { from: number('patience', from, PATIENCE), to: number('patience', to, PATIENCE) };
  if (more.length === 0 && patience.from <= patience.to) return patience;
  throw new BadOption(`--patience is "${text}": give minutes, such as 20 or 15-25.`);
};

const arrivalsOf = (text: string): Arrivals => {
  const known = ARRIVALS.find((arrivals) => arrivals === text);
  if (known !== undefined) return known;
  throw new BadOption(`--arrivals is "${text}": give ${ARRIVALS.join(', ')}.`);
};

/** Throws BadOption for an impossible value. */
export const parseOptions = (args: readonly string[]): Options => {
  const values = parse(args);
  const { responders, load } = values;
  const teams =
    responders === undefined ? TEAMS : [number('responders', responders, { from: 1, to: 200, whole: true })];
  const loads = load === undefined ? LOADS : [number('load', load, { from: 0.05, to: 10 })];
  const usual = {
    ...USUAL_CELL,
    patience: patienceOf(values.patience),
    handle: orElse('handle', values.handle, { from: 1, to: 240, usual: USUAL_CELL.handle }),
    slowdown: orElse('slowdown', values.slowdown, { from: 0, to: 2, usual: USUAL_CELL.slowdown }),
    arrivals: arrivalsOf(values.arrivals),
    seed: number('seed', values.seed, { from: 0, to: 2 ** 32 - 1, whole: true }),
  };
  const daysOf = (team: number): number =>
    orElse('days', values.days, { from: 1, to: 3_650, whole: true, usual: Math.ceil(RESPONDER_DAYS / team) });
  const cells = teams.flatMap((team) =>
    loads.map((one) => ({ ...usual, responders: team, load: one, days: daysOf(team) })),
  );
  return { cells, json: values.json };
};
