import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { commandLineOf, identityOf, isSameProcess } from './process-identity.ts';

it('a process keeps its identity for as long as it lives, and no longer', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  const pid = child.pid ?? 0;
  const identity = identityOf(pid);
  expect(isSameProcess(pid, identity)).toBe(true);
  expect(commandLineOf(pid)).toContain('setInterval');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isSameProcess(pid, identity)).toBe(false);
});

it('another process with the same pid is not the same process', () => {
  expect(isSameProcess(process.pid, 'another moment')).toBe(false);
  expect(isSameProcess(process.pid, '')).toBe(false);
});
