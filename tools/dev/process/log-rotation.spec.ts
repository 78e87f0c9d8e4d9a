import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepPrevious, LogRotation, type LogLimits } from './log-rotation.ts';

const LIMITS: LogLimits = { bytes: 100, age: 1_000, older: 3, olderAge: 10_000, olderBytes: 400 };

let folder = '';
let log = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'warmline-logs-'));
  log = join(folder, 'gateway.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = (file: string): string => readFileSync(file, 'utf8');

it('a log that is too large moves aside, and its process goes on writing at the start of an empty one', () => {
  const open = openSync(log, 'a');
  const rotation = new LogRotation(folder, LIMITS);
  writeSync(open, 'a'.repeat(99));
  rotation.rotateDue(0);
  expect(readdirSync(folder)).toEqual(['gateway.log']);
  writeSync(open, 'b');
  rotation.rotateDue(1);
  writeSync(open, 'after');
  closeSync(open);
  expect(text(`${log}.1`)).toBe(`${'a'.repeat(99)}b`);
  expect(text(log)).toBe('after');
});

it('nobody else on the machine may read a log, an older one neither', () => {
  closeSync(openSync(log, 'a', 0o600));
  writeFileSync(log, 'x'.repeat(LIMITS.bytes));
  new LogRotation(folder, LIMITS).rotateDue(0);
  expect([log, `${log}.1`].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
});

it('a log that is too old moves aside, unless it is empty', () => {
  const rotation = new LogRotation(folder, LIMITS);
  writeFileSync(log, 'a line');
  rotation.rotateDue(0);
  rotation.rotateDue(999);
  expect(existsSync(`${log}.1`)).toBe(false);
  rotation.rotateDue(1_000);
  expect([text(log), text(`${log}.1`)]).toEqual(['', 'a line']);
  rotation.rotateDue(3_000);
  expect(existsSync(`${log}.2`)).toBe(false);
});

it('however much is written, older logs are few and small together', () => {
  const rotation = new LogRotation(folder, LIMITS);
  const bytes = (): number =>
    readdirSync(folder).reduce((sum, name) => sum + text(join(folder, name)).length, 0);
  for (let round = 0; round < 40; round += 1) {
    for (const name of ['gateway', 'worker']) writeFileSync(join(folder, `${name}.log`), 'x'.repeat(150));
    rotation.rotateDue(Date.now());
    expect(bytes()).toBeLessThanOrEqual(LIMITS.olderBytes);
  }
  expect(existsSync(`${log}.${LIMITS.older + 1}`)).toBe(false);
});

it('an older log is deleted after its time, and so is the one that version 0.2 left', () => {
  const now = Date.now();
  for (const [name, age] of [
    ['gateway.log.1', 9_000],
    ['gateway.log.2', 11_000],
    ['worker.log.before', 11_000],
  ] as const) {
    writeFileSync(join(folder, name), 'x');
    utimesSync(join(folder, name), now / 1_000, (now - age) / 1_000);
  }
  new LogRotation(folder, LIMITS).rotateDue(now);
  expect(readdirSync(folder)).toEqual(['gateway.log.1']);
});

it('a start keeps the logs of the runs before, the newest first', () => {
  for (const run of ['first', 'second', 'third', 'fourth', 'fifth']) {
    keepPrevious(log, LIMITS);
    writeFileSync(log, run);
  }
  expect([log, `${log}.1`, `${log}.2`, `${log}.3`].map(text)).toEqual(['fifth', 'fourth', 'third', 'second']);
  expect(existsSync(`${log}.4`)).toBe(false);
});
