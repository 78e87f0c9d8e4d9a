import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  CharityAnswer,
  CharityMarkAnswer,
  CharityView,
  ReadinessView,
  SetupAnswer,
  SetupList,
} from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { READINESS_CONFIRMATIONS } from '@warmline/vocabulary';
import { Deployment } from '../../../test/deployment/deployment';
import { aStaffMember, signIn } from '../../../test/deployment/staff';

const CATALOGUE = {
  words: { exit: { leave: 'Leave this page' }, emergency: { before: 'In danger? Call ' } },
  locale: { language: 'en', formats: 'en-GB', direction: 'ltr' },
};
const PAGE = `<!doctype html><html lang="en" dir="ltr"><script type="application/json" id="words">${JSON.stringify(CATALOGUE)}</script><!--look--><!--/look--><!--exit--><!--/exit--><!--numbers--><!--/numbers--></html>`;

let deployment: Deployment;
const cookies: string[] = [];
const names: string[] = [];
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 0, timeScale: 0.1 });
  await writeFile(join(deployment.config.VISITOR_DIR, 'index.html'), PAGE);
  await deployment.startGateway();
  for (const _ of [1, 2]) {
    const person = await aStaffMember(deployment, { role: 'administrator' });
    names.push(person.name);
    cookies.push(await signIn(deployment.gateway(), person));
  }
});
afterAll(() => deployment.stop());

const ask = async <Answer>(who: number, path = '', body?: object): Promise<Answer> => {
  const answer = await fetch(`${deployment.gateway().url}/api/charity${path}`, {
    headers: { cookie: cookies[who] ?? '', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
};
const get = (path: string): Promise<Response> => fetch(`${deployment.gateway().url}${path}`);
const page = async (): Promise<string> => (await get('/')).text();
const served = (text: string): Promise<true> =>
  until(`"${text}" to be served`, async () => (await page()).includes(text));

describe('your charity', () => {
  it('is on the page of visitors once it is saved, is one entry in the audit, and can be taken back', async () => {
    const { version, charity } = await ask<CharityView>(0);
    expect(await page()).toContain('<a href="tel:999">999</a>');
    const after = {
      ...charity,
      name: 'Quay Talk',
      emergencyNumber: '112',
      exit: { title: 'News', url: 'https://news.example.org/' },
    };
    const saved = await ask<CharityAnswer>(0, '', { version, charity: after });
    expect(saved).toMatchObject({ outcome: 'saved', view: { version: version + 1, undo: { isOwn: true } } });
    await served('<a href="tel:112">112</a>');
    expect(await page()).toContain('href="https://news.example.org/"');
    expect(await page()).toContain('"name":"Quay Talk"');
    expect(await deployment.database.count(`audit_entry where action = 'charity_changed'`)).toBe(1);
    const { undo } = await ask<CharityView>(1);
    expect(undo).toMatchObject({
      byName: names[0],
      isOwn: false,
      parts: ['name', 'emergencyNumber', 'exit'],
    });
    const undone = await ask<CharityAnswer>(1, '/undo', { change: undo?.change });
    expect(undone).toMatchObject({ outcome: 'saved', view: { charity } });
    await served('<a href="tel:999">999</a>');
    expect(await ask<CharityAnswer>(1, '/undo', { change: undo?.change })).toMatchObject({
      outcome: 'too_late',
    });
  });

  it('is not overwritten by someone who had not seen the last change, or by what cannot be right', async () => {
    const { version, charity } = await ask<CharityView>(0);
    await ask(1, '', { version, charity: { ...charity, name: 'Second' } });
    expect(
      await ask<CharityAnswer>(0, '', { version, charity: { ...charity, name: 'First' } }),
    ).toMatchObject({
      outcome: 'outdated',
      by: names[1],
      view: { charity: { name: 'Second' } },
    });
    const wrong = { ...charity, exit: { title: 'x', url: 'javascript:alert(1)' } };
    expect(await ask<CharityAnswer>(0, '', { version: version + 1, charity: wrong })).toEqual({
      outcome: 'problems',
      problems: [{ field: 'exit.url', problem: 'not_https' }],
    });
    expect((await ask<CharityView>(0)).charity.name).toBe('Second');
  });

  it('keeps its new name when a save of the list Service before it is taken back', async () => {
    const list = async <Answer>(path: string, body?: object): Promise<Answer> =>
      ask<Answer>(0, `/../setup/service${path}`, body);
    const { rows, version: first } = await list<SetupList>('');
    const renamed = rows.map((row) => ({ ...row, name: 'By the list' }));
    const saved = await list<SetupAnswer>('', { version: first, checkOnly: false, rows: renamed });
    const save = saved.outcome === 'saved' ? saved.list.last?.id : undefined;
    expect(save).toBeDefined();
    const { version, charity } = await ask<CharityView>(0);
    await ask(0, '', { version, charity: { ...charity, name: 'By the page' } });
    const undo = { save, version: version + 1 };
    expect(await list('/undo', undo)).toMatchObject({ outcome: 'undo_over', list: { last: null } });
    expect((await ask<CharityView>(0)).charity.name).toBe('By the page');
  });

  it('[SEC6] has a preview that the console may hold in a frame and no other page may', async () => {
    const policyOf = async (path: string): Promise<string> =>
      String((await get(path)).headers.get('content-security-policy'));
    expect(await policyOf('/preview/')).toContain("frame-ancestors 'self'");
    const consoles = await policyOf('/console/');
    expect(consoles).toContain("frame-src 'self'");
    expect(consoles).toContain("frame-ancestors 'none'");
    expect(await policyOf('/')).toMatch(/^(?!.*frame-src).*frame-ancestors 'none'/);
  });

  it('has a mark that is a small picture and nothing else, and a colour as a style sheet', async () => {
    const dot =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const kept = await ask<CharityMarkAnswer>(0, '/mark', { picture: dot });
    const mark = kept.outcome === 'kept' ? kept.mark : '';
    const { headers, status } = await get(`/mark/${mark}`);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
    expect(await ask(0, '/mark', { picture: svg })).toEqual({ outcome: 'problem', problem: 'not_a_picture' });
    const { version, charity } = await ask<CharityView>(0);
    const none = { ...charity, mark: 'a'.repeat(64) };
    expect(await ask(0, '', { version, charity: none })).toMatchObject({ problems: [{ field: 'mark' }] });
    await ask(0, '', { version, charity: { ...charity, mark, colour: '#7a1fa2' } });
    await served(`/mark/${mark}`);
    await served('href="/accent/7a1fa2.css"');
    expect(await (await get('/accent/7a1fa2.css')).text()).toContain('--accent:#7a1fa2');
    expect((await get('/accent/ffcc00.css')).status).toBe(404);
  });
});

describe('ready to open', () => {
  const read = async (path = '', body?: object): Promise<ReadinessView> =>
    (await fetch(`${deployment.gateway().url}/api/readiness${path}`, {
      headers: { cookie: cookies[0] ?? '', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    }).then((answer) => answer.json())) as ReadinessView;
  const open = async (): Promise<string[]> =>
    (await read()).lines.filter(({ isDone }) => !isDone).map(({ check }) => check);
  const openNow = (missing: readonly string[]): Promise<unknown> => read('/open', { missing });

  it('is computed from what is stored, and a number that changes has to be checked again', async () => {
    await deployment.database.sql('update service set opened_at = null');
    expect(await open()).toEqual(expect.arrayContaining(['numbers', 'wording', 'backup', 'test_chat']));
    const { about } = await read();
    for (const what of READINESS_CONFIRMATIONS) await read('/confirm', { what, about: about[what] });
    expect(await open()).not.toContain('numbers');
    const { version, charity } = await ask<CharityView>(0);
    await ask(0, '', { version, charity: { ...charity, emergencyNumber: '112' } });
    expect(await open()).toContain('numbers');
    // Nobody has looked at what it is now.
    const confirmed = { what: 'numbers', about: about.numbers };
    expect(await read('/confirm', confirmed)).toMatchObject({ outcome: 'outdated' });
    expect(await open()).toContain('numbers');
    await read('/confirm', { what: 'numbers', about: (await read()).about.numbers });
    expect(await open()).not.toContain('numbers');
  });

  it('takes no visitor before it is opened, and is not opened without a test chat', async () => {
    const opening = async () => (await get('/api/service')).json();
    await until('it to be closed', async () => JSON.stringify(await opening()).includes('"takes":"nobody"'));
    const view = { openedAt: null, opening: { state: 'closed', why: 'not_opened', takes: 'nobody' } };
    expect(await openNow(await open())).toMatchObject({ outcome: 'not_ready', view });
  });
});
