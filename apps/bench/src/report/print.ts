import type { Figure } from './figure';

const round = (value: number): number => Number(value.toPrecision(3));

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell, place) => cell.padEnd([5, 62, 9, 8, 12, 12, 4][place] ?? 0)).join(' | ')} |`;

/** A table for people, ready for a page of documentation. */
export const tableOf = (figures: readonly Figure[]): string => {
  const lines = [
    row(['', 'figure', 'value', 'goal', 'ours', 'baseline', 'met']),
    row(['---', '---', '---', '---', '---', '---', '---']),
    ...figures.map(({ id, what, value, goal, ours, baseline, unit, met }) =>
      row([
        id,
        what,
        String(round(value)),
        goal,
        `${round(ours)} ${unit}`,
        baseline === null ? '' : `${round(baseline)} ${unit}`,
        met ? 'yes' : 'no',
      ]),
    ),
  ];
  const notes = figures.flatMap(({ id, notes: said }) => said.map((note) => `${id}: ${note}`));
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
};

export const jsonOf = ({ id, value, goal, met, ours, baseline }: Figure): string =>
  JSON.stringify({
    id,
    value: round(value),
    goal,
    met,
    ours: round(ours),
    baseline: baseline === null ? null : round(baseline),
  });
