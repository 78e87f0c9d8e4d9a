import { DAY, HOUR, instant, later } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { allowMoreHours } from './supervision';
import { limitsOf, WELLBEING } from './wellbeing-limits';
import { RESTED } from './working-day';

const now = instant(1_800_000_000_000);
const [sam, jo, service] = [numbered.staff(1), numbered.staff(2), numbered.service(1)];
const given = { by: jo, reason: 'nobody_else', service } as const;
const worked = (hours: number) => ({ staff: sam, day: { ...RESTED, workedInWeek: hours * HOUR } });

describe('more hours than a week has', () => {
  it('[RTE5] are a supervisor’s word with a reason, for a day', () => {
    expect(allowMoreHours(worked(12), given, { now, limits: WELLBEING })).toEqual({
      accepted: true,
      events: [{ type: 'hours_allowed', ...given, staff: sam, until: later(now, DAY), at: now }],
    });
  });

  it('[RTE5] are nobody’s to allow themselves', () => {
    expect(allowMoreHours(worked(12), { ...given, by: sam }, { now, limits: WELLBEING })).toEqual({
      accepted: false,
      refusal: 'not_yourself',
    });
  });

  it('[RTE5] end where nobody can lengthen them', () => {
    const refused = { accepted: false, refusal: 'hours_over' };
    expect(allowMoreHours(worked(16), given, { now, limits: WELLBEING })).toEqual(refused);
    expect(allowMoreHours(worked(15.9), given, { now, limits: WELLBEING }).accepted).toBe(true);
    const { limits } = limitsOf({ hoursInWeekAtMost: 12 * HOUR });
    expect(allowMoreHours(worked(1), given, { now, limits })).toEqual(refused);
  });
});
