import { openingAt, isTaken } from './opening';
import { aMoment, AROUND_THE_CLOCK, at, daily, set } from './testing/an-opening';

type Given = Parameters<typeof aMoment>[0];

const TWO_AT_NIGHT = at('2026-11-19T02:00:00Z');
const SIX = at('2026-11-19T06:00:00Z');
const opening = (given: Given = {}) => {
  const rules = { hours: AROUND_THE_CLOCK, keepsNightRule: true, ...given.rules };
  const moment = aMoment({ now: TWO_AT_NIGHT, onShift: 3, supervisorsOn: 1, ...given, rules });
  return openingAt(moment.now, moment.rules, moment.situation);
};
const taken = (given: Given = {}) => ([1, 2, 3] as const).filter((band) => isTaken(opening(given), band));
const alone: Given = { onShift: 1, respondersOn: 1, supervisorsOn: 0 };

describe('a night with too few on', () => {
  it('[RTE5] shows closed without two responders and a supervisor, until six', () => {
    expect(opening().state).toBe('open');
    for (const given of [{ respondersOn: 1 }, { supervisorsOn: 0 }, alone])
      expect(opening(given)).toMatchObject({ state: 'closed', why: 'night', opensAt: SIX });
  });

  it('[RTE5] counts responders, and no supervisor among them', () => {
    expect(opening({ onShift: 2, respondersOn: 1, supervisorsOn: 1 }).why).toBe('night');
  });

  it('[RTE7] still takes band 1 and 2 while anyone is on, and nobody with nobody on', () => {
    expect(taken(alone)).toEqual([1, 2]);
    expect(taken({ onShift: 0, respondersOn: 0, supervisorsOn: 1 })).toEqual([1, 2]);
    const onCall = { isOnCall: true };
    expect(taken({ onShift: 0, respondersOn: 0, supervisorsOn: 0, rules: onCall })).toEqual([]);
  });

  it('[RTE5] lasts from midnight to six by the clock of the service, whatever a person sets', () => {
    const why = (time: string, given: Given = {}) => opening({ ...alone, ...given, now: at(time) }).why;
    expect(why('2026-11-18T23:59:59Z')).toBeNull();
    expect(why('2026-11-19T00:00:00Z')).toBe('night');
    expect(why('2026-11-19T05:59:59Z')).toBe('night');
    expect(why('2026-11-19T06:00:00Z')).toBeNull();
    const opened = set('open', { at: at('2026-11-19T01:00:00Z') });
    expect(why('2026-11-19T02:00:00Z', { override: opened })).toBe('night');
    const inTokyo = { hours: { ...AROUND_THE_CLOCK, zone: 'Asia/Tokyo' } };
    expect(why('2026-11-19T02:00:00Z', { rules: inTokyo })).toBeNull();
    expect(why('2026-11-18T16:00:00Z', { rules: inTokyo })).toBe('night');
  });

  it('opens by the hours, where they are closed at six', () => {
    const rules = { hours: daily('18:00-26:00') };
    expect(opening({ ...alone, rules, now: at('2026-11-19T01:00:00Z') })).toMatchObject({
      why: 'night',
      opensAt: at('2026-11-19T18:00:00Z'),
    });
  });

  it('is as open as a day where the service does not keep the rule', () => {
    expect(opening({ ...alone, rules: { keepsNightRule: false } })).toMatchObject({
      state: 'open',
      why: null,
    });
  });
});
