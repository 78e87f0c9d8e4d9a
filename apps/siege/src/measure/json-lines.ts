import { existsSync, readFileSync } from 'node:fs';

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    // A line of the log that is for people.
    return null;
  }
};

/** The whole lines of a file that hold an object of this form. A line still being written is left out. */
export const jsonLines = <Line>(file: string, isLine: (value: object) => value is Line & object): Line[] => {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      const value = line.startsWith('{') ? parsed(line) : null;
      return typeof value === 'object' && value !== null && isLine(value) ? [value] : [];
    });
};
