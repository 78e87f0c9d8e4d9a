import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { identityOf, isStill } from './process-identity.mjs';
import { readRecord, Roster, stopRecorded } from './roster.mjs';

const dataDir = mkdtempSync(join(tmpdir(), 'warmline-roster-'));
const logFile = join(dataDir, 'log');
afterAll(() => rmSync(dataDir, { recursive: true }));

/** Says when it listens, and its name when asked to stop. */
const speaking = (/** @type {string} */ name, /** @type {number} */ stopTurn) => {
  const listen = `process.on('SIGTERM', () => { console.log('${name}'); process.exit(); })`;
  const script = `${listen}; setInterval(() => {}, 1e6); console.log('listening');`;
  return { name, command: process.execPath, args: ['-e', script], env: {}, logFile, stopTurn };
};

const said = () => readFileSync(logFile, 'utf8').trim().split('\n');

const listening = async (/** @type {number} */ children) => {
  const deadline = Date.now() + 5_000;
  while (said().filter((line) => line === 'listening').length < children && Date.now() < deadline)
    await turn();
};

test('children are stopped by turns, whatever order they were started in', async () => {
  const roster = new Roster(dataDir);
  await roster.spawn(speaking('gateway', 1));
  await roster.spawn(speaking('postgres', 4));
  await roster.spawn(speaking('worker', 2));
  await listening(3);
  await roster.stopAll();
  expect(said().slice(3)).toEqual(['gateway', 'worker', 'postgres']);
  await expect(roster.spawn(speaking('late', 1))).rejects.toThrow('nothing new is started');
});

test('what is written down is enough for another process to stop them', async () => {
  const child = await new Roster(dataDir).spawn(speaking('orphan', 1));
  const { children } = readRecord(dataDir);
  expect(children.map(({ name, pid }) => [name, pid])).toEqual([['orphan', child.pid]]);
  await stopRecorded(children);
  expect(isStill(child.pid, children[0]?.identity ?? '')).toBe(false);
});

test('a process that only has the same pid is left alone', async () => {
  const roster = new Roster(dataDir);
  const { pid } = await roster.spawn(speaking('stranger', 1));
  const identity = identityOf(pid);
  const mistaken = { name: 'gateway', pid, identity: 'long ago', graceMs: 0, stopTurn: 1 };
  await stopRecorded([{ ...mistaken, stopSignal: 'SIGKILL' }]);
  expect(isStill(pid, identity)).toBe(true);
  await roster.stopAll();
});
