import { readFileSync } from 'node:fs';
import { VALID_MONTHS } from './training';
import { LIMITS, UNIT_SIZE, WELLBEING, type Limit } from './wellbeing-limits';

const page = readFileSync('docs/spec/wellbeing.md', 'utf8');

/** The cells of every row that starts with a name in backticks. */
const rows = [...page.matchAll(/^\| `(\w+)` *\|(.*)\|$/gm)].map(([, name = '', rest = '']) => ({
  name,
  cells: rest.split('|').map((cell) => cell.trim()),
}));
const cellsOf = (name: string): string[] => rows.find((row) => row.name === name)?.cells ?? [];

/** "2 h" and "30 min" in ms; a plain number is a count. */
const valueOf = (text = ''): number => {
  const [amount = '', unit] = text.split(' ');
  if (unit === undefined) return Number(amount);
  return Number(amount) * (unit === 'h' ? UNIT_SIZE.hours : UNIT_SIZE.minutes);
};

describe('docs/spec/wellbeing.md', () => {
  it.each(Object.keys(WELLBEING) as Limit[])('states the default and the bounds of %s', (limit) => {
    const [usual, stricter, strictest] = cellsOf(limit);
    const form = LIMITS[limit];
    expect(valueOf(usual)).toBe(WELLBEING[limit]);
    expect(stricter).toBe(form.stricter);
    expect(valueOf(strictest)).toBe(form.strictest * UNIT_SIZE[form.unit]);
  });

  it.each(Object.entries(VALID_MONTHS))('states for how long the module %s is valid', (module, months) => {
    expect(cellsOf(module)[0]).toBe(`${months} months`);
  });
});
