import { GROUPS, type Group } from '../honest/note';
import { megabytes, missed, reached, refusalsOf, type Row } from './judge';

const HEADINGS = [
  ...['attack', 'from', 'reached', 'visitor p50', 'visitor p95', 'danger p95', 'console p95', 'sign-in p95'],
  ...['refused', 'loop ms', 'memory MB', 'back s', 'well s', 'files', 'goals'],
];

const ms = (value: number): string => (Number.isFinite(value) ? String(Math.round(value)) : 'never');

const seconds = (value: number | null): string => (value === null ? 'no' : String(Math.round(value)));

const change = (row: Row, group: Group, which: 'p50' | 'p95'): string =>
  `${ms(row.calm.groups[group][which])} → ${ms(row.attack.groups[group][which])}`;

const cellsOf = (row: Row): string[] => [
  row.kind,
  String(row.prefixes),
  reached(row),
  change(row, 'visitor', 'p50'),
  change(row, 'visitor', 'p95'),
  ...(['danger', 'console', 'sign-in'] as const).map((group) => change(row, group, 'p95')),
  GROUPS.map((group) => refusalsOf(row, group)).join('/'),
  `${row.calm.loopMs} → ${row.attack.loopMs}`,
  [row.held.before.rss, row.attack.rss, row.held.after.rss].map(megabytes).join(' → '),
  seconds(row.backAfter),
  seconds(row.wellAfter),
  `${row.held.before.files} → ${row.held.after.files}`,
  missed(row).length === 0 ? 'met' : 'missed',
];

const line = (cells: readonly string[], widths: readonly number[]): string =>
  `| ${cells.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join(' | ')} |`;

/** A table for people, ready for a page of documentation; milliseconds are calm → under attack. */
export const tableOf = (rows: readonly Row[]): string => {
  const cells = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, place) => Math.max(...cells.map((row) => row[place]?.length ?? 0)));
  const [heading = [], ...rest] = cells;
  const rule = widths.map((width) => '-'.repeat(width));
  return [heading, rule, ...rest].map((row) => line(row, widths)).join('\n');
};

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** The last line of a siege, for programs. */
export const lastLine = (seed: number, rows: readonly Row[]): string =>
  JSON.stringify({
    seed,
    missed: rows.reduce((sum, row) => sum + missed(row).length, 0),
    rows: rows.map((row) => ({
      kind: row.kind,
      prefixes: row.prefixes,
      missed: missed(row),
      honest: Object.fromEntries(
        GROUPS.map((group) => [group, { calm: row.calm.groups[group], attack: row.attack.groups[group] }]),
      ),
      loopMs: [row.calm.loopMs, row.attack.loopMs],
      memoryMb: [row.held.before.rss, row.attack.rss, row.held.after.rss].map(megabytes),
      files: [row.held.before.files, row.held.after.files],
      slowness: [row.calm.slowness, row.attack.slowness].map((value) => Math.round(value * 10) / 10),
      attacker: {
        ...{ cpu: hundredths(row.attacker.cpu), waited: hundredths(row.attacker.waited) },
        ...row.attacker.tally,
      },
    })),
  });
