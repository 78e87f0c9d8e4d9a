import { screen, within } from '@testing-library/react';
import { aWording, text } from '../../testing/a-wording';
import { expectNoBarriers } from '../../testing/barriers';
import { id } from '../../testing/builders';
import { openConsole } from '../../testing/open-console';
import { saved, SetupService } from '../../testing/setup-service';

const FILLING = Array.from({ length: 19 }, (_, number) => text(`thread.times${number}`, `Word ${number}`));
const ROWS = [
  text('arrive.title', 'Chat with someone'),
  text('arrive.closes', 'We close at {time}.', 'Until {time} we are here.'),
  { ...text('arrive.title', 'Chat with someone'), language: 'ar' },
];

const loaded = async (rows = ROWS) => {
  const service = SetupService.withAdministrator();
  service.list = aWording(rows);
  const opened = openConsole('/setup/wording', service);
  await screen.findByRole('heading', { name: 'Wording' });
  return { ...opened, service };
};

describe('wording', () => {
  it('shows each text beside its default; none is added or taken away', async () => {
    await loaded();
    expect(screen.getByText('Until {time} we are here.')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  });

  it('has nothing that axe finds wrong, in the list and with a text under the pen', async () => {
    const { user } = await loaded([...ROWS.slice(1), ...FILLING]);
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'Edit arrive.closes, English (en)' }));
    await expectNoBarriers();
  });

  it('can be searched where it is long, and says how far another language has come', async () => {
    const { user } = await loaded([...ROWS, ...FILLING]);
    expect(screen.getByText(/^Arabic \(ar\): 0 of 1 texts are ready/)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByText('Show only my changes'));
    expect(screen.getByText('1 of 22 rows')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByText('Arabic (ar)'));
    expect(screen.getByText('0 of 22 rows')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByText('Show all'));
    expect(screen.getByText('21 of 22 rows')).toBeInstanceOf(HTMLElement);
  });

  it('shows a text as a visitor reads it while it is written, and sends only that one', async () => {
    const { service, user } = await loaded();
    service.savedAs = [saved(aWording(ROWS))];
    await user.click(screen.getByRole('button', { name: 'Edit arrive.closes, English (en)' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('We close at {time}.')).toBeInstanceOf(HTMLElement);
    expect(within(dialog).getByText('Until 18:00 we are here.')).toBeInstanceOf(HTMLElement);
    const field = within(dialog).getByRole('textbox', { name: 'Your text' });
    await user.clear(field);
    expect(within(dialog).getByText('We close at 18:00.')).toBeInstanceOf(HTMLElement);
    await user.type(field, 'Till {{time}');
    expect(within(dialog).getByText('Till 18:00')).toBeInstanceOf(HTMLElement);
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(service.sent[0]?.body.rows).toEqual([text('arrive.closes', 'We close at {time}.', 'Till {time}')]);
  });

  it('says beside the text what has to stay in it, and keeps what was typed', async () => {
    const { service, user } = await loaded();
    service.savedAs = [
      {
        outcome: 'problems',
        count: 1,
        problems: [{ row: 1, column: 'own_text', problem: 'place_missing', names: ['time'] }],
      },
    ];
    await user.click(screen.getByRole('button', { name: 'Edit arrive.closes, English (en)' }));
    await user.type(screen.getByRole('textbox', { name: 'Your text' }), '!');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Keep this in the text: {time}.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Until 18:00 we are here.!')).toBeInstanceOf(HTMLElement);
  });

  it('goes back to the default by one press, and forth again by another', async () => {
    const { service, user, clock } = await loaded();
    const before = text('arrive.closes', 'We close at {time}.', 'Until {time} we are here.');
    const [at, until] = [clock.now(), clock.now() + 600_000];
    const last = {
      id: id(50),
      by: 'Kit',
      at,
      until,
      added: 0,
      changed: 1,
      removed: 0,
      people: [],
      canUndo: true,
    };
    service.savedAs = [
      saved({ ...aWording([text('arrive.closes', 'We close at {time}.')]), last }),
      saved(aWording(ROWS)),
    ];
    await user.click(screen.getByRole('button', { name: 'Use the default for arrive.closes, English (en)' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: /^Use the default for arrive.closes/ })).toBeTruthy();
    expect(service.sent).toMatchObject([
      { path: '/api/setup/wording', body: { rows: [{ ...before, own_text: '' }] } },
      { path: '/api/setup/wording/undo', body: { save: id(50) } },
    ]);
  });
});
