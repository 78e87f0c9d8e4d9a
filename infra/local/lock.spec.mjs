import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from './lock.mjs';

const dataDir = mkdtempSync(join(tmpdir(), 'warmline-lock-'));
const lock = join(dataDir, 'start.lock');
afterEach(() => rmSync(lock, { force: true }));
afterAll(() => rmSync(dataDir, { recursive: true }));

test('a second start is refused and told where the first one answers', () => {
  const unlock = takeLock(dataDir, 'http://localhost:3000');
  expect(() => takeLock(dataDir, 'http://localhost:4000')).toThrow(
    'already running at http://localhost:3000',
  );
  unlock();
  takeLock(dataDir, 'http://localhost:4000')();
});

test.each([
  ['a process that is gone', JSON.stringify({ pid: process.pid, identity: 'long ago', url: 'http://x' })],
  ['nobody, half written', '{"pid":'],
])('the lock of %s is taken over and leaves nothing behind', (_, content) => {
  writeFileSync(lock, content);
  takeLock(dataDir, 'http://localhost:3000')();
  expect(readdirSync(dataDir)).toEqual(['logs']);
});

test('a folder that cannot be made is told in one sentence', () => {
  writeFileSync(lock, 'a file where a folder would have to be');
  expect(() => takeLock(join(lock, 'data'), 'http://localhost:3000')).toThrow(
    /^Cannot write in .+ \(ENOTDIR\)/,
  );
});
