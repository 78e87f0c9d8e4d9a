import { dayText } from '@warmline/calendar';
import {
  countChanges,
  mondayOf,
  repeated,
  rowsOfShifts,
  shiftMistakes,
  shiftsOf,
  weekCopied,
  type DraftShift,
} from './rota-draft';

const shift = (over: Partial<DraftShift> = {}): DraftShift => ({
  id: 'a',
  person: 'sam',
  day: '2026-12-03',
  starts: '18:00',
  ends: '20:00',
  ...over,
});

describe('a rota under edit', () => {
  it('is read from the list and written back as it was', () => {
    const rows = [{ sign_in_name: 'sam', day: '2026-12-03', starts: '22:00', ends: '24:00' }];
    expect(rowsOfShifts(shiftsOf(rows))).toEqual(rows);
  });

  it('knows the Monday of a week, on a Sunday too', () => {
    expect(['2026-12-07', '2026-12-13'].map((day) => dayText(mondayOf(day)))).toEqual([
      '2026-12-07',
      '2026-12-07',
    ]);
  });

  it('repeats a shift weekly, and makes none twice', () => {
    const shifts = [shift(), shift({ id: 'b', day: '2026-12-10' })];
    const days = repeated(shifts, shift(), 2).map(({ day }) => day);
    expect(days).toEqual(['2026-12-03', '2026-12-10', '2026-12-17']);
  });

  it('copies a week to the next, and leaves out what is there', () => {
    const shifts = [shift(), shift({ id: 'b', day: '2026-12-06' }), shift({ id: 'c', day: '2026-12-10' })];
    const copied = weekCopied(shifts, mondayOf('2026-12-03'));
    expect(copied.slice(3).map(({ day }) => day)).toEqual(['2026-12-13']);
  });

  it('says what a shift lacks, and when the person begins another then', () => {
    expect(shiftMistakes(shift({ person: '', day: '', starts: '', ends: 'x' }), [])).toEqual({
      person: 'missing',
      day: 'missing',
      starts: 'missing',
      ends: 'missing',
    });
    expect(shiftMistakes(shift(), [shift({ id: 'b', ends: '21:00' })])).toEqual({ starts: 'twice' });
    expect(shiftMistakes(shift(), [shift()])).toEqual({});
  });

  it('counts what was added, changed and deleted', () => {
    const stored = [shift(), shift({ id: 'b', day: '2026-12-04' })];
    const draft = [shift({ ends: '21:00' }), shift({ id: 'c', day: '2026-12-05' })];
    expect(countChanges(stored, draft)).toEqual({ added: 1, changed: 1, removed: 1 });
    expect(countChanges(stored, stored)).toEqual({ added: 0, changed: 0, removed: 0 });
  });
});
