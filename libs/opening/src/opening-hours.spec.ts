import { instantAt, localDay, localTime, weekdayOf } from '@warmline/calendar';
import { HOUR, later, MINUTE } from '@warmline/kernel';
import { hoursAt, holidayAt } from './opening-hours';
import { AROUND_THE_CLOCK, at, daily, withException } from './testing/an-opening';

const LONDON = 'Europe/London';

describe('a holiday', () => {
  const closed = {
    ...AROUND_THE_CLOCK,
    exceptions: [{ day: localDay('2026-12-25'), spans: [], name: 'Christmas Day' }],
  };

  it('has its name by the clock of the service, on that day alone', () => {
    expect(holidayAt(closed, at('2026-12-25T23:59:00Z'))).toBe('Christmas Day');
    expect(holidayAt(closed, at('2026-12-26T00:00:00Z'))).toBeNull();
    expect(holidayAt({ ...closed, zone: 'Asia/Tokyo' }, at('2026-12-24T15:00:00Z'))).toBe('Christmas Day');
  });

  it('has none without a name, or with hours of its own', () => {
    const [day] = closed.exceptions;
    if (day === undefined) throw new Error('there is one');
    for (const other of [
      { ...day, name: '' },
      { ...day, spans: [{ opens: 0, closes: 60 }] },
    ])
      expect(holidayAt({ ...closed, exceptions: [other] }, at('2026-12-25T12:00:00Z'))).toBeNull();
  });
});

describe('the time on the wall', () => {
  it.each([
    ['2026-11-18T20:00:00Z', LONDON, '2026-11-18', 20 * 60],
    ['2026-07-18T20:00:00Z', LONDON, '2026-07-18', 21 * 60],
    ['2026-07-18T23:30:00Z', LONDON, '2026-07-19', 30],
    ['2026-07-18T20:00:00Z', 'Asia/Kathmandu', '2026-07-19', 105],
    ['1969-12-31T23:00:00Z', 'UTC', '1969-12-31', 23 * 60],
  ])('at %s in %s', (when, zone, day, minute) => {
    expect(localTime(at(when), zone)).toEqual({ day: localDay(day), minute });
    expect(instantAt({ day: localDay(day), minute }, zone)).toBe(at(when));
  });

  it('knows the day of the week, before 1970 too', () => {
    expect(['2026-11-16', '2026-11-22', '1969-12-31'].map((day) => weekdayOf(localDay(day)))).toEqual([
      1, 7, 3,
    ]);
  });

  it('in an hour that is there twice, has a first and a last moment', () => {
    const time = { day: localDay('2026-10-25'), minute: 90 };
    expect(instantAt(time, LONDON, 'first')).toBe(at('2026-10-25T00:30:00Z'));
    expect(instantAt(time, LONDON, 'last')).toBe(at('2026-10-25T01:30:00Z'));
  });

  it('in an hour that is skipped, is the moment the clocks go forward', () => {
    const forward = at('2026-03-29T01:00:00Z');
    for (const minute of [60, 90, 119])
      expect(instantAt({ day: localDay('2026-03-29'), minute }, LONDON)).toBe(forward);
    expect(instantAt({ day: localDay('2026-03-29'), minute: 120 }, LONDON)).toBe(forward);
  });

  it.each(['2026-02-30T', '26-02-03', '', '2026-13-01'])('takes %p for no day', (text) => {
    expect(() => localDay(text)).toThrow(RangeError);
  });

  it('refuses a zone that is none', () => {
    expect(() => localTime(at('2026-11-18T20:00:00Z'), 'Europe/Nowhere')).toThrow(RangeError);
  });
});

describe('opening hours', () => {
  const evening = daily('18:00-22:00');

  it('open and close by the wall, the same in summer and in winter', () => {
    for (const [opens, closes] of [
      ['2026-11-18T18:00:00Z', '2026-11-18T22:00:00Z'],
      ['2026-07-18T17:00:00Z', '2026-07-18T21:00:00Z'],
    ]) {
      const [from, until] = [at(opens ?? ''), at(closes ?? '')];
      expect(hoursAt(evening, later(from, -1))).toEqual({ isOpen: false, closesAt: null, nextOpening: from });
      expect(hoursAt(evening, from)).toMatchObject({ isOpen: true, closesAt: until });
      expect(hoursAt(evening, later(until, -1)).isOpen).toBe(true);
      expect(hoursAt(evening, until).isOpen).toBe(false);
    }
  });

  it('past midnight belong to the day they began on', () => {
    const night = withException(daily('20:00-26:00'), '2026-11-19', '-');
    expect(hoursAt(night, at('2026-11-19T01:59:00Z'))).toMatchObject({
      isOpen: true,
      closesAt: at('2026-11-19T02:00:00Z'),
    });
    expect(hoursAt(night, at('2026-11-19T21:00:00Z'))).toMatchObject({
      isOpen: false,
      nextOpening: at('2026-11-20T20:00:00Z'),
    });
  });

  it('of a night in which the clocks go back last an hour longer, and an hour less when they go forward', () => {
    const night = daily('00:00-04:00');
    const length = (day: string): number => {
      const from = at(day);
      return (hoursAt(night, from).closesAt ?? from) - from;
    };
    expect(length('2026-10-25T00:00:00+01:00')).toBe(5 * HOUR);
    expect(length('2026-03-29T00:00:00Z')).toBe(3 * HOUR);
    expect(length('2026-11-18T00:00:00Z')).toBe(4 * HOUR);
  });

  it('that the clocks skip are no opening: the next real one is told', () => {
    const skipped = daily('01:15-01:45');
    expect(hoursAt(skipped, at('2026-03-28T12:00:00Z'))).toEqual({
      isOpen: false,
      closesAt: null,
      nextOpening: at('2026-03-30T01:15:00+01:00'),
    });
    expect(hoursAt(skipped, at('2026-03-29T01:00:00Z')).isOpen).toBe(false);
    expect(hoursAt(daily('01:15-02:30'), at('2026-03-29T00:00:00Z'))).toMatchObject({
      nextOpening: at('2026-03-29T02:00:00+01:00'),
    });
  });

  it('in an hour that comes twice are open from its first to its last time', () => {
    const twice = daily('01:15-01:45');
    expect(hoursAt(twice, at('2026-10-24T12:00:00Z')).nextOpening).toBe(at('2026-10-25T01:15:00+01:00'));
    expect(hoursAt(twice, at('2026-10-25T00:30:00Z')).closesAt).toBe(at('2026-10-25T01:45:00Z'));
  });

  it('that close in an hour that is there twice are open until its end', () => {
    const late = daily('18:00-25:30');
    expect(hoursAt(late, at('2026-10-25T00:45:00Z')).closesAt).toBe(at('2026-10-25T01:30:00Z'));
  });

  it('have breaks, and those that touch have none', () => {
    const parts = daily('09:00-12:00', '12:00-13:00', '14:00-17:00');
    expect(hoursAt(parts, at('2026-11-18T10:00:00Z')).closesAt).toBe(at('2026-11-18T13:00:00Z'));
    expect(hoursAt(parts, at('2026-11-18T13:30:00Z')).nextOpening).toBe(at('2026-11-18T14:00:00Z'));
  });

  it('give way to a holiday, closed or with hours of its own', () => {
    const feast = withException(withException(evening, '2026-12-25', '-'), '2026-12-24', '12:00-16:00');
    expect(hoursAt(feast, at('2026-12-24T16:00:00Z')).nextOpening).toBe(at('2026-12-26T18:00:00Z'));
    expect(hoursAt(feast, at('2026-12-24T15:00:00Z')).closesAt).toBe(at('2026-12-24T16:00:00Z'));
  });

  it('around the clock never close, but for a holiday', () => {
    const now = at('2026-11-18T10:00:00Z');
    expect(hoursAt(AROUND_THE_CLOCK, now)).toEqual({ isOpen: true, closesAt: null, nextOpening: null });
    expect(hoursAt(daily('00:00-24:00'), now)).toMatchObject({ isOpen: true, closesAt: null });
    const feast = withException(AROUND_THE_CLOCK, '2026-12-25', '-');
    expect(hoursAt(feast, now)).toEqual({
      isOpen: true,
      closesAt: at('2026-12-25T00:00:00Z'),
      nextOpening: at('2026-12-26T00:00:00Z'),
    });
    expect(hoursAt(feast, at('2026-12-25T12:00:00Z')).isOpen).toBe(false);
  });

  it('are always closed, with no next opening, when none are set', () => {
    expect(hoursAt(daily('-'), at('2026-11-18T10:00:00Z'))).toEqual({
      isOpen: false,
      closesAt: null,
      nextOpening: null,
    });
  });

  it('find the next opening weeks ahead, and no closing where the last one is tonight', () => {
    let july = daily('18:00-22:00');
    for (let day = 2; day <= 20; day += 1)
      july = withException(july, `2026-07-${String(day).padStart(2, '0')}`, '-');
    expect(hoursAt(july, at('2026-07-01T21:30:00Z')).nextOpening).toBe(at('2026-07-21T17:00:00Z'));
    expect(hoursAt(july, at('2026-07-01T20:30:00Z')).closesAt).toBe(at('2026-07-01T21:00:00Z'));
    expect(hoursAt(july, later(at('2026-07-01T17:00:00Z'), -MINUTE)).nextOpening).toBe(
      at('2026-07-01T17:00:00Z'),
    );
  });
});
