import { screen, waitFor, within } from '@testing-library/react';
import type { SetupRow } from '@warmline/contracts';
import { expectNoBarriers } from '../../../testing/barriers';
import { openConsole } from '../../../testing/open-console';
import { aSetupList, column, saved, SetupService } from '../../../testing/setup-service';

const hoursList = (rows: readonly SetupRow[], version = 3) =>
  aSetupList({
    list: 'hours',
    version,
    columns: [
      column('weekday', { kind: 'choice' }),
      column('opens', { kind: 'time' }),
      column('closes', { kind: 'time' }),
    ],
    key: ['weekday', 'opens'],
    ordered: false,
    rows: [...rows],
  });
const row = (weekday: string, opens = '09:00', closes = '17:00'): SetupRow => ({ weekday, opens, closes });

const holidaysList = (rows: readonly SetupRow[], version = 3) =>
  aSetupList({
    list: 'holidays',
    version,
    columns: [column('day', { kind: 'day' }), column('name'), column('opens'), column('closes')],
    key: ['day', 'opens'],
    ordered: false,
    rows: [...rows],
  });

const opened = async (rows: readonly SetupRow[], holidays: readonly SetupRow[] = []) => {
  const service = SetupService.withAdministrator();
  service.list = hoursList(rows);
  service.lists = { holidays: holidaysList(holidays) };
  const page = { ...openConsole('/setup/open', service), service };
  await screen.findByRole('heading', { name: 'When we are open' });
  await screen.findByRole('heading', { name: 'Every week' });
  return page;
};
const type = async (user: Awaited<ReturnType<typeof opened>>['user'], field: HTMLElement, time: string) => {
  await user.clear(field);
  await user.type(field, time);
};

describe('when we are open', () => {
  it('says that a chat without hours is always open, with nothing that axe finds wrong', async () => {
    await opened([]);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Always open/ }).checked).toBe(true);
    expect(screen.getAllByText('Nothing changes yet.')).toHaveLength(2);
    await expectNoBarriers();
  });

  it('the first hours say which days they close, and are saved only when that is confirmed', async () => {
    const { service, user } = await opened([]);
    await user.click(screen.getByRole('radio', { name: /Open at set hours/ }));
    await user.click(screen.getByRole('button', { name: 'Add hours on Monday' }));
    expect(screen.getByText('The chat will be closed on Tuesday to Sunday.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('On Monday it will be open from 09:00 to 17:00.')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'Save hours' }));
    const dialog = await screen.findByRole('dialog', { name: 'Close the chat at these times?' });
    expect(service.sent).toEqual([]);
    service.savedAs = [saved(hoursList([row('monday')], 4))];
    await user.click(within(dialog).getByRole('button', { name: 'Save and close these times' }));
    expect(await screen.findByText(/The hours are saved/)).toBeInstanceOf(HTMLElement);
    expect(service.sent[0]?.body).toMatchObject({ version: 3, rows: [row('monday')] });
    await waitFor(() => expect(document.activeElement?.textContent).toContain('The hours are saved'));
  });

  it('hours that only open more are saved at once, copied to the weekdays', async () => {
    const { service, user } = await opened([row('monday')]);
    await user.click(screen.getByRole('button', { name: 'Copy the hours of Monday' }));
    await user.click(await screen.findByRole('menuitem', { name: 'To Monday to Friday' }));
    expect(
      await screen.findByText('On Tuesday to Friday it will be open from 09:00 to 17:00.'),
    ).toBeInstanceOf(HTMLElement);
    const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => row(day));
    service.savedAs = [saved(hoursList(week, 4))];
    await user.click(screen.getByRole('button', { name: 'Save hours' }));
    expect(await screen.findByText(/The hours are saved/)).toBeInstanceOf(HTMLElement);
    expect(service.sent[0]?.body).toMatchObject({ rows: week });
    expect(document.activeElement?.textContent).toContain('The hours are saved');
  });

  it('hours past midnight say on which day they end, and midnight is saved as 24:00', async () => {
    const { service, user } = await opened([row('monday', '20:00', '22:00')]);
    await type(user, screen.getByLabelText('Closes'), '02:00');
    expect(screen.getByText('until 02:00 on Tuesday')).toBeInstanceOf(HTMLElement);
    await type(user, screen.getByLabelText('Closes'), '00:00');
    expect(screen.getByText('until midnight')).toBeInstanceOf(HTMLElement);
    service.savedAs = [saved(hoursList([row('monday', '20:00', '24:00')], 4))];
    await user.click(screen.getByRole('button', { name: 'Save hours' }));
    await screen.findByText(/The hours are saved/);
    expect(service.sent[0]?.body).toMatchObject({ rows: [row('monday', '20:00', '24:00')] });
  });

  it('a missing time, hours that overlap and a week without hours are told beside them, and nothing is sent', async () => {
    const { service, user } = await opened([row('monday')]);
    await user.click(screen.getByRole('button', { name: 'Add hours on Monday' }));
    await user.click(screen.getByRole('button', { name: 'Save hours' }));
    const second = screen.getByRole('group', { name: 'Monday, hours 2' });
    expect(within(second).getByText('Enter a time, for example 09:30.')).toBeInstanceOf(HTMLElement);
    await type(user, within(second).getByLabelText('Opens'), '16:00');
    await type(user, within(second).getByLabelText('Closes'), '18:00');
    expect(within(second).getByText(/This overlaps with other hours/)).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
    for (const name of ['Remove 16:00 to 18:00 on Monday', 'Remove 09:00 to 17:00 on Monday', 'Save hours'])
      await user.click(screen.getByRole('button', { name }));
    expect(screen.getByText(/Add hours to at least one day/)).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([]);
  });

  it('of two administrators the second keeps their change, and sees what it changes now', async () => {
    const { service, user } = await opened([row('monday')]);
    await user.click(screen.getByRole('button', { name: 'Add hours on Tuesday' }));
    service.savedAs = [{ outcome: 'outdated', list: hoursList([row('monday'), row('friday')], 9) }];
    await user.click(screen.getByRole('button', { name: 'Save hours' }));
    expect(await screen.findByText(/Someone else has changed the hours/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('The chat will be closed on Friday.')).toBeInstanceOf(HTMLElement);
  });

  it('a holiday is asked for with date and name, says what it closes, and is saved when that is confirmed', async () => {
    const { service, user } = await opened(
      [],
      [{ day: '1969-12-25', name: 'Long ago', opens: '', closes: '' }],
    );
    const card = screen.getByRole('region', { name: 'Holidays' });
    expect(within(card).getByText('1 holiday is over.')).toBeInstanceOf(HTMLElement);
    await user.click(within(card).getByRole('button', { name: 'Add a holiday' }));
    await user.click(within(card).getByRole('button', { name: 'Save holidays' }));
    expect(within(card).getByText('Enter a date, for example 25/12/2026.')).toBeInstanceOf(HTMLElement);
    await type(user, within(card).getByLabelText('Date'), '2030-12-25');
    await type(user, within(card).getByLabelText('Name'), 'Christmas Day');
    expect(
      within(card).getByText(/Wednesday,? 25 December 2030, Christmas Day: the chat will be closed/),
    ).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
    await user.click(within(card).getByRole('button', { name: 'Save holidays' }));
    const dialog = await screen.findByRole('dialog', { name: 'Close the chat at these times?' });
    const rows = [
      { day: '1969-12-25', name: 'Long ago', opens: '', closes: '' },
      { day: '2030-12-25', name: 'Christmas Day', opens: '', closes: '' },
    ];
    service.savedAs = [saved(holidaysList(rows, 4))];
    await user.click(within(dialog).getByRole('button', { name: 'Save and close these times' }));
    expect(await within(card).findByText('The holidays are saved.')).toBeInstanceOf(HTMLElement);
    expect(service.sent[0]).toMatchObject({ path: '/api/setup/holidays', body: { rows } });
  });
});
