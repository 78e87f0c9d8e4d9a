import { act, screen, within } from '@testing-library/react';
import type { SetupList, SetupRow } from '@warmline/contracts';
import { expectNoBarriers } from '../../../testing/barriers';
import { openConsole } from '../../../testing/open-console';
import { aSetupList, column, saved, SetupService } from '../../../testing/setup-service';

/** The fake service's clock starts here: a Thursday. */
const TODAY = '1970-01-01';

const list = (name: SetupList['list'], rows: readonly SetupRow[], over: Partial<SetupList> = {}) =>
  aSetupList({ list: name, columns: [column('name')], key: ['name'], rows: [...rows], ...over });
const person = (name: string, role = 'responder'): SetupRow => ({
  sign_in_name: name.toLowerCase(),
  name,
  role,
  active: 'yes',
});
const shift = (name: string, day: string, [starts = '', ends = '']: readonly string[]): SetupRow => ({
  sign_in_name: name,
  day,
  starts,
  ends,
});
const EVENING = ['18:00', '20:00'];
const rota = (rows: readonly SetupRow[], version = 3) =>
  list('rota', rows, { version, key: ['sign_in_name', 'day', 'starts'], ordered: false });

const opened = async (rows: readonly SetupRow[], people = [person('Sam'), person('Jo', 'supervisor')]) => {
  const service = SetupService.withAdministrator();
  service.lists = {
    rota: rota(rows),
    people: list('people', people),
    service: list('service', [{ name: 'Chat', time_zone: 'UTC', night_rule: 'no' }]),
    hours: list('hours', [{ weekday: 'thursday', opens: '18:00', closes: '22:00' }]),
    holidays: list('holidays', []),
    limits: list('limits', []),
  };
  const page = { ...openConsole('/setup/week', service), service };
  await screen.findByRole('heading', { name: 'Rota' });
  await screen.findByText(/All times are those of UTC/);
  return page;
};

describe('the rota', () => {
  it('shows a week by people with its gaps, and nothing that axe finds wrong', async () => {
    await opened([shift('sam', TODAY, EVENING), shift('jo', TODAY, ['18:00', '22:00'])]);
    expect(screen.getByRole('heading', { name: 'Monday 29 December to Sunday 4 January' })).toBeTruthy();
    expect(screen.getByText('20:00–22:00: no responder')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(/No supervisor is planned/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Edit Sam, Thursday 1 January, 18:00–20:00' })).toBeTruthy();
    await expectNoBarriers();
  });

  it('says without a supervisor in the week that the chat can open, and shows the gap of each day', async () => {
    await opened([shift('sam', TODAY, ['18:00', '22:00'])]);
    expect(screen.getByText(/No supervisor is planned this week\. The chat can open/)).toBeInstanceOf(
      HTMLElement,
    );
    expect(screen.getByText('18:00–22:00: no supervisor')).toBeInstanceOf(HTMLElement);
  });

  it('says so when no one can be planned yet', async () => {
    const service = [person('Kit', 'administrator')];
    await opened([], service);
    expect(screen.getByText('No one can be planned yet')).toBeInstanceOf(HTMLElement);
  });

  it('a shift is added, repeated weekly, and saved with the sentence of what changes', async () => {
    const { service, user } = await opened([]);
    await user.click(screen.getByRole('button', { name: 'Add a shift for Sam on Thursday 1 January' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a shift' });
    await expectNoBarriers(dialog);
    await user.clear(within(dialog).getByLabelText('Repeat in the next weeks'));
    await user.type(within(dialog).getByLabelText('Repeat in the next weeks'), '2');
    await user.click(within(dialog).getByRole('button', { name: 'Put in the plan' }));
    expect(await screen.findByText('Adds 3 shifts.')).toBeInstanceOf(HTMLElement);
    const rows = [TODAY, '1970-01-08', '1970-01-15'].map((day) => shift('sam', day, EVENING));
    service.savedAs = [saved(rota(rows, 4))];
    await user.click(screen.getByRole('button', { name: 'Save rota' }));
    expect(await screen.findByText('The rota is saved.')).toBeInstanceOf(HTMLElement);
    expect(service.sent[0]).toMatchObject({ path: '/api/setup/rota', body: { version: 3, rows } });
  });

  it('[RTE5] says in the dialog and in the plan why a shift cannot be worked, and does not save it', async () => {
    const { service, user } = await opened([shift('sam', TODAY, EVENING)]);
    await user.click(screen.getByRole('button', { name: 'Edit Sam, Thursday 1 January, 18:00–20:00' }));
    const dialog = await screen.findByRole('dialog', { name: 'Change a shift' });
    await user.click(within(dialog).getByRole('button', { name: 'Copy' }));
    await user.clear(within(dialog).getByLabelText('From'));
    await user.type(within(dialog).getByLabelText('From'), '20:10');
    await user.clear(within(dialog).getByLabelText('To'));
    await user.type(within(dialog).getByLabelText('To'), '21:00');
    expect(within(dialog).getByText(/Leave at least 30 min between two shifts/)).toBeInstanceOf(HTMLElement);
    await user.click(within(dialog).getByRole('button', { name: 'Put in the plan' }));
    await user.click(await screen.findByRole('button', { name: 'Save rota' }));
    expect(screen.getByText('Change the marked shifts before you save.')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
    expect(service.sent).toEqual([]);
  });

  it('a shift is moved to another day by the keyboard alone', async () => {
    const { user } = await opened([shift('sam', TODAY, EVENING)], [person('Sam')]);
    const handle = screen.getByRole('button', { name: 'Move Sam, Thursday 1 January, 18:00 to 20:00' });
    act(() => handle.focus());
    await user.keyboard('{Enter}');
    // The days take over the keys in the next frame; a key before that is still the page's.
    await act(async () => {
      await new Promise(requestAnimationFrame);
    });
    await user.tab();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Changes 1 shift.')).toBeInstanceOf(HTMLElement);
  });

  it('a week is copied to the next, and a change can be discarded', async () => {
    const { user } = await opened([shift('sam', TODAY, EVENING)]);
    await user.click(screen.getByRole('button', { name: 'Copy this week to the next' }));
    expect(screen.getByRole('button', { name: 'Edit Sam, Thursday 8 January, 18:00–20:00' })).toBeTruthy();
    expect(screen.getByText('Adds 1 shift.')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Discard my changes' }));
    expect(screen.queryByText('Adds 1 shift.')).toBeNull();
  });
});
