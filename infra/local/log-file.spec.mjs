import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastWords } from './log-file.mjs';

const folder = mkdtempSync(join(tmpdir(), 'warmline-log-'));
const file = join(folder, 'gateway.log');
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  [
    'the error, not its stack',
    'listening\nError: no such key\n    at run (main.js:1:1)\n\nNode.js v20.20.2\n',
    'Error: no such key',
  ],
  [
    'what a heading heads',
    'The configuration cannot be used:\n  PORT: too big\n',
    'The configuration cannot be used: PORT: too big',
  ],
  ['the end, when nothing speaks of an error', 'one\ntwo\n', 'two'],
])('of a log is told %s', (_, log, words) => {
  writeFileSync(file, log);
  expect(lastWords(file)).toBe(`"${words}" (all of it in ${file}).`);
});

test('a log that is not there says nothing', () => {
  expect(lastWords(join(folder, 'none.log'))).toContain('it said nothing');
});
