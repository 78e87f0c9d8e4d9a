import { instant, type Instant } from '@warmline/kernel';

/** Postgres answered something else than a query expects. The message names the column and the type, never the value. */
export class UnexpectedRow extends TypeError {}

/** Turns what Postgres answered in one column into a value; throws UnexpectedRow when it is of another type. */
export type Column<Value> = (answer: unknown) => Value;

const unexpected = (expected: string): never => {
  throw new UnexpectedRow(`expected ${expected}`);
};

export const text: Column<string> = (answer) => (typeof answer === 'string' ? answer : unexpected('text'));

export const flag: Column<boolean> = (answer) =>
  typeof answer === 'boolean' ? answer : unexpected('a boolean');

/** Any finite number, a fraction or not. */
export const number: Column<number> = (answer) =>
  typeof answer === 'number' && Number.isFinite(answer) ? answer : unexpected('a number');

export const whole: Column<number> = (answer) =>
  typeof answer === 'number' && Number.isSafeInteger(answer) ? answer : unexpected('a whole number');

/** Milliseconds since 1970, as `ms()` reads a timestamptz. */
export const moment: Column<Instant> = (answer) => instant(whole(answer));

/** A timestamptz that `pg` has parsed; a Date keeps whole milliseconds. */
export const dateMoment: Column<Instant> = (answer) =>
  answer instanceof Date ? instant(answer.getTime()) : unexpected('a time');

export const bytes: Column<Buffer> = (answer) => (Buffer.isBuffer(answer) ? answer : unexpected('bytes'));

/** Bytes that came in JSON, as hexadecimal text. */
export const hexBytes: Column<Buffer> = (answer) => Buffer.from(text(answer), 'hex');

export const optional =
  <Value>(column: Column<Value>): Column<Value | null> =>
  (answer) =>
    answer === null ? null : column(answer);

/** A Postgres array, or an array in JSON. */
export const list =
  <Value>(column: Column<Value>): Column<Value[]> =>
  (answer) =>
    Array.isArray(answer) ? answer.map((element: unknown) => column(element)) : unexpected('a list');

/** One of a closed list of words; the record makes the compiler ask for each of them. */
export const oneOf = <Word extends string>(words: Readonly<Record<Word, true>>): Column<Word> => {
  const isWord = (answer: unknown): answer is Word =>
    typeof answer === 'string' && Object.hasOwn(words, answer);
  return (answer) => (isWord(answer) ? answer : unexpected('a known word'));
};

/** An id, by its own parser: `idOf(staffId)`. */
export const idOf =
  <Id extends string>(parse: (text: string) => Id): Column<Id> =>
  (answer) =>
    parse(text(answer));

/** What each column of a row is. A column that is missing here, or of another type, does not compile. */
export type Columns<Row> = { readonly [Name in keyof Row]-?: Column<Row[Name]> };

const isRecord = (answer: unknown): answer is Readonly<Record<string, unknown>> =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer);

/** A row, or an object in JSON. Columns that are not named here are left out. */
export const row = <Row extends object>(columns: Columns<Row>): Column<Row> => {
  const named = Object.entries<Column<unknown>>(columns);
  return (answer) => {
    if (!isRecord(answer)) return unexpected('a row');
    const values: Record<string, unknown> = {};
    let reading = '';
    // One frame for all columns: rows are parsed by the thousand.
    try {
      for (const [name, column] of named) {
        reading = name;
        values[name] = column(answer[name]);
      }
    } catch (error) {
      const why = error instanceof Error ? error.message : 'unknown';
      throw new UnexpectedRow(`${reading}: ${why}`, { cause: error });
    }
    return values as Row;
  };
};

/** The rows of an answer. */
export const rows = <Row>(column: Column<Row>, answer: unknown): Row[] => list(column)(answer);

/** How many rows an update or a delete has changed: TypeORM answers those with their rows and their number. */
export const changedRows = (answer: unknown): number => {
  const [, count] = list((part) => part)(answer);
  return whole(count);
};
