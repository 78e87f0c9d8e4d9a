import { DAY, instant, later, MINUTE } from '@warmline/kernel';
import {
  expiryOf,
  holds,
  lapsedModule,
  NEEDED_FOR_ALL,
  skillsAt,
  trainingStatus,
  trainingState,
  VALID_MONTHS,
  type TrainingRecord,
} from './training';

const now = instant(Date.UTC(2026, 10, 23, 9));
const utc = (year: number, month: number, day: number) => instant(Date.UTC(year, month - 1, day));
const record = (
  module: string,
  expiresAt = later(now, DAY),
  grants: string | null = null,
): TrainingRecord => ({
  module,
  grants,
  passedAt: later(now, -DAY),
  expiresAt,
});

describe('a training record', () => {
  it('is valid for as many months as the module says', () => {
    expect(VALID_MONTHS).toEqual({
      core_safeguarding: 24,
      suicide_safety: 12,
      data_protection: 12,
      background_check: 36,
    });
  });

  it.each([
    [utc(2026, 1, 31), 1, utc(2026, 2, 28)],
    [utc(2024, 2, 29), 12, utc(2025, 2, 28)],
    [utc(2024, 2, 29), 48, utc(2028, 2, 29)],
    [utc(2026, 11, 23), 24, utc(2028, 11, 23)],
    [utc(2026, 12, 31), 2, utc(2027, 2, 28)],
  ])(
    'passed at %d for %d months ends on the same day, or the last of a shorter month',
    (from, months, to) => {
      expect(expiryOf(from, months)).toBe(to);
      expect(expiryOf(later(from, 5 * MINUTE), months)).toBe(later(to, 5 * MINUTE));
    },
  );

  it.each([
    [0, 'expired'],
    [-1, 'expired'],
    [1, 'amber'],
    [60 * DAY, 'amber'],
    [60 * DAY + 1, 'valid'],
  ] as const)('%d ms before its end is %s', (left, state) => {
    expect(trainingState(record('core_safeguarding', later(now, left)), now)).toBe(state);
  });

  it('[RTE2] passed again counts by the later one', () => {
    const twice = [record('suicide_safety', now), record('suicide_safety', later(now, 1))];
    expect(holds(twice, 'suicide_safety', now)).toBe(true);
    expect(holds(twice.slice(0, 1), 'suicide_safety', now)).toBe(false);
    expect(holds(twice, 'core_safeguarding', now)).toBe(false);
  });
});

describe('what everybody needs', () => {
  it.each(NEEDED_FOR_ALL)('[RTE2] is %s: without it, or with it expired, nobody is asked', (module) => {
    const all = NEEDED_FOR_ALL.map((needed) => record(needed));
    expect(lapsedModule(all, now)).toBeNull();
    expect(
      lapsedModule(
        all.filter((one) => one.module !== module),
        now,
      ),
    ).toBe(module);
    expect(
      lapsedModule(
        all.map((one) => (one.module === module ? { ...one, expiresAt: now } : one)),
        now,
      ),
    ).toBe(module);
  });
});

describe('what a service asks of everyone', () => {
  it('[RTE2] is needed like the core, and shown as missing until it is passed', () => {
    const all = NEEDED_FOR_ALL.map((module) => record(module));
    const more = ['practice_not_safe'];
    expect(lapsedModule(all, now, more)).toBe('practice_not_safe');
    expect(trainingStatus(all, now, more)).toContainEqual({
      module: 'practice_not_safe',
      state: 'missing',
      expiresAt: null,
    });
    expect(lapsedModule([...all, record('practice_not_safe')], now, more)).toBeNull();
  });
});

describe('skills', () => {
  it('[RTE2] that a module grants go with its last record; others stay', () => {
    const records = [record('young', now, 'Young people'), record('grief', later(now, 1), 'Bereavement')];
    const skills = ['Young people', 'Bereavement', 'Welsh'];
    expect(skillsAt(skills, records, now)).toEqual(['Bereavement', 'Welsh']);
    expect(skillsAt(skills, [...records, record('young again', later(now, 1), 'Young people')], now)).toEqual(
      skills,
    );
  });
});

describe('training status', () => {
  it('the training status names what is missing, each module by its latest record, and no refreshers', () => {
    const records = [
      record('suicide_safety', now),
      record('suicide_safety', later(now, DAY)),
      record('welsh', now),
      record('refresher', now),
      record('full_training', now),
    ];
    expect(trainingStatus(records, now)).toEqual([
      { module: 'background_check', state: 'missing', expiresAt: null },
      { module: 'core_safeguarding', state: 'missing', expiresAt: null },
      { module: 'data_protection', state: 'missing', expiresAt: null },
      { module: 'suicide_safety', state: 'amber', expiresAt: later(now, DAY) },
      { module: 'welsh', state: 'expired', expiresAt: now },
    ]);
  });
});
