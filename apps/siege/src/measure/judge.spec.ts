import type { Group } from '../honest/note';
import { isBack, isHarmed, isMachineTooSlow, isWell, missed, reached, type Row } from './judge';
import type { Fared, Reading } from './readings';

const fared = (p95: number, refused: Record<string, number> = {}): Fared => ({
  p50: p95,
  p95,
  acts: 9,
  refused,
});

const reading = (p95: number, changes: Partial<Record<Group, Fared>> = {}, slowness = 1): Reading => ({
  groups: { visitor: fared(p95), danger: fared(p95), console: fared(p95), 'sign-in': fared(p95), ...changes },
  ...{ loopMs: 5, rss: 2e8, files: 40, slowness },
});

const held = { rss: 2e8, files: 40 };
const row = (changes: Partial<Row> = {}): Row => ({
  ...{ kind: 'noise', prefixes: 1, calm: reading(100), attack: reading(100), timesCalm: 3, seconds: 5 },
  attacker: { tally: {}, cpu: 0, waited: 0 },
  ...{ held: { before: held, after: held }, backAfter: 1, wellAfter: 4, isSameProcess: true, ...changes },
});

describe('the goals of a siege', () => {
  it('an attack that nobody felt misses nothing', () => {
    expect(missed(row())).toEqual([]);
  });

  it('a row says what the attacker reached, by the finest thing that was counted', () => {
    const attacked = (tally: Record<string, number>, cpu = 0) =>
      reached(row({ attacker: { tally, cpu, waited: 0 } }));
    expect(attacked({ commands: 1_000, begun: 5, started: 3 }, 0.34)).toBe('200/s, 0.3');
    expect(attacked({ begun: 50 })).toBe('10/s, 0.0');
    expect(attacked({ reset: 50 })).toBe('0/s, 0.0');
  });

  it('an attacker that was not let run has shown nothing, so its row is not met', () => {
    const starved = row({ attacker: { tally: {}, cpu: 0.01, waited: 0.9 } });
    expect(missed(starved)).toEqual(['this row says nothing: the attacker had too little of the processor']);
    expect(isMachineTooSlow([row(), starved])).toBe(true);
    expect(isMachineTooSlow([row()])).toBe(false);
  });

  it('honest people may become three times slower, and not more', () => {
    expect(missed(row({ attack: reading(299) }))).toEqual([]);
    expect(missed(row({ attack: reading(301) }))).toContain('visitor p95 301 ms, at most 300 ms');
  });

  it('no honest act may take longer than half a second, however slow it was in the calm', () => {
    expect(missed(row({ calm: reading(400), attack: reading(501) }))).toContain(
      'console p95 501 ms, at most 500 ms',
    );
  });

  it('a sign-in may take 5 s, since hashing is slow on purpose', () => {
    expect(missed(row({ attack: reading(100, { 'sign-in': fared(4_900) }) }))).toEqual([]);
    expect(missed(row({ attack: reading(100, { 'sign-in': fared(5_100) }) }))).toHaveLength(1);
  });

  it('a machine that was twice as late gives twice the time', () => {
    expect(missed(row({ attack: reading(590, {}, 2) }))).toEqual([]);
    expect(missed(row({ attack: reading(610, {}, 2) }))).not.toEqual([]);
  });

  it('a machine that is late all the time gives more than half a second', () => {
    const late = { calm: reading(400, {}, 3), attack: reading(1_199, {}, 3) };
    expect(missed(row(late))).toEqual([]);
    expect(missed(row({ ...late, attack: reading(1_201, {}, 3) }))).not.toEqual([]);
  });

  it('nobody in danger and no known device is refused; a standard visitor may be', () => {
    expect(missed(row({ attack: reading(9, { visitor: fared(9, { 'start: too_fast': 3 }) }) }))).toEqual([]);
    for (const group of ['danger', 'console', 'sign-in'] as const)
      expect(missed(row({ attack: reading(9, { [group]: fared(9, { 'a: b': 2 }) }) }))).toEqual([
        `${group} refused 2 times`,
      ]);
  });

  it('memory and open files come back, and the process stays', () => {
    expect(isBack(held, { rss: 2.1e8, files: 44 })).toBe(true);
    expect(isBack(held, { rss: 2.3e8, files: 44 })).toBe(false);
    expect(isBack(held, { rss: 2.1e8, files: 90 })).toBe(false);
    expect(missed(row({ backAfter: null, isSameProcess: false }))).toEqual([
      '200 MB and 40 open files after, 200 MB and 40 before',
      'the gateway ended',
    ]);
  });

  it('[SEC4] a gateway that is another process afterwards, or keeps six files open, is harmed on any machine', () => {
    const keeps = (files: number) => isHarmed(row({ held: { before: held, after: { ...held, files } } }));
    expect([keeps(40), keeps(45), keeps(46)]).toEqual([false, false, true]);
    expect(isHarmed(row({ isSameProcess: false }))).toBe(true);
  });

  it('who was never answered was not served in time', () => {
    expect(missed(row({ attack: reading(9, { danger: fared(Infinity) }) }))).toEqual([
      'danger p95 never, at most 300 ms',
    ]);
  });

  it('a short attack without a sign-in says nothing about signing in', () => {
    const none = { 'sign-in': { ...fared(Infinity), acts: 0 } };
    expect(missed(row({ attack: reading(9, none) }))).toEqual([]);
  });

  it('honest people are well again when they are served as in the calm', () => {
    const isWellBeside = (attack: Reading, timesCalm = 3) =>
      isWell({ timesCalm, calm: reading(100), attack });
    expect(isWellBeside(reading(299))).toBe(true);
    expect(isWellBeside(reading(301))).toBe(false);
    expect(isWellBeside(reading(301), 50)).toBe(true);
    expect(isWellBeside(reading(501), 50)).toBe(false);
    expect(isWellBeside(reading(9, { visitor: fared(9, { 'start: too_fast': 1 }) }))).toBe(false);
  });

  it('a machine that is late before any attack says nothing about the product', () => {
    expect(isMachineTooSlow([row({ calm: reading(100, {}, 9) })])).toBe(true);
    expect(isMachineTooSlow([row()])).toBe(false);
  });
});
