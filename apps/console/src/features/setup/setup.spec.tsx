import { screen, waitFor, within } from '@testing-library/react';
import { expectNoBarriers } from '../../testing/barriers';
import { id, SAM } from '../../testing/builders';
import { openConsole, type OpenConsole } from '../../testing/open-console';
import { aSetupList, saved, SetupService } from '../../testing/setup-service';

const open = (prepare: (service: SetupService) => void = () => {}) => {
  const service = SetupService.withAdministrator();
  prepare(service);
  return { ...openConsole('/setup/starters', service), service };
};
const loaded = async (
  prepare?: (service: SetupService) => void,
): Promise<OpenConsole & { service: SetupService }> => {
  const opened = open(prepare);
  // The screen is loaded when it is first needed.
  await screen.findByRole('heading', { name: 'Starters' });
  return opened;
};
/** The File of jsdom cannot give its bytes. */
const fileOf = (name: string, bytes: Uint8Array<ArrayBuffer>): File =>
  Object.assign(new File([bytes], name), { arrayBuffer: () => Promise.resolve(bytes.buffer) });
const file = (name: string, text: string): File => fileOf(name, new TextEncoder().encode(text));

describe('setting up', () => {
  it('shows an administrator the lists, with nothing that axe finds wrong', async () => {
    await loaded();
    expect(screen.getByRole('cell', { name: 'Begin to end' })).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('link', { name: 'People' })).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
  });

  it('is not for responders', async () => {
    const service = new SetupService();
    service.session = { staff: SAM };
    openConsole('/setup/starters', service);
    expect(await screen.findByRole('heading', { name: 'Mine' })).toBeInstanceOf(HTMLElement);
  });

  it('says of an empty list what to do, and of one that does not load how to try again', async () => {
    const { service, user } = open((broken) => {
      broken.isBroken = true;
    });
    await screen.findByText('We could not load the list. Try again.');
    Object.assign(service, { isBroken: false, list: aSetupList({ rows: [] }) });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('No starters yet')).toBeInstanceOf(HTMLElement);
  });

  it('asks before it signs out a person who talks with a visitor, and saves only when that is confirmed', async () => {
    const { service, user } = await loaded();
    const people = [{ name: 'Jo', visitors: 1, inDanger: 1 }];
    const talking = { outcome: 'in_conversation' as const, people };
    service.savedAs = [talking, talking, saved(aSetupList({ version: 4 }))];
    await user.click(screen.getByRole('button', { name: 'Edit Say hello' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Jo.* is talking with 1 person now, who is in danger/)).toBeInstanceOf(
      HTMLElement,
    );
    const dialog = screen.getByRole('dialog');
    await expectNoBarriers(dialog);
    // Another change is asked about again.
    await user.type(screen.getByLabelText('Title'), '!');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('button', { name: 'Save, and sign them out now' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(service.sent.map(({ body }) => 'confirmed' in body)).toEqual([false, false, true]);
  });

  it('saves one row within the whole list', async () => {
    const { service, user } = await loaded();
    const after = aSetupList({ version: 4, rows: [{ ...aSetupList().rows[0], title: 'Hello again' }] });
    service.savedAs = [saved(after)];
    await user.click(screen.getByRole('button', { name: 'Edit Say hello' }));
    await user.type(screen.getByLabelText('Title'), ' again');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('cell', { name: 'Hello again' })).toBeInstanceOf(HTMLElement);
    expect(service.sent[0]?.body).toMatchObject({
      version: 3,
      checkOnly: false,
      rows: [{ title: 'Say hello again' }, { title: 'Begin to end' }],
    });
  });

  it('[ACC1] asks for a fresh proof over the row, goes back to it without one, and saves by itself with one', async () => {
    const { service, user } = await loaded();
    service.isProofOld = true;
    service.savedAs = [saved(aSetupList({ version: 4 }))];
    await user.click(screen.getByRole('button', { name: 'Edit Say hello' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const proof = await screen.findByRole('dialog', { name: 'Prove that it is you' });
    await within(proof).findByLabelText('Code from your authenticator');
    await waitFor(() => expect(proof.contains(document.activeElement)).toBe(true));
    await user.keyboard('{Escape}');
    expect(await screen.findByText('Prove that it is you, then try again.')).toBeInstanceOf(HTMLElement);
    const save = screen.getByRole('button', { name: 'Save' });
    await waitFor(() => expect(document.activeElement).toBe(save));
    await user.click(save);
    const again = within(await screen.findByRole('dialog', { name: 'Prove that it is you' }));
    await user.type(await again.findByLabelText('Code from your authenticator'), '123456{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(service.savedAs).toEqual([]);
  });

  it('says beside the cell what is wrong with it, and keeps what was typed', async () => {
    const { service, user } = await loaded();
    const problems = [{ row: 3, column: 'title', problem: 'missing' as const }];
    service.savedAs = [{ outcome: 'problems', count: 1, problems }];
    await user.click(screen.getByRole('button', { name: 'Add a starter' }));
    await user.type(screen.getByLabelText('Text'), 'Kept');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a starter' });
    expect(await within(dialog).findByText('Fill in this field.')).toBeInstanceOf(HTMLElement);
    expect(within(dialog).getByLabelText<HTMLTextAreaElement>('Text').value).toBe('Kept');
    await expectNoBarriers();
  });

  it('every save can be undone for ten minutes, and says who saved what', async () => {
    const { service, user, clock } = await loaded();
    const [, kept] = aSetupList().rows;
    const now = clock.now();
    const last = {
      id: id(50),
      by: 'Kit',
      at: now,
      until: now + 600_000,
      added: 0,
      changed: 0,
      removed: 1,
      people: [],
      canUndo: true,
    };
    service.savedAs = [
      saved(aSetupList({ version: 4, rows: kept === undefined ? [] : [kept], last })),
      saved(aSetupList({ version: 5 })),
    ];
    await user.click(screen.getByRole('button', { name: 'Remove Say hello' }));
    await screen.findByText(/Kit saved this list at .*: 1 deleted\. You can undo it until/);
    expect(screen.queryByRole('cell', { name: 'Say hello' })).toBeNull();
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('cell', { name: 'Say hello' })).toBeInstanceOf(HTMLElement);
    expect(service.sent[1]).toMatchObject({
      path: '/api/setup/starters/undo',
      body: { version: 4, save: id(50) },
    });
    expect(screen.queryByText(/You can undo it/)).toBeNull();
  });

  it('of two people who edit a row the second sees what changed, and overwrites only their own field', async () => {
    const { service, user } = await loaded();
    const rows = [{ stage: 'close', title: 'Begin to end', body: 'Five minutes', sends_unedited: 'yes' }];
    service.savedAs = [
      { outcome: 'outdated', list: aSetupList({ version: 8, rows }) },
      saved(aSetupList({ version: 9, rows })),
    ];
    await user.click(screen.getByRole('button', { name: 'Edit Begin to end' }));
    await user.type(screen.getByLabelText('Title'), ' now');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/What you typed is still here/)).toBeInstanceOf(HTMLElement);
    const others = screen.getByRole('group', { name: 'What someone else changed' });
    expect(within(others).getByText(/Say hello/)).toBeInstanceOf(HTMLElement);
    expect(within(others).getByText(/Text from “Ten minutes” to “Five minutes”/)).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(service.sent[1]?.body).toEqual({
      version: 8,
      checkOnly: false,
      rows: [{ ...rows[0], title: 'Begin to end now' }],
    });
  });

  it('a file that replaces the list shows each row it deletes, and is saved only with their number typed', async () => {
    const { service, user } = await loaded();
    const [gone = {}] = aSetupList().rows;
    const checked = { outcome: 'checked', added: 1, changed: 0, moved: false } as const;
    service.savedAs = [
      { ...checked, removed: 0, rows: [], waiting: [] },
      { ...checked, removed: 60, rows: [{ what: 'removed', row: gone }], waiting: [] },
      saved(aSetupList({ version: 4 })),
    ];
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await user.upload(screen.getByLabelText('File'), file('list.csv', 'stage,title\n'));
    await screen.findByText('Adds 1 starter');
    await user.click(screen.getByRole('radio', { name: /Replace the list/ }));
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Save and delete 60' });
    expect(button.className).toContain('ui-button--grave');
    expect(button.disabled).toBe(true);
    expect(screen.getByText(/Connect · Say hello · Hello/)).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
    await user.type(screen.getByLabelText('Type 60 to delete these rows'), '60');
    await user.click(button);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(service.sent.map(({ body }) => body)).toMatchObject([
      { mode: 'add', checkOnly: true },
      { mode: 'replace', checkOnly: true },
      { mode: 'replace', checkOnly: false, deletes: 60 },
    ]);
  });

  it('[ACC3] says whose change waits for a second person, before and after a file is saved', async () => {
    const { service, user } = await loaded();
    const waiting = ['sam'];
    const told = 'The role or account of sam changes when a second person agrees.';
    service.savedAs = [
      { outcome: 'checked', added: 0, changed: 0, removed: 0, moved: false, rows: [], waiting },
      saved(aSetupList({ version: 4 }), { changed: 0, waiting }),
    ];
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await user.upload(screen.getByLabelText('File'), file('list.csv', 'stage,title\n'));
    const dialog = screen.getByRole('dialog');
    expect(await within(dialog).findByText(told)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByText(told)).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('link', { name: 'See what waits' })).toBeInstanceOf(HTMLElement);
  });

  it('looks at a file before it is saved', async () => {
    const { service, user } = await loaded();
    service.savedAs = [
      { outcome: 'checked', added: 1, changed: 2, removed: 0, moved: false, rows: [], waiting: [] },
      saved(aSetupList({ version: 4, rows: [] })),
    ];
    await user.click(screen.getByRole('button', { name: 'Import' }));
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
    await user.upload(screen.getByLabelText('File'), file('list.csv', 'stage,title\n'));
    expect(await screen.findByText('Adds 1 starter')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('No starters yet')).toBeInstanceOf(HTMLElement);
    const told = { format: 'csv', text: 'stage,title\n', version: 3 };
    expect(service.sent.map(({ body }) => body)).toMatchObject([
      { ...told, checkOnly: true },
      { ...told, checkOnly: false },
    ]);
  });

  it('a file of an older spreadsheet is read with its accents, and the person is asked to look', async () => {
    const { service, user } = await loaded();
    service.savedAs = [
      { outcome: 'checked', added: 1, changed: 0, removed: 0, moved: false, rows: [], waiting: [] },
    ];
    await user.click(screen.getByRole('button', { name: 'Import' }));
    const old = fileOf('list.csv', Uint8Array.from([0x52, 0x65, 0x6e, 0xe9]));
    await user.upload(screen.getByLabelText('File'), old);
    expect(await screen.findByText(/^This file is in an older encoding/)).toBeInstanceOf(HTMLElement);
    expect(await screen.findByText('Adds 1 starter')).toBeInstanceOf(HTMLElement);
    expect(service.sent.map(({ body }) => body)).toMatchObject([{ text: 'René' }]);
  });

  it('an invalid file is explained row by row, and none of it is saved', async () => {
    const { service, user } = await loaded();
    const problems = [
      { row: 2, column: 'stage', problem: 'not_one_of' as const, choices: ['connect', 'close'] },
      { row: 7, column: null, problem: 'twice' as const, first: 2 },
    ];
    service.savedAs = [
      { outcome: 'problems', count: 2, problems },
      { outcome: 'unreadable', problem: 'unknown_column', line: null, column: 'colour' },
    ];
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await user.upload(screen.getByLabelText('File'), file('list.csv', 'x'));
    expect(await screen.findByText('Choose one of these: Connect, Close.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('This is the same as row 2.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
    await user.upload(screen.getByLabelText('File'), file('other.json', 'x'));
    expect(await screen.findByText(/^This list has no column called “colour”/)).toBeInstanceOf(HTMLElement);
  });

  it('[ACC1] shows the links of new people once', async () => {
    const { service, user } = await loaded();
    const link = 'https://chat.example/console/#invite=abcd';
    const invites = [{ signInName: 'rae', link, canMail: false }];
    service.savedAs = [saved(aSetupList(), { invites })];
    await user.click(screen.getByRole('button', { name: 'Edit Say hello' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(link)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'I have passed them on' }));
    expect(screen.queryByText(link)).toBeNull();
  });

  it('keeps what was typed when the session ended, and saves it after signing in again', async () => {
    const { service, user } = await loaded();
    await user.click(screen.getByRole('button', { name: 'Edit Say hello' }));
    await user.type(screen.getByLabelText('Title'), ' again');
    service.session = null;
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await user.type(await screen.findByLabelText('Sign-in name'), 'kit');
    await user.type(screen.getByLabelText('Password'), 'right{Enter}');
    expect(await screen.findByDisplayValue('Say hello again')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByLabelText('Password')).toBeNull();
    service.savedAs = [saved(aSetupList({ rows: [{ ...aSetupList().rows[0], title: 'Say hello again' }] }))];
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('cell', { name: 'Say hello again' })).toBeInstanceOf(HTMLElement);
  });
});
