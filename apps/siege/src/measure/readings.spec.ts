import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readings } from './readings';

const folder = mkdtempSync(join(tmpdir(), 'siege-readings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, lines: readonly object[]): string => {
  const file = join(folder, name);
  writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\nhalf a li`);
  return file;
};

const act = (at: number, ms: number, outcome = 'done') => ({
  group: 'visitor',
  what: 'write',
  at,
  ms,
  outcome,
});
const felt = (at: number, loopMs: number, isCollected = false) => ({
  ...{ at, loopMs, isCollected },
  ...{ rss: 1_000 + at, files: 40, pid: 1 },
});

describe('what the processes of a siege wrote down', () => {
  const readings = new Readings({
    honest: fileOf('honest', [
      act(50, 10),
      act(90, 30),
      act(110, 20, 'too_fast'),
      act(250, 1),
      { oldest: 240 },
    ]),
    probe: fileOf('probe', [felt(90, 900), felt(120, 7), felt(180, 3, true)]),
    metronome: fileOf('metronome', [
      { at: 120, slowness: 2, lasted: 1 },
      { at: 150, slowness: 4, lasted: 1 },
    ]),
  });

  it('an act that began before an attack and was kept waiting in it counts', () => {
    const { groups } = readings.during({ from: 100, to: 200 });
    expect(groups.visitor).toMatchObject({ acts: 2, p50: 20, p95: 30, refused: { 'write: too_fast': 1 } });
  });

  it('a group of whom nobody was heard has no latency', () => {
    expect(readings.during({ from: 100, to: 200 }).groups.danger).toMatchObject({ acts: 0, p95: Infinity });
  });

  it('delay, memory and slowness are those of the span', () => {
    expect(readings.during({ from: 100, to: 200 })).toMatchObject({
      loopMs: 7,
      rss: 1_180,
      files: 40,
      slowness: 3,
    });
  });

  it('all acts of an attack are heard when the oldest under way began after it', () => {
    expect(readings.isHeardUntil(200)).toBe(true);
    expect(readings.isHeardUntil(245)).toBe(false);
  });

  it('what is held counts from a collection of garbage only', () => {
    expect(readings.collectedSince(100)).toMatchObject({ at: 180 });
    expect(readings.collectedSince(190)).toBeNull();
  });
});
