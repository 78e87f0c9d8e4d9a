import { changesOf } from './changes';
import { lists } from './lists';
import { TOLD_ROWS_MAX, toldChange } from './told-change';

const open = (weekday: string, closes: string) => ({ weekday, opens: '09:00', closes });

describe('what the history of a list keeps of a save', () => {
  it('[AUD1] is each row as it was and as it is, deleted rows first', () => {
    const before = [open('monday', '17:00'), open('tuesday', '17:00')];
    const after = [open('monday', '20:00'), open('friday', '12:00')];
    expect(toldChange(lists.hours, before, changesOf(lists.hours, before, after))).toEqual({
      rows: [
        { what: 'removed', row: open('tuesday', '17:00') },
        { what: 'changed', row: open('monday', '20:00'), was: open('monday', '17:00') },
        { what: 'added', row: open('friday', '12:00') },
      ],
      count: 3,
      moved: false,
    });
  });

  it('is at most so many rows of a large file, and how many there were', () => {
    const after = Array.from({ length: TOLD_ROWS_MAX + 7 }, (_, at) => ({
      skill: `skill ${at}`,
      offered: true,
    }));
    const { rows, count } = toldChange(lists.skills, [], changesOf(lists.skills, [], after));
    expect([rows.length, count]).toEqual([TOLD_ROWS_MAX, TOLD_ROWS_MAX + 7]);
  });
});
