import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../tools/dev/stack/settings.ts';

export const BUGS_FOLDER = join(ROOT, 'apps/storm/src/bugs');

/** A spec of the project that must fail in a test whose title holds `test`. */
export interface SpecCheck {
  readonly project: 'unit' | 'int' | 'screen';
  readonly file: string;
  readonly test: string;
}

/** A storm whose checker must count at least one of these. */
export interface StormCheck {
  readonly args: readonly string[];
  readonly counts: readonly string[];
}

/** A bug with the one check that must catch it. */
export interface SeededBug {
  readonly name: string;
  readonly is: string;
  readonly spec?: SpecCheck;
  readonly storm?: StormCheck;
}

export const seededBugs = (): readonly SeededBug[] =>
  JSON.parse(readFileSync(join(BUGS_FOLDER, 'bugs.json'), 'utf8')) as SeededBug[];

export const patchOf = ({ name }: SeededBug): string => join(BUGS_FOLDER, `${name}.patch`);

/** What Jest writes with --json, as far as it is read here. */
export interface JestResults {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

export const parseJestResults = (file: string): JestResults =>
  JSON.parse(readFileSync(file, 'utf8')) as JestResults;

/** The counts of a storm's checker: its last line. */
export const parseVerdict = (line: string): Readonly<Record<string, number>> =>
  JSON.parse(line) as Record<string, number>;
