import { GROUPS, type Group } from '../honest/note';
import type { Fared, Reading } from './readings';

/** What the gateway holds after garbage collection: resident bytes, and open file descriptors. */
export interface Held {
  readonly rss: number;
  readonly files: number;
}

/** One attack and what it did. */
export interface Row {
  readonly kind: string;
  readonly prefixes: number;
  readonly calm: Reading;
  readonly attack: Reading;
  /** How many times slower than in the calm honest people may be. */
  readonly timesCalm: number;
  readonly held: { readonly before: Held; readonly after: Held };
  /** Seconds until memory and files were back; null when they were not in time. */
  readonly backAfter: number | null;
  /** Seconds until honest people were served as in the calm; null when they were not in time. */
  readonly wellAfter: number | null;
  readonly isSameProcess: boolean;
  readonly attacker: {
    readonly tally: Readonly<Record<string, number>>;
    /** Shares of the time that it ran, and that it was ready to run and was not let. */
    readonly cpu: number;
    readonly waited: number;
  };
  /** How long it lasted (s). */
  readonly seconds: number;
}

/** The most that an honest person may wait (ms). A sign-in hashes on purpose: ACC2 gives it 5 s. */
const MOST: Readonly<Record<Group, number>> = { visitor: 500, danger: 500, console: 500, 'sign-in': 5_000 };

/** A standard visitor may be asked to wait their turn; nobody else may be refused anything. */
const NEVER_REFUSED: readonly Group[] = ['danger', 'console', 'sign-in'];

/** Memory that is back: this many times what it was. Files: honest people open and close some between two readings. */
const MEMORY_BACK = 1.1;
const FILES_MORE = 5;

/** Whether the gateway holds no more than before. */
export const isBack = (before: Held, after: Held): boolean =>
  after.rss <= before.rss * MEMORY_BACK && after.files <= before.files + FILES_MORE;

const refusals = ({ refused }: Fared): number =>
  Object.values(refused).reduce((sum, times) => sum + times, 0);

/** What is compared: with the calm, and how many times slower than in it honest people may be. */
export interface Compared {
  readonly calm: Reading;
  readonly attack: Reading;
  readonly timesCalm: number;
}

/** What honest people may take (ms). A late machine is nobody's fault. */
const limitOf = (group: Group, { calm, attack: now, timesCalm }: Compared): number => {
  const laterThanCalm = Math.max(1, now.slowness / calm.slowness);
  const relative = group === 'sign-in' ? Infinity : timesCalm * calm.groups[group].p95 * laterThanCalm;
  return Math.min(MOST[group] * now.slowness, relative);
};

/** A sign-in comes every few seconds only: none in a short attack says nothing. */
const saysNothing = (group: Group, { acts }: Fared): boolean => group === 'sign-in' && acts === 0;

const isInTime = (group: Group, compared: Compared): boolean => {
  const fared = compared.attack.groups[group];
  return saysNothing(group, fared) || fared.p95 <= limitOf(group, compared);
};

/** Whether everyone honest is served as in the calm. */
export const isWell = (compared: Compared): boolean =>
  GROUPS.every((group) => isInTime(group, compared) && refusals(compared.attack.groups[group]) === 0);

const tooSlow = (row: Row, group: Group): string[] => {
  if (isInTime(group, row)) return [];
  const { p95 } = row.attack.groups[group];
  const said = Number.isFinite(p95) ? `${Math.round(p95)} ms` : 'never';
  return [`${group} p95 ${said}, at most ${Math.round(limitOf(group, row))} ms`];
};

const notBack = ({ before, after }: Row['held']): string =>
  `${megabytes(after.rss)} MB and ${after.files} open files after, ${megabytes(before.rss)} MB and ${before.files} before`;

/** An attacker that waited for longer than this share of its time has not attacked: its row says nothing. */
const WAITED_MOST = 0.5;
export const saysNothingOf = ({ attacker }: Row): boolean => attacker.waited > WAITED_MOST;

/** The goals an attack made the product miss, in words; none when it stood. */
export const missed = (row: Row): string[] => [
  ...GROUPS.flatMap((group) => tooSlow(row, group)),
  ...NEVER_REFUSED.flatMap((group) => {
    const count = refusals(row.attack.groups[group]);
    return count === 0 ? [] : [`${group} refused ${count} times`];
  }),
  ...(saysNothingOf(row) ? ['this row says nothing: the attacker had too little of the processor'] : []),
  ...(row.backAfter === null ? [notBack(row.held)] : []),
  ...(row.isSameProcess ? [] : ['the gateway ended']),
  ...(row.isSameProcess && row.wellAfter === null ? ['honest people were not well again in time'] : []),
];

/** Whether the process ended, or kept files open: what no machine, however slow, is to blame for. */
export const isHarmed = ({ isSameProcess, held: { before, after } }: Row): boolean =>
  !isSameProcess || after.files > before.files + FILES_MORE;

export const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

/** Slower than this (times), and the siege says nothing about the product. */
const SLOWEST = 8;
export const isMachineTooSlow = (rows: readonly Row[]): boolean =>
  rows.some((row) => row.calm.slowness > SLOWEST || saysNothingOf(row));

/** What counts as one act of the attacker, the finest that its kind counts. */
const ACTS = ['commands', 'requests', 'begun'];

/** What the attacker reached: acts a second, and its share of a processor. */
export const reached = ({ attacker: { tally, cpu }, seconds }: Row): string => {
  const acts = ACTS.map((what) => tally[what]).find((count) => count !== undefined) ?? 0;
  return `${Math.round(acts / seconds)}/s, ${cpu.toFixed(1)}`;
};

/** Honest refusals of a group, for the table. */
export const refusalsOf = (row: Row, group: Group): number => refusals(row.attack.groups[group]);

/** One attack, in a line. */
export const summary = (row: Row): string => {
  const flaws = missed(row);
  const from = row.prefixes === 1 ? 'one network' : `${row.prefixes} networks`;
  const title = `${row.kind} from ${from}`;
  return flaws.length === 0 ? `  ✓ ${title}` : `  ✗ ${title}: ${flaws.join('; ')}`;
};
