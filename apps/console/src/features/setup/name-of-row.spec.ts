import { aSetupList, column } from '../../testing/setup-service';
import { nameOfRow } from './name-of-row';

const day = { ...column('day'), kind: 'day' as const };

describe('what a row is called', () => {
  it('is its title, not the step that others share', () => {
    const [row = {}] = aSetupList().rows;
    expect(nameOfRow(aSetupList(), row)).toBe('Say hello');
  });

  it('is person, day and time for a shift, since a day has many', () => {
    const rota = aSetupList({
      list: 'rota',
      key: ['sign_in_name', 'day', 'starts'],
      columns: [column('sign_in_name'), day, column('starts'), column('ends')],
    });
    const row = { sign_in_name: 'sam', day: '2026-12-02', starts: '09:30', ends: '12:00' };
    expect(nameOfRow(rota, row)).toBe('sam, 2 December 2026, 09:30');
  });

  it('is the day of a holiday that is closed all day', () => {
    const holidays = aSetupList({ list: 'holidays', key: ['day', 'opens'], columns: [day, column('opens')] });
    expect(nameOfRow(holidays, { day: '2026-12-25', opens: '' })).toBe('25 December 2026');
  });
});
