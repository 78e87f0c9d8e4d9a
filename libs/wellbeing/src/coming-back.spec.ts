import { DAY, HOUR, instant, later } from '@warmline/kernel';
import { isBackUnobserved, refresherDue } from './coming-back';
import type { TrainingRecord } from './training';

const now = instant(Date.UTC(2026, 10, 23, 9));
const daysAgo = (days: number) => later(now, -days * DAY);
/** Midnight of that day. */
const passed = (module: string, days: number): TrainingRecord => ({
  module,
  grants: null,
  passedAt: instant(Math.floor(daysAgo(days) / DAY) * DAY),
  expiresAt: later(now, 365 * DAY),
});
const due = (away: number, ...training: TrainingRecord[]) =>
  refresherDue({ activeAt: daysAgo(away), training }, now);

describe('coming back after long', () => {
  it.each([
    [35, null],
    [35.1, 'refresher'],
    [181, 'refresher'],
    [182, 'full_training'],
  ])('[RTE5] after %d days without a conversation a person needs %s', (days, expected) => {
    expect(due(days)).toBe(expected);
    expect(refresherDue({ activeAt: null, training: [] }, now)).toBeNull();
  });

  it.each([
    ['a refresher passed since', due(40, passed('refresher', 1)), null],
    ['one of the day of the last talk', due(36, passed('refresher', 36)), 'refresher'],
    ['one from before the last talk', due(40, passed('refresher', 41)), 'refresher'],
    ['one of a later day than today', due(40, passed('refresher', -1)), 'refresher'],
    ['a refresher that is five weeks old itself', due(80, passed('refresher', 40)), 'refresher'],
    ['two, one after the other', due(80, passed('refresher', 40), passed('refresher', 2)), null],
    ['a refresher where all was due', due(200, passed('refresher', 1)), 'full_training'],
    ['all of the training', due(200, passed('full_training', 1)), null],
    ['all of it, and five weeks again', due(250, passed('full_training', 40)), 'refresher'],
    ['refreshers that kept it short', due(200, passed('refresher', 150), passed('refresher', 1)), null],
    ['some other module', due(40, passed('core_safeguarding', 1)), 'refresher'],
  ])('[RTE5] %s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  it('[RTE5] a person who came back needs one observed conversation and no more', () => {
    const returnedAt = later(now, -HOUR);
    expect(isBackUnobserved({ returnedAt: null, observedAt: null })).toBe(false);
    expect(isBackUnobserved({ returnedAt, observedAt: null })).toBe(true);
    expect(isBackUnobserved({ returnedAt, observedAt: later(returnedAt, -1) })).toBe(true);
    expect(isBackUnobserved({ returnedAt, observedAt: returnedAt })).toBe(false);
  });
});
