import { ROLES } from '@warmline/postgres';
import type { Config } from '../src/core/config';
import { closeConnections } from '../src/core/connections';
import { makeLog } from '../src/core/log';
import { openResources } from '../src/core/resources';
import { Deployment } from './deployment/deployment';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 1, worker: false });
});
afterAll(() => deployment.stop());

/** What a start with other settings is refused with; '' when it starts. */
const refusalOf = async (over: Partial<Config>): Promise<string> => {
  try {
    const opened = await openResources(
      { ...deployment.config, ...over },
      'worker',
      makeLog('silent', 'worker'),
    );
    await closeConnections(opened.connections);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('a start on servers that could do harm', () => {
  it('[SEC7] is refused to a superuser and to the owner of the tables, in one line that says what to use', async () => {
    const { database } = deployment;
    const superuser = await refusalOf({ DATABASE_URL: database.url });
    expect(superuser).toMatch(
      /^DATABASE_URL connects to Postgres as \w+, which is a superuser\. Use warmline_app: .*$/,
    );
    expect(superuser).not.toContain(new URL(database.url).password);
    expect(await refusalOf({ DATABASE_URL: database.urlOf(ROLES.owner) })).toContain('which owns the tables');
    expect(await refusalOf({ DATABASE_SEQUENCER_URL: database.urlOf(ROLES.owner) })).toMatch(
      /^DATABASE_SEQUENCER_URL connects to Postgres as warmline_owner, which owns the tables\. Use warmline_sequencer: .*$/,
    );
    expect(await refusalOf({})).toBe('');
  });

  it('[SEC7] is refused to a worker that cannot keep the audit log', async () => {
    expect(await refusalOf({ DATABASE_SEQUENCER_URL: undefined })).toContain('set DATABASE_SEQUENCER_URL');
  });

  it('[SEC7] is refused to a user of Redis who may do everything', async () => {
    const refusal = await refusalOf({ REDIS_URL: deployment.redis.url });
    expect(refusal).toMatch(/^REDIS_URL connects to Redis as \w+, who may do everything\. .*$/);
    expect(refusal).not.toContain(new URL(deployment.redis.url).password);
  });

  it('[SEC7] is refused when Postgres would lose what it has committed, with the settings that are wrong', async () => {
    const { fsync } = await deployment.database.one<{ fsync: string }>('show fsync');
    const { pages } = await deployment.database.one<{ pages: string }>(
      `select current_setting('full_page_writes') as pages`,
    );
    const off = [...(fsync === 'off' ? ['fsync'] : []), ...(pages === 'off' ? ['full_page_writes'] : [])];
    const refusal = await refusalOf({ UNDURABLE_POSTGRES: '0' });
    if (off.length === 0) expect(refusal).toBe('');
    else expect(refusal).toMatch(`Set ${off.join(' and ')} to on in its configuration.`);
  });

  it('[SEC7] is refused when commits do not wait for the disk', async () => {
    const { database } = deployment;
    await database.sql(
      `alter role ${ROLES.app} in database "${new URL(database.url).pathname.slice(1)}" set synchronous_commit = off`,
    );
    expect(await refusalOf({ UNDURABLE_POSTGRES: '0' })).toContain('synchronous_commit');
    await database.sql(
      `alter role ${ROLES.app} in database "${new URL(database.url).pathname.slice(1)}" reset synchronous_commit`,
    );
    expect(await refusalOf({})).toBe('');
  });
});
