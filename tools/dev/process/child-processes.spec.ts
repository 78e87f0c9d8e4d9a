import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ChildProcesses, readChildRecord, type ChildSpec } from './child-processes.ts';
import { identityOf, isSameProcess } from './process-identity.ts';
import { stopAll } from './stop-process.ts';

/** Processes are started, and nothing here is about how fast: a busy machine may take its time. */
const DEADLINE_MS = 60_000;

const dataDir = mkdtempSync(join(tmpdir(), 'warmline-children-'));
const logFile = join(dataDir, 'log');
afterEach(() => rmSync(logFile, { force: true }));
afterAll(() => rmSync(dataDir, { recursive: true }));

const logged = (): string[] => readFileSync(logFile, 'utf8').trim().split('\n');

/** Writes that it listens, and its name when it is asked to stop. */
const talkative = (name: string, stopOrder: number): ChildSpec => {
  const listen = `process.on('SIGTERM', () => { console.log('${name}'); process.exit(); })`;
  const script = `${listen}; setInterval(() => {}, 1e6); console.log('listening');`;
  return { name, command: process.execPath, args: ['-e', script], env: {}, logFile, stopOrder };
};

const untilLogged = async (text: string, times: number): Promise<void> => {
  while (logged().filter((line) => line === text).length < times) await delay(5);
};

it(
  'children are stopped in their order, whatever order they were started in',
  async () => {
    const children = new ChildProcesses(dataDir);
    await children.spawn(talkative('gateway', 1));
    await children.spawn(talkative('postgres', 4));
    await children.spawn(talkative('worker', 2));
    await untilLogged('listening', 3);
    await children.stopAll();
    expect(logged().slice(3)).toEqual(['gateway', 'worker', 'postgres']);
    await expect(children.spawn(talkative('late', 1))).rejects.toThrow('nothing new is started');
  },
  DEADLINE_MS,
);

it(
  'the list in the data folder is enough for another process to stop them',
  async () => {
    const child = await new ChildProcesses(dataDir).spawn(talkative('orphan', 1));
    const { children } = readChildRecord(dataDir);
    expect(children.map(({ name, pid }) => [name, pid])).toEqual([['orphan', child.pid]]);
    await stopAll(children);
    expect(isSameProcess(child.pid, children[0]?.identity ?? '')).toBe(false);
  },
  DEADLINE_MS,
);

it(
  'the list of version 0.1 is understood',
  () => {
    const known = { name: 'postgres', pid: 1, identity: 'long ago', stopSignal: 'SIGINT', graceMs: 10_000 };
    writeFileSync(
      join(dataDir, 'children.json'),
      JSON.stringify({ owner: '1/x', children: [{ ...known, stopTurn: 4 }] }),
    );
    expect(readChildRecord(dataDir).children).toEqual([{ ...known, stopOrder: 4 }]);
  },
  DEADLINE_MS,
);

it(
  'a process that only has the same pid is left alone',
  async () => {
    const children = new ChildProcesses(dataDir);
    const { pid } = await children.spawn(talkative('stranger', 1));
    const identity = identityOf(pid);
    const mistaken = { name: 'gateway', pid, identity: 'long ago', graceMs: 0, stopOrder: 1 };
    await stopAll([{ ...mistaken, stopSignal: 'SIGKILL' }]);
    expect(isSameProcess(pid, identity)).toBe(true);
    await children.stopAll();
  },
  DEADLINE_MS,
);

it(
  'stopping a command stops what it has started too',
  async () => {
    const inner = `setInterval(() => {}, 1e6); console.log(process.pid)`;
    const script = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: 'inherit' })`;
    const children = new ChildProcesses(dataDir);
    const run = children.run({
      name: 'nx',
      command: process.execPath,
      args: ['-e', script],
      env: {},
      logFile,
    });
    let pid = 0;
    while ((pid = Number(logged()[0])) === 0) await delay(5);
    const identity = identityOf(pid);
    await children.stopAll();
    expect(await run).toBe(128);
    while (isSameProcess(pid, identity)) await delay(5);
  },
  DEADLINE_MS,
);

it(
  'a child that crashes writes none of its memory to disk, and only we may read its log',
  async () => {
    const script = `console.log(require('fs').readFileSync('/proc/self/limits', 'utf8'))`;
    const spec = { name: 'node', command: process.execPath, args: ['-e', script], env: {}, logFile };
    expect(await new ChildProcesses(dataDir).run(spec)).toBe(0);
    expect(statSync(logFile).mode & 0o777).toBe(0o600);
    // The second figure cannot be raised again.
    expect(logged().find((line) => line.startsWith('Max core file size'))).toMatch(/size +0 +0 +bytes/);
  },
  DEADLINE_MS,
);

it(
  'a command that cannot be started is explained',
  async () => {
    const none = { name: 'redis', command: '/no/such/program', args: [], env: {}, logFile };
    await expect(new ChildProcesses(dataDir).run(none)).rejects.toThrow('Cannot start redis');
  },
  DEADLINE_MS,
);
