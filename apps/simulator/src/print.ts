import type { Goal } from '@warmline/simulation';

export const round = (value: number): number => Number(value.toPrecision(3));

/** A table as Markdown: readable in a terminal and in a note. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
};

const metAs = (met: boolean | null): string => {
  if (met === null) return 'no goal';
  return met ? 'met' : 'MISSED';
};

export const goalTable = (goals: readonly Goal[]): string =>
  tableOf(
    ['', 'cell', 'figure', 'value', 'target', '', 'note'],
    goals.map(({ goal, cell, what, value, target, met, note }) => [
      goal,
      cell,
      what,
      String(round(value)),
      met === null ? '' : target,
      metAs(met),
      note,
    ]),
  );

export const jsonOf = ({ goal, cell, what, value, target, met, note }: Goal): string =>
  JSON.stringify({ goal, cell, what, value: round(value), target, met, ...(note !== '' && { note }) });
