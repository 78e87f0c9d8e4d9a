import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { commandLineOf, identityOf, isStill } from './process-identity.mjs';

test('a process keeps its identity for as long as it lives, and no longer', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  const identity = identityOf(pid);
  expect(isStill(pid, identity)).toBe(true);
  expect(commandLineOf(pid)).toContain('setInterval');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isStill(pid, identity)).toBe(false);
});

test('another process with the same pid is not the same process', () => {
  expect(isStill(process.pid, 'another moment')).toBe(false);
  expect(isStill(process.pid, '')).toBe(false);
});
