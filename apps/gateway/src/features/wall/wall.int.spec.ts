import { wallSchema, type Wall, type WallLinkMade, type WallLinks } from '@warmline/contracts';
import { DAY } from '@warmline/kernel';
import { until } from '@warmline/test-kit';
import { WALL_LINKS_MOST } from '@warmline/vocabulary';
import { Deployment } from '../../../test/deployment/deployment';
import { aStaffMember, signIn } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let cookie: string;
let maker: string;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2, timeScale: 0.1 });
  const administrator = await aStaffMember(deployment, { role: 'administrator' });
  maker = administrator.name;
  cookie = await signIn(deployment.gateway(), administrator);
});
afterEach(() => deployment.database.sql('delete from wall_link'));
afterAll(() => deployment.stop());

const asked = async <Answer>(method: string, path = '', body?: object): Promise<Answer> => {
  const answer = await fetch(`${deployment.gateway().url}/api/wall-links${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Answer;
};
const make = async (label = 'Office'): Promise<Extract<WallLinkMade, { outcome: 'made' }>> => {
  const made = await asked<WallLinkMade>('POST', '', { label, lasts: 30 });
  if (made.outcome !== 'made') throw new Error(made.outcome);
  return made;
};
const linkOf = ({ links }: WallLinks): WallLinks['links'][number] => {
  const [link] = links;
  if (link === undefined) throw new Error('there is no link');
  return link;
};
/** Asks as a page on a wall does: with the link alone, of any gateway. */
const wall = (secret: string, gateway = 0): Promise<Response> =>
  fetch(`${deployment.gateway(gateway).url}/api/wall`, { headers: { authorization: `Bearer ${secret}` } });
const recorded = async (): Promise<string[]> => {
  const rows = await deployment.database.sql<{ action: string }>(
    `select action from audit_entry where action like 'wall_link%' order by at, id`,
  );
  return rows.map(({ action }) => action);
};

describe('the wall page', () => {
  it('shows the figures of its service, and no name of anyone', async () => {
    const visitor = await aVisitor().named('Robin Example').waitingAt(deployment.gateway());
    const { secret } = await make();
    const answer = await wall(secret);
    const text = await answer.text();
    const shown: Wall = wallSchema.parse(JSON.parse(text));
    expect(shown.waiting.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(1);
    expect(text).not.toMatch(/Robin|name|conversationId/);
    expect(text).not.toContain(maker);
    expect(text).not.toContain(visitor.id);
    await visitor.must('conversation:end', {});
  });

  it('tells no rate of fewer than ten people, nor how many they were', async () => {
    const leaves = await aVisitor().waitingAt(deployment.gateway());
    await leaves.says('nobody?');
    await leaves.must('conversation:end', {});
    const { secret } = await make();
    const shown = await until('a figure on the wall', async () => {
      const read = wallSchema.parse(await (await wall(secret)).json());
      return read.leftWaiting.of !== 0 && read;
    });
    for (const { part, of } of [shown.leftWaiting, shown.answerRate, shown.reachRate])
      expect([part, of]).toEqual([null, null]);
  });

  it('is opened by a link that works, and by nothing else', async () => {
    const { secret } = await make();
    const statuses = await Promise.all(
      [secret, '', secret.slice(1), `${secret}A`, secret.toLowerCase(), 'A'.repeat(43)].map(
        async (given) => (await wall(given)).status,
      ),
    );
    expect(statuses).toEqual([200, 401, 401, 401, 401, 401]);
    const stored = await deployment.database.sql<{ text: string }>(
      'select wall_link::text as text from wall_link',
    );
    expect(stored[0]?.text).not.toContain(secret);
  });

  it('dies at every gateway when its link is revoked, and stays dead', async () => {
    const { secret, view } = await make();
    expect([(await wall(secret, 0)).status, (await wall(secret, 1)).status]).toEqual([200, 200]);
    const { id } = linkOf(view);
    expect((await asked<WallLinks>('DELETE', `/${id}`)).links).toEqual([]);
    expect((await asked<WallLinks>('DELETE', `/${id}`)).links).toEqual([]);
    const answers = [await wall(secret, 0), await wall(secret, 1)];
    expect(await Promise.all(answers.map(async (one) => [one.status, await one.json()]))).toEqual([
      [401, { refusal: 'not_signed_in' }],
      [401, { refusal: 'not_signed_in' }],
    ]);
  });

  it('[ACC1] ends at every gateway after the days that were chosen, and is listed with its end', async () => {
    const { secret, view } = await make();
    const { madeAt, expiresAt } = linkOf(view);
    expect(expiresAt - madeAt).toBe(30 * DAY);
    expect((await wall(secret, 1)).status).toBe(200);
    await deployment.database.sql(`update wall_link set expires_at = clock_timestamp()`);
    expect([(await wall(secret, 0)).status, (await wall(secret, 1)).status]).toEqual([401, 401]);
    expect(linkOf(await asked<WallLinks>('GET')).expiresAt).toBeLessThanOrEqual(Date.now() + DAY);
    expect(await asked('POST', '', { label: 'Office', lasts: 36_500 })).toEqual({ refusal: 'malformed' });
    expect(await asked('POST', '', { label: 'Office' })).toEqual({ refusal: 'malformed' });
  });

  it('[ACC1] goes on when the person who made it is deactivated, and still says who that was', async () => {
    const { secret } = await make();
    await deployment.database.sql('update staff set active = false where name = $1', [maker]);
    const { status } = await wall(secret);
    await deployment.database.sql('update staff set active = true where name = $1', [maker]);
    expect(status).toBe(200);
    expect(linkOf(await asked<WallLinks>('GET')).madeBy).toBe(maker);
  });

  it('[AUD1] records who made a link and who revoked it, once each', async () => {
    const before = (await recorded()).length;
    const { view } = await make();
    const { id } = linkOf(view);
    await asked('DELETE', `/${id}`);
    await asked('DELETE', `/${id}`);
    expect((await recorded()).slice(before)).toEqual(['wall_link_made', 'wall_link_revoked']);
  });

  it('says who made a link, and when a page last read with it', async () => {
    const { secret, view } = await make('  Screen in the office ');
    expect(linkOf(view)).toMatchObject({
      label: 'Screen in the office',
      madeBy: maker,
      readAt: null,
    });
    await wall(secret);
    const { readAt, madeAt } = linkOf(await asked<WallLinks>('GET'));
    expect(readAt).toBeGreaterThanOrEqual(madeAt);
  });

  it('refuses a link without a name, and more links than it can keep apart', async () => {
    for (const label of ['', '   ', 'x'.repeat(61)])
      expect(await asked('POST', '', { label, lasts: 30 })).toEqual({ refusal: 'malformed' });
    const makeOne = async (): Promise<boolean> =>
      (await asked<WallLinkMade>('POST', '', { label: 'Screen', lasts: 365 })).outcome === 'made';
    const together = await Promise.all(Array.from({ length: WALL_LINKS_MOST + 2 }, makeOne));
    let made = together.filter(Boolean).length;
    // Of so many at once some find a busy server.
    while (made < WALL_LINKS_MOST && (await makeOne())) made += 1;
    expect([made, await makeOne()]).toEqual([WALL_LINKS_MOST, false]);
  });
});
