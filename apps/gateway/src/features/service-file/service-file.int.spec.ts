import type { ServiceImport, ServiceImported, SetupAnswer, SetupList, SetupRow } from '@warmline/contracts';
import { Deployment } from '../../../test/deployment/deployment';
import { aStaffMember, signIn } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

/** A deployment with one administrator. */
class Place {
  private constructor(
    readonly deployment: Deployment,
    private readonly cookie: string,
  ) {}

  static async open(): Promise<Place> {
    const deployment = await Deployment.start({ worker: false });
    const person = await aStaffMember(deployment, { role: 'administrator' });
    return new Place(deployment, await signIn(deployment.gateway(), person));
  }

  async ask(path: string, body?: object): Promise<Response> {
    return fetch(`${this.deployment.gateway().url}/api/${path}`, {
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  }

  async list(name: string): Promise<SetupList> {
    return (await this.ask(`setup/${name}`)).json() as Promise<SetupList>;
  }

  async save(name: string, rows: readonly SetupRow[]): Promise<void> {
    const { version, rows: stored } = await this.list(name);
    const body = { version, checkOnly: false, rows: name === 'people' ? [...stored, ...rows] : rows };
    const answer = (await (await this.ask(`setup/${name}`, body)).json()) as SetupAnswer;
    expect(answer).toMatchObject({ outcome: 'saved' });
  }

  async export(): Promise<string> {
    return (await this.ask('service-file')).text();
  }

  async import(text: string, asked: Partial<ServiceImport> = {}): Promise<ServiceImported> {
    const answer = await this.ask('service-file', { text, checkOnly: true, ...asked });
    expect(answer.status).toBe(200);
    return (await answer.json()) as ServiceImported;
  }

  everything(): Promise<string> {
    return this.deployment.database.sums({
      tables: ['gateway_heartbeat', 'setup_list', 'setup_save', 'staff_session'],
    });
  }

  audited(action: string): Promise<number> {
    return this.deployment.database.count('audit_entry where action = $1', [action]);
  }
}

const KIM = {
  ...{ sign_in_name: 'kim', name: 'Kim', role: 'responder', further_roles: '', capacity: '2' },
  ...{ languages: 'en; cy', skills: 'Bereavement', active: 'yes' },
};
const LISTS: Readonly<Record<string, readonly SetupRow[]>> = {
  skills: [{ skill: 'Bereavement', offered: 'yes' }],
  people: [KIM],
  training: [
    { sign_in_name: 'kim', module: 'core_safeguarding', passed_on: '2026-01-05', valid_until: '2099-01-05' },
  ],
  hours: [{ weekday: 'monday', opens: '18:00', closes: '22:00' }],
  starters: [
    { stage: 'connect', title: 'Say hello', body: 'Helo, “Robin”.', sends_unedited: 'no' },
    { stage: 'close', title: 'Goodbye', body: 'Take care.', sends_unedited: 'yes' },
  ],
};

let old: Place;
let fresh: Place;
let text: string;
let fingerprint: string;
beforeAll(async () => {
  [old, fresh] = [await Place.open(), await Place.open()];
  await fresh.deployment.database.sql('update service set opened_at = null');
  const visitor = await aVisitor().named('Robin').waitingAt(old.deployment.gateway());
  await visitor.says('a word that stays here');
  await visitor.tell('conversation:end', {});
  for (const [name, rows] of Object.entries(LISTS)) await old.save(name, rows);
  text = await old.export();
  ({ fingerprint } = (await (await old.ask('service-file/fingerprint')).json()) as { fingerprint: string });
});
afterAll(() => Promise.all([old.deployment.stop(), fresh.deployment.stop()]));

describe('the file of a service', () => {
  it('has what was set up, and who works there, and no word or count of visitors, no password and no key', async () => {
    for (const part of ['Helo, “Robin”.', 'kim', 'core_safeguarding', 'Bereavement'])
      expect(text).toContain(part);
    const { password_hash: hash } = await old.deployment.database.one<{ password_hash: string }>(
      'select password_hash from staff limit 1',
    );
    for (const secret of [hash, 'a word that stays here', 'dek']) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/figures|contacts/);
    expect(await old.audited('service_exported')).toBe(1);
  });

  it('is checked first: it says what it would make, and changes nothing', async () => {
    const before = await fresh.everything();
    const answer = await fresh.import(text);
    expect(answer).toMatchObject({ outcome: 'checked', fingerprint, invites: [] });
    const brought = answer.outcome === 'checked' ? answer.lists.map(({ list, added }) => [list, added]) : [];
    expect(brought).toEqual(
      expect.arrayContaining([
        ['skills', 1],
        ['training', 1],
        ['hours', 1],
        ['starters', 2],
      ]),
    );
    expect(await fresh.everything()).toBe(before);
  });

  it('is refused when a character of it was changed, when it is no such file, and by another key', async () => {
    const before = await fresh.everything();
    expect(await fresh.import(text.replace('Take care.', 'Take cane.'))).toEqual({
      outcome: 'unreadable',
      problem: 'altered',
    });
    expect(await fresh.import('sign_in_name,name')).toMatchObject({ problem: 'not_signed' });
    const other = fingerprint.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    for (const compared of [undefined, other])
      expect(
        await fresh.import(text, {
          checkOnly: false,
          ...(compared === undefined ? {} : { fingerprint: compared }),
        }),
      ).toEqual({ outcome: 'another_key', fingerprint });
    expect(await fresh.everything()).toBe(before);
  });

  it('[AUD1] makes the same lists in a new deployment, with an invite for each person', async () => {
    const once = () => fresh.import(text, { checkOnly: false, fingerprint });
    // The one that waits for the other finds what it made.
    const both = await Promise.all([once(), once()]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['not_new', 'saved']);
    const answer = both.find(({ outcome }) => outcome === 'saved') ?? both[0];
    expect(answer).toMatchObject({ outcome: 'saved', invites: expect.anything() as unknown });
    const invited = answer.outcome === 'saved' ? answer.invites.map(({ signInName }) => signInName) : [];
    expect(invited).toContain('kim');
    for (const name of [
      'skills',
      'training',
      'hours',
      'holidays',
      'starters',
      'resources',
      'words',
      'topics',
      'limits',
    ])
      expect([name, (await fresh.list(name)).rows]).toEqual([name, (await old.list(name)).rows]);
    expect((await fresh.list('people')).rows).toEqual(
      expect.arrayContaining((await old.list('people')).rows),
    );
    expect(await fresh.audited('service_imported')).toBe(1);
  });

  it('never overwrites what someone has set up', async () => {
    const before = await fresh.everything();
    const answer = await fresh.import(text, { checkOnly: false, fingerprint });
    expect(answer).toMatchObject({ outcome: 'not_new', because: ['people', 'lists'] });
    expect(answer.outcome === 'not_new' ? answer.lists : []).toContain('starters');
    expect(await old.import(text)).toMatchObject({
      because: ['opened', 'people', 'conversations', 'lists'],
    });
    expect(await fresh.everything()).toBe(before);
  });
});
