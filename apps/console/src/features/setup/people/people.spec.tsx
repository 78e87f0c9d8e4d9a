import { cleanup, screen, within } from '@testing-library/react';
import type { LastSave, SetupList, SetupRow } from '@warmline/contracts';
import type { ConsoleParts, HttpReply } from '../../../shared/page/parts';
import { expectNoBarriers } from '../../../testing/barriers';
import { id, START } from '../../../testing/builders';
import { httpAnswer } from '../../../testing/http-answer';
import { openConsole } from '../../../testing/open-console';
import { aSetupList, column, saved, SetupService } from '../../../testing/setup-service';

const list = (name: SetupList['list'], rows: readonly SetupRow[], over: Partial<SetupList> = {}) =>
  aSetupList({ list: name, key: ['sign_in_name'], ordered: false, rows: [...rows], ...over });
const sam: SetupRow = { sign_in_name: 'sam', name: 'Sam', role: 'responder', active: 'yes' };
const training = (rows: readonly SetupRow[], version = 3) =>
  list('training', rows, {
    version,
    key: ['sign_in_name', 'module', 'passed_on'],
    columns: [
      column('sign_in_name'),
      column('module', { choices: ['core_safeguarding', 'data_protection', 'Bereavement'] }),
      column('passed_on', { kind: 'day' }),
      column('valid_until', { kind: 'day' }),
    ],
  });
const record = (module: string, until: string): SetupRow => ({
  sign_in_name: 'sam',
  module,
  passed_on: '1969-01-05',
  valid_until: until,
});

const LEAVES_AT = Date.UTC(1970, 2, 1, 12);

/** Answers the invites and who leaves too. */
class PeopleService extends SetupService {
  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    const invite = { state: 'open', expiresAt: 2_000_000 };
    const person = { id: id(9), signInName: 'sam', name: 'Sam', role: 'responder', isOpened: false, invite };
    return {
      ...usual,
      fetch: (path, request) => {
        if (path === '/api/invites') return Promise.resolve(httpAnswer(200, { people: [person] }));
        return path === '/api/leaving' ? Promise.resolve(this.#leavers(request)) : usual.fetch(path, request);
      },
    };
  }

  readonly leaving: string[] = [];

  #leavers(request?: RequestInit): HttpReply {
    if (typeof request?.body === 'string') this.leaving.push(request.body);
    const isAsked = this.leaving.length > 0;
    return httpAnswer(200, { people: [{ signInName: 'sam', leavesAt: LEAVES_AT, isAsked }] });
  }
}

const opened = (path: string, row: SetupRow = sam, last: LastSave | null = null) => {
  const service = new PeopleService();
  service.session = SetupService.withAdministrator().session;
  service.lists = {
    people: list('people', [row], {
      columns: [
        column('sign_in_name'),
        column('name'),
        column('role', { kind: 'choice', choices: ['responder', 'supervisor'] }),
        column('active', { kind: 'yes_no' }),
      ],
      removable: false,
      last,
    }),
    training: training([record('core_safeguarding', '1970-12-31'), record('data_protection', '1969-12-31')]),
    rota: list('rota', [{ sign_in_name: 'sam', day: '1970-01-03', starts: '18:00', ends: '20:00' }]),
  };
  return { ...openConsole(path, service), service };
};

describe('people', () => {
  it('names what is missing of whom, and "lapsed" only what was valid once', async () => {
    opened('/setup/team');
    const name = await screen.findByRole('link', { name: 'Sam' });
    const row = within(name.closest('li') ?? name);
    expect(row.getByText('Missing: Background check, Suicide safety')).toBeInstanceOf(HTMLElement);
    expect(row.getByText('Lapsed: Data protection')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
  });

  it('a person has a page with training, shifts and invite', async () => {
    opened('/setup/team/sam');
    expect(await screen.findByText(/valid until 31 December 1970/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/lapsed on 31 December 1969/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('3 January 1970, 18:00 to 20:00')).toBeInstanceOf(HTMLElement);
    expect(await screen.findByText(/^An invite is open until/)).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
  });

  it('offers Undo of a save that changed this person, with everyone whom it changed, and of no other', async () => {
    const last = {
      id: id(50),
      by: 'Kit',
      at: START,
      until: START + 600_000,
      added: 0,
      changed: 2,
      removed: 0,
    };
    const shown = async (over: Pick<LastSave, 'people' | 'canUndo'>): Promise<string[]> => {
      opened('/setup/team/sam', sam, { ...last, ...over });
      await screen.findByText(/valid until 31 December 1970/);
      await screen.findByText(/^An invite is open until/);
      const told = screen.queryAllByText(/Kit saved this list/).map(({ textContent }) => textContent);
      const undos = screen.queryAllByRole('button', { name: 'Undo' }).map(({ textContent }) => textContent);
      cleanup();
      return [...told, ...undos];
    };
    expect(await shown({ people: ['zed'], canUndo: true })).toEqual([]);
    const [told, ...undo] = await shown({ people: ['sam', 'zed'], canUndo: true });
    expect(told).toMatch(/2 changed \(Sam and zed\)\. You can undo it until/);
    expect(undo).toEqual(['Undo']);
    const [added, ...none] = await shown({ people: ['sam'], canUndo: false });
    expect(added).toMatch(/so it cannot be undone/);
    expect(none).toEqual([]);
  });

  it('training is added by a name chosen from the list, never typed', async () => {
    const { user, service } = opened('/setup/team/sam');
    await user.click(await screen.findByRole('button', { name: 'Add training' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByRole('textbox', { name: 'Module' })).toBeNull();
    await user.click(within(dialog).getByRole('radio', { name: 'Data protection' }));
    await user.type(within(dialog).getByLabelText('Date passed'), '1/1/1970');
    await user.type(within(dialog).getByLabelText('Valid until'), '1/1/1971');
    service.savedAs = [saved(training([record('data_protection', '1971-01-01')], 4))];
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/valid until 1 January 1971/)).toBeInstanceOf(HTMLElement);
    expect(service.sent[0]?.body.rows?.at(-1)).toEqual({
      sign_in_name: 'sam',
      module: 'data_protection',
      passed_on: '1/1/1970',
      valid_until: '1/1/1971',
    });
  });

  it('someone who is not active has the day on which they leave, and a second person is asked to make it now', async () => {
    const inactive = { ...sam, active: 'no' };
    const { user, service } = opened('/setup/team', inactive);
    expect(await screen.findByText('Leaves on 1 Mar 1970')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('link', { name: 'Sam' }));
    expect(await screen.findByText(/^Not active. Leaves on Sunday,? 1 March 1970.$/)).toBeInstanceOf(
      HTMLElement,
    );
    expect(screen.getByText(/no one is on in these shifts/)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Leave now' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Ask a second person' }));
    expect(await screen.findByText(/waits for a second person/)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('button', { name: 'Leave now' })).toBeNull();
    expect(service.leaving).toEqual([JSON.stringify({ signInName: 'sam' })]);
    await expectNoBarriers();
  });
});
