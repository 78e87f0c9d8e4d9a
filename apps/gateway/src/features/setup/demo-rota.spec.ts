import { instantAt, localDay, weekdayOf } from '@warmline/calendar';
import { HOUR, instant, later } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { findRotaProblems, WELLBEING, type PlannedBlock } from '@warmline/wellbeing';
import { demoBlocks } from './demo-rota';

const zone = 'Europe/London';

describe('the demo rota', () => {
  it.each([1, 2, 4, 6])('[RTE5] can be worked as it is planned, with %d responders', (count) => {
    const people = Array.from({ length: count }, (_, place) => ({
      id: numbered.staff(place),
      role: 'responder' as const,
    }));
    const blocks = Array.from({ length: 21 }, (_, index) => localDay('2026-03-16') + index).flatMap((day) =>
      demoBlocks(people)
        .filter(({ dayOff }) => dayOff !== weekdayOf(day))
        .map(({ staff, begins }): PlannedBlock => {
          const beginsAt = instantAt({ day, minute: Number(begins.slice(0, 2)) * 60 }, zone);
          return { person: staff, beginsAt, endsAt: later(beginsAt, 2 * HOUR) };
        }),
    );
    expect(findRotaProblems(blocks, { zone, limits: WELLBEING, now: instant(0) })).toEqual([]);
  });
});
