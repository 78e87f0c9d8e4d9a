import { readFileSync } from 'node:fs';
import { FAULT_NAMES, LINK_FAULTS, type FaultName } from './fault-name';
import { nemesisRandom, scheduleOf } from './schedule';

const targets = {
  gateways: ['gateway 0', 'gateway 1'],
  workers: ['worker 0', 'worker 1'],
  links: [
    ...['worker 0>postgres', 'worker 0>redis', 'worker 1>postgres', 'worker 1>redis'],
    ...['people>gateway 0', 'gateway 0>postgres', 'gateway 0>redis'],
    ...['people>gateway 1', 'gateway 1>postgres', 'gateway 1>redis'],
  ],
};

const aSchedule = (seed: number, seconds = 600, faults: readonly FaultName[] = FAULT_NAMES) =>
  scheduleOf({ random: nemesisRandom(seed), targets, seconds, timeScale: 0.1, faults });

test('the same seed brings the same strikes, another one brings others', () => {
  expect(aSchedule(7)).toEqual(aSchedule(7));
  expect(aSchedule(7)).not.toEqual(aSchedule(8));
});

test('every fault comes, on every target that can have it', () => {
  const strikes = aSchedule(1, 3_000);
  expect(new Set(strikes.map(({ fault }) => fault))).toEqual(new Set(FAULT_NAMES));
  for (const fault of ['sigkill', 'sigterm', 'sigstop'])
    expect(new Set(strikes.filter((one) => one.fault === fault).map(({ target }) => target))).toEqual(
      new Set([...targets.gateways, ...targets.workers]),
    );
  for (const fault of LINK_FAULTS)
    expect(new Set(strikes.filter((one) => one.fault === fault).map(({ target }) => target))).toEqual(
      new Set(targets.links),
    );
});

test('only what was asked for comes', () => {
  expect(aSchedule(1, 60, [])).toEqual([]);
  expect(new Set(aSchedule(1, 60, ['slice']).map(({ fault }) => fault))).toEqual(new Set(['slice']));
});

test('after a calm beginning, within its time, in order, and on no target before the last strike on it is over', () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const strikes = aSchedule(seed, 120);
    expect(strikes.map(({ at }) => at)).toEqual(strikes.map(({ at }) => at).sort((a, b) => a - b));
    expect(strikes.at(0)?.at).toBeGreaterThanOrEqual(5_000);
    expect(strikes.at(-1)?.at).toBeLessThan(120_000);
    const over = new Map<string, number>();
    for (const { at, target, lasts } of strikes) {
      expect(at).toBeGreaterThanOrEqual(over.get(target) ?? 0);
      over.set(target, at + lasts);
    }
  }
});

test('a frozen process stays so for longer than a lease', () => {
  const stops = aSchedule(3).filter(({ fault }) => fault === 'sigstop');
  expect(stops.length).toBeGreaterThan(10);
  expect(Math.min(...stops.map(({ lasts }) => lasts))).toBeGreaterThan(2_000);
});

test('a kill every two to four seconds', () => {
  const strikes = aSchedule(5).map(({ fault }) => fault);
  // Two gateways, two workers, Postgres and Redis.
  const processes = (fault: FaultName): number => (fault === 'restart_everything' ? 6 : 1);
  const kills = strikes
    .filter((fault) => /kill|stale|restart/.test(fault))
    .reduce((sum, fault) => sum + processes(fault), 0);
  expect(600 / kills).toBeGreaterThan(1.5);
  expect(600 / kills).toBeLessThan(4);
});

test('the storm of npm test has every fault in its minute', () => {
  const stages = readFileSync(new URL('../../../../tools/dev/checks/stages.ts', import.meta.url), 'utf8');
  const [, seconds = '', seed = ''] = /--seconds (\d+) --seed (\d+)/.exec(stages) ?? [];
  const strikes = aSchedule(Number(seed), Number(seconds));
  expect(new Set(strikes.map(({ fault }) => fault))).toEqual(new Set(FAULT_NAMES));
});
