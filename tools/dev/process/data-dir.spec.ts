import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataDir } from './data-dir.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'warmline-lock-'));
const lock = join(dataDir, 'start.lock');
afterEach(() => rmSync(lock, { force: true }));
afterAll(() => rmSync(dataDir, { recursive: true }));

it('a second start is refused and told where the first one answers', () => {
  const unlock = lockDataDir(dataDir, 'http://localhost:3000');
  expect(() => lockDataDir(dataDir, 'http://localhost:4000')).toThrow(
    'already running at http://localhost:3000',
  );
  unlock();
  lockDataDir(dataDir, 'http://localhost:4000')();
});

it.each([
  ['a killed run', JSON.stringify({ pid: process.pid, identity: 'long ago', url: 'http://x' })],
  ['a run that was killed while it wrote', '{"pid":'],
])('the lock of %s is reclaimed and leaves nothing behind', (_, content) => {
  writeFileSync(lock, content);
  lockDataDir(dataDir, 'http://localhost:3000')();
  expect(readdirSync(dataDir)).toEqual(['logs']);
});

it('a folder that cannot be made is explained in one sentence', () => {
  writeFileSync(lock, 'a file where a folder would have to be');
  expect(() => lockDataDir(join(lock, 'data'), 'http://localhost:3000')).toThrow(
    /^Cannot write in .+ \(ENOTDIR\)/,
  );
});
