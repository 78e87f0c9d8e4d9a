import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { until } from '@warmline/test-kit';
import type { Child, ProcessSpec } from './resources';
import { RestartingProcess } from './restarting-process';

const started: Child[] = [];
const crashes: string[] = [];
let program = 'setInterval(() => {}, 1000)';

const spawnReal = async ({ name }: ProcessSpec): Promise<Child> => {
  const child = spawn(process.execPath, ['-e', program], { stdio: 'ignore' });
  let over = false;
  const ended = once(child, 'exit').then(([code, signal]) => {
    over = true;
    return signal === null ? `exit code ${code}` : `signal ${signal}`;
  });
  await once(child, 'spawn');
  if (child.pid === undefined) throw new Error(`${name} has no pid`);
  const real = { pid: child.pid, ended, hasEnded: () => over };
  started.push(real);
  return real;
};

const aProcess = (): RestartingProcess =>
  new RestartingProcess({
    spec: { name: 'someone', logFile: '', command: 'node', args: [], env: {} },
    spawn: spawnReal,
    isOver: () => false,
    readiness: () => async () => true,
    crashed: (_name, how) => crashes.push(how),
  });

let one: RestartingProcess;
beforeEach(() => {
  program = 'setInterval(() => {}, 1000)';
  started.splice(0);
  crashes.splice(0);
  one = aProcess();
});
afterEach(() => one.kill());

test('who is killed on purpose stays away until started again, and nobody calls it a crash', async () => {
  await one.start();
  const { pid } = one;
  await one.kill();
  expect([one.pid, one.isReady]).toEqual([null, false]);
  await one.start();
  expect(one.pid).not.toBe(pid);
  expect([started.length, crashes]).toEqual([2, []]);
});

test('who ends alone is told of, and started again', async () => {
  await one.start();
  process.kill(one.pid ?? 0, 'SIGKILL');
  await until('another one', async () => started.length === 2 && one.isReady);
  expect(crashes).toEqual(['signal SIGKILL']);
});

test('who is told to start twice at once, and killed in between, is there once', async () => {
  const first = one.start();
  await one.kill();
  await Promise.all([first, one.start(), one.start()]);
  expect(started.filter((child) => !child.hasEnded())).toHaveLength(1);
});

test('a frozen process is killed all the same, and stops when it is asked to', async () => {
  await one.start();
  one.freeze();
  await one.kill();
  await one.start();
  expect(await one.stop(10_000)).toBeLessThan(10_000);
  expect(one.pid).toBeNull();
});

test('who does not stop when asked is ended after its grace', async () => {
  program = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
  await one.start();
  await one.stop(50);
  expect(one.pid).toBeNull();
});
