import { Writable } from 'node:stream';

/** How many errors are kept for the message of a failed test. */
const KEPT = 3;
const ERROR_LINE = '"level":50';

const errors: string[] = [];

/** The newest errors that any process of these tests logged: why a command that must succeed did not. */
export const newestErrors = (): string => errors.join('');

/** Every line a process wrote, to search. */
export class LogLines {
  readonly lines: string[] = [];

  readonly output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      const line = String(chunk);
      this.lines.push(line);
      if (line.includes(ERROR_LINE)) errors.push(line);
      if (errors.length > KEPT) errors.shift();
      done();
    },
  });
}
