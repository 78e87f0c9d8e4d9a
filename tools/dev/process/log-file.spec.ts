import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastWords } from './log-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'warmline-log-'));
const file = join(folder, 'gateway.log');
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  [
    'the error and not its stack',
    'listening\nError: no such key\n    at run (main.js:1:1)\n\nNode.js v20.20.2\n',
    'Error: no such key',
  ],
  [
    'a heading with the line below it',
    'The configuration cannot be used:\n  PORT: too big\n',
    'The configuration cannot be used: PORT: too big',
  ],
  ['the end, when no line mentions an error', 'one\ntwo\n', 'two'],
])('a failure quotes %s', (_, log, words) => {
  writeFileSync(file, log);
  expect(lastWords(file)).toBe(`"${words}" (the whole log is ${file}).`);
});

it('a missing log counts as empty', () => {
  expect(lastWords(join(folder, 'none.log'))).toContain('it said nothing');
});
