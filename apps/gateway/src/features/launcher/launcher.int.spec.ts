import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launcherSchema, type SetupAnswer, type SetupList } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aStaffMember, signIn } from '../../../test/deployment/staff';

const CODE = 'document.title;';
const POLICY = 'content-security-policy';

let deployment: Deployment;
let folder: string;
let cookie: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'launcher-'));
  await writeFile(join(folder, 'launch.js'), CODE);
  deployment = await Deployment.start({ gateways: 0, timeScale: 0.1 });
  Object.assign(deployment.config, { LAUNCHER_DIR: folder });
  await deployment.startGateway();
  cookie = await signIn(deployment.gateway(), await aStaffMember(deployment, { role: 'administrator' }));
});
afterAll(async () => {
  await deployment.stop();
  await rm(folder, { recursive: true });
});

const get = (path: string): Promise<Response> => fetch(`${deployment.gateway().url}${path}`);
const setup = async <Answer>(body?: object): Promise<Answer> => {
  const answer = await fetch(`${deployment.gateway().url}/api/setup/service`, {
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Answer;
};
const allow = async (parents: string): Promise<SetupAnswer> => {
  const { version, rows } = await setup<SetupList>();
  return setup({
    version,
    checkOnly: false,
    rows: rows.map((row) => ({ ...row, allowed_parents: parents })),
  });
};
const ancestorsOf = async (path: string): Promise<string | undefined> =>
  /frame-ancestors ([^;]*)/.exec((await get(path)).headers.get(POLICY) ?? '')?.[1];

describe('the launcher', () => {
  it('is for any site, at a path that changes with it, and has a hash', async () => {
    const answer = await get('/api/launcher');
    const { script, integrity, opening } = launcherSchema.parse(await answer.json());
    expect(opening).toBe('open');
    expect(integrity).toBe(`sha384-${createHash('sha384').update(CODE).digest('base64')}`);
    for (const [path, kept] of [
      ['/api/launcher', 'public, max-age=30'],
      ['/launch.js', 'public, max-age=300'],
      [script, 'public, max-age=31536000, immutable'],
    ] as const) {
      const { status, headers } = await get(path);
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, kept]);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(headers.get('set-cookie')).toBeNull();
    }
    expect(await (await get(script)).text()).toBe(CODE);
    expect((await get('/launch-0123456789abcdef.js')).status).toBe(404);
  });

  it('[SEC6] only sites that the service allows may frame the page of visitors, and nothing else of the server', async () => {
    expect(await ancestorsOf('/')).toBe("'none'");
    expect(await allow('https://WWW.charity.example/; http://localhost:8080')).toMatchObject({
      outcome: 'saved',
    });
    await until('the sites to be allowed', async () => (await ancestorsOf('/')) !== "'none'");
    expect(await ancestorsOf('/')).toBe('https://www.charity.example http://localhost:8080');
    for (const path of ['/console/', '/api/service', '/healthz', '//'])
      expect([path, await ancestorsOf(path)]).toEqual([path, "'none'"]);
    await allow('');
    await until('no site to be allowed', async () => (await ancestorsOf('/')) === "'none'");
  });

  it.each([
    '*',
    'https://*.charity.example',
    "https://a.example'none'",
    'https://a.example/page',
    'https://a.example, https://b.example',
    'http://a.example',
    'https://localhost',
    'https://someone@a.example',
    'data:',
  ])('[SEC6] %s is no site that can be allowed', async (parents) => {
    expect(await allow(parents)).toMatchObject({
      outcome: 'problems',
      problems: [{ column: 'allowed_parents', problem: 'not_an_origin' }],
    });
    expect(await deployment.database.count(`service where allowed_parents <> '{}'`)).toBe(0);
  });
});
