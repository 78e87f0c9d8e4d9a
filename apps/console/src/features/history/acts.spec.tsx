import { screen, within } from '@testing-library/react';
import type {
  AuditState,
  PastAct,
  PastPeople,
  PersonHistory,
  SettingHistory,
  SetupColumn,
} from '@warmline/contracts';
import type { Role } from '@warmline/vocabulary';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { expectNoBarriers } from '../../testing/barriers';
import { ANA, id, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { openConsole } from '../../testing/open-console';

const act = (over: Partial<PastAct>): PastAct => ({
  ...{ id: '7', at: START, action: 'setup_changed', by: 'staff', byName: 'Ana', whomName: null },
  ...{ reason: null, count: null },
  ...over,
});

const column = (name: string): SetupColumn => ({
  ...{ name, kind: 'time', optional: false, most: null, least: null, choices: [] },
  ...{ refersTo: null, fixed: false },
});

const SETTINGS: SettingHistory = {
  acts: [
    {
      act: act({ reason: 'hours' }),
      changed: {
        kind: 'rows',
        list: 'hours',
        columns: [
          { ...column('weekday'), kind: 'choice', choices: ['monday'] },
          column('opens'),
          column('closes'),
        ],
        key: ['weekday', 'opens'],
        rows: [
          {
            what: 'changed',
            was: { weekday: 'monday', opens: '09:00', closes: '17:00' },
            row: { weekday: 'monday', opens: '09:00', closes: '20:00' },
          },
        ],
        count: 1,
        moved: false,
      },
    },
    {
      act: act({
        id: '5',
        action: 'access_changed',
        whomName: 'Sam',
        reason: 'role_from_responder_to_supervisor',
      }),
      changed: null,
    },
    {
      act: act({ id: '4', reason: 'training' }),
      changed: {
        ...{ kind: 'rows', list: 'training', count: 1, moved: false },
        columns: [column('sign_in_name'), column('module')],
        key: ['sign_in_name', 'module'],
        rows: [
          {
            what: 'changed',
            was: { sign_in_name: 'Former colleague 1' },
            row: { sign_in_name: 'Former colleague 1' },
          },
        ],
      },
    },
  ],
  next: null,
};
const PEOPLE: PastPeople = { people: [{ id: id(11), name: 'Sam' }] };
const PERSON: PersonHistory = {
  ...{ name: 'Sam', from: START, until: START, next: null },
  counts: { held: 2, handedOver: 1, received: 0, read: 1, settings: 0 },
  acts: [
    { act: act({ id: '9', byName: 'Sam', action: 'holding_began' }), conversationId: id(1) },
    { act: act({ id: '8', byName: 'Sam', action: 'signed_in', reason: 'passkey' }), conversationId: null },
  ],
};

const LOG: AuditState = {
  ...{ size: 40, checkpoint: 'note' },
  copies: [
    { place: 'folder', size: 40, copiedAt: START, triedAt: START, failures: 0, failure: null },
    { place: 'mail', size: 30, copiedAt: null, triedAt: START, failures: 2, failure: 'timed_out' },
  ],
};

const open = (path: string, role: Role = 'auditor') => {
  const service = new FakeService();
  service.session = { staff: { ...ANA, role } };
  Object.assign(service.plain, { '/api/audit/state': LOG, '/api/audit/ready': {} });
  service.answers.set('history:list', () => ({ conversations: [], next: null, people: [] }));
  Object.assign(service.plain, { '/api/history/settings': SETTINGS, '/api/history/people': PEOPLE });
  service.plain[`/api/history/people/${id(11)}`] = PERSON;
  return { ...openConsole(path, service), service };
};

describe('the history of settings', () => {
  it('[AUD1] says who changed what, and shows it before and after in the words of its screen', async () => {
    const { user } = open('/history/settings');
    const list = within(await screen.findByRole('list', { name: 'Changes, the newest first' }));
    expect(list.getByText('Ana changed what Sam may do: from responder to supervisor')).toBeInstanceOf(
      HTMLElement,
    );
    await user.click(list.getByRole('button', { name: 'Before and after: Ana changed a list: Hours' }));
    expect(list.getByText(/Closes from “17:00” to “20:00”/)).toBeInstanceOf(HTMLElement);
    await user.click(list.getByRole('button', { name: 'Before and after: Ana changed a list: Training' }));
    expect(list.getByText('Former colleague 1: not kept, because they have left')).toBeInstanceOf(
      HTMLElement,
    );
    await expectNoBarriers();
  });
});

describe('what someone did', () => {
  it('[AUD1] is asked for by pressing a button, since the look is recorded', async () => {
    const { user, address } = open('/history/people');
    await user.click(await screen.findByRole('button', { name: 'Show' }));
    expect(screen.getByText('Choose a person.', { selector: 'p, div, span' })).toBeInstanceOf(HTMLElement);
    await screen.findByRole('option', { name: 'Sam' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Person' }), 'Sam');
    await user.click(screen.getByRole('button', { name: 'Show' }));
    const acts = within(await screen.findByRole('list', { name: 'What they did, the newest first' }));
    expect(acts.getByText('Sam signed in: with a passkey')).toBeInstanceOf(HTMLElement);
    const way = acts.getByRole('link', { name: `Conversation of ${visitorCalled('', id(1))}` });
    expect(way.getAttribute('href')).toBe(`/console/history/${id(1)}`);
    expect(screen.getByText(/^held 2 conversations · proposed to hand over 1/)).toBeInstanceOf(HTMLElement);
    expect(address()).toContain(`person=${id(11)}`);
    await expectNoBarriers();
  });
});

describe('the audit log', () => {
  it('[AUD3] is exported by an auditor, each entry with its proof, and shows where checkpoints are kept', async () => {
    const { user } = open('/history/log');
    expect(await screen.findByText('Up to date')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Failed 2 times: timed_out')).toBeInstanceOf(HTMLElement);
    const saved: string[] = [];
    const note = (event: Event): void => {
      if (!(event.target instanceof HTMLAnchorElement) || !event.target.hasAttribute('download')) return;
      saved.push(event.target.getAttribute('href') ?? '');
      event.preventDefault();
    };
    document.addEventListener('click', note);
    await user.click(screen.getByRole('button', { name: 'Export as CSV' }));
    expect(await screen.findByText('Your browser saves the file now.')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Export the whole log' }));
    await screen.findByText('Your browser saves the file now.');
    document.removeEventListener('click', note);
    expect(saved).toEqual([
      expect.stringMatching(/^\/api\/audit\/history\?format=csv&from=-?\d+&until=\d+$/),
      '/api/audit/export',
    ]);
    await expectNoBarriers();
  });

  it('[SEC1] is not exported by a safeguarding lead', async () => {
    open('/history/log', 'safeguarding_lead');
    await screen.findByRole('heading', { level: 1, name: 'History' });
    await screen.findByText('Bereavement', { selector: 'option' });
    expect(screen.queryByRole('link', { name: 'Audit log' })).toBeNull();
  });
});
