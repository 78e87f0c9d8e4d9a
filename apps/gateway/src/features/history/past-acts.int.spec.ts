import { personHistorySchema, settingHistorySchema, type SettingHistory } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aResponder, aStaffMember, signIn, type Console } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let responder: Console;
let cookies: Record<'supervisor' | 'administrator' | 'auditor' | 'trainer', string>;
beforeAll(async () => {
  deployment = await Deployment.start();
  const signedIn = async (role: keyof typeof cookies): Promise<string> =>
    signIn(deployment.gateway(), await aStaffMember(deployment, { role }));
  cookies = {
    supervisor: await signedIn('supervisor'),
    administrator: await signedIn('administrator'),
    auditor: await signedIn('auditor'),
    trainer: await signedIn('trainer'),
  };
  responder = await aResponder(deployment, deployment.gateway());
});
afterAll(() => deployment.stop());

const ask = (path: string, cookie: string, body?: object): Promise<Response> =>
  fetch(`${deployment.gateway().url}/api/${path}`, {
    headers: { cookie, origin: deployment.config.PUBLIC_URL, 'content-type': 'application/json' },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
const settings = async (): Promise<SettingHistory> =>
  settingHistorySchema.parse(await (await ask('history/settings', cookies.auditor)).json());

/** Saves a list as the administrator. */
const save = async (list: string, change: (rows: object[]) => object[]): Promise<void> => {
  const { version, rows } = (await (await ask(`setup/${list}`, cookies.administrator)).json()) as {
    version: number;
    rows: object[];
  };
  const answer = await ask(`setup/${list}`, cookies.administrator, {
    ...{ version, checkOnly: false, rows: change(rows) },
  });
  expect(await answer.json()).toMatchObject({ outcome: 'saved' });
};

describe('the history of the settings', () => {
  it('[AUD1] says who changed what, as it was and as it is', async () => {
    const closed = { day: '2099-12-25', opens: '', closes: '' };
    await save('holidays', () => [{ ...closed, name: 'Christmas' }]);
    await save('holidays', () => [{ ...closed, name: 'Christmas Day' }]);
    const [newest, older] = (await settings()).acts;
    expect(newest).toMatchObject({
      act: { action: 'setup_changed', reason: 'holidays' },
      changed: {
        kind: 'rows',
        list: 'holidays',
        rows: [{ what: 'changed', was: { name: 'Christmas' }, row: { name: 'Christmas Day' } }],
      },
    });
    expect(older?.changed).toMatchObject({ rows: [{ what: 'added' }] });
  });

  it('[PRV1] keeps no name of a person: it is read from their record', async () => {
    const { name, signInName } = responder.person;
    await save('rota', (rows) => [
      ...rows,
      { sign_in_name: signInName, day: '2099-03-02', starts: '10:00', ends: '12:00' },
    ]);
    const [newest] = (await settings()).acts;
    expect(newest?.changed).toMatchObject({ list: 'rota', rows: [{ row: { sign_in_name: name } }] });
    const [{ change = '' } = {}] = await deployment.database.sql<{ change: string }>(
      `select change::text from setting_change where list = 'rota'`,
    );
    expect([change.includes(name), change.includes(signInName)]).toEqual([false, false]);
    expect(change).toContain(responder.person.id);
  });

  it('[SEC1] is for those who answer for them', async () => {
    for (const role of ['supervisor', 'administrator', 'auditor'] as const)
      expect((await ask('history/settings', cookies[role])).status).toBe(200);
    expect((await ask('history/settings', cookies.trainer)).status).toBe(403);
    expect((await ask('history/settings?before=x', cookies.auditor)).status).toBe(400);
  });
});

describe('what one person did', () => {
  const range = (): string =>
    `from=0&until=${Date.now() + 60_000}`.replace('from=0', `from=${Date.now() - 86_400_000}`);
  const of = (cookie: string, query = range()): Promise<Response> =>
    ask(`history/people/${responder.person.id}?${query}`, cookie);

  it('[AUD1] is shown with its conversations once the look is recorded, without how they are', async () => {
    const visitor = await aVisitor().waitingAt(deployment.gateway());
    const held = await responder.takes(visitor.id);
    await responder.must('conversation:end', { ...held, reason: 'responder_ended_agreed' });
    const looked = `audit_entry where action = 'person_history_read' and whom = $1`;
    expect(await deployment.database.count(looked, [responder.person.id])).toBe(0);
    await until('the end to be recorded', async () => {
      const { acts } = personHistorySchema.parse(await (await of(cookies.supervisor)).json());
      return acts.some(({ act }) => act.action === 'conversation_ended');
    });
    const shown = personHistorySchema.parse(await (await of(cookies.auditor)).json());
    expect([shown.name, shown.counts.held]).toEqual([responder.person.name, 1]);
    expect(shown.acts.map(({ conversationId }) => conversationId)).toContain(visitor.id);
    expect(shown.acts.filter(({ act }) => /check|break|rest|availability/.test(act.action))).toEqual([]);
    expect(await deployment.database.count(looked, [responder.person.id])).toBeGreaterThanOrEqual(2);
  });

  it('[SEC1] is for those who may read the past, of their own service', async () => {
    for (const role of ['administrator', 'trainer'] as const)
      expect((await of(cookies[role])).status).toBe(403);
    expect((await of(cookies.auditor, 'from=0&until=99999999999999')).status).toBe(400);
    const stranger = `history/people/00000000-0000-4000-8000-00000000dddd?${range()}`;
    expect((await ask(stranger, cookies.auditor)).status).toBe(404);
  });
});
