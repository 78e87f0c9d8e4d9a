import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EMPTY_RANGE, appendLeaves, headOf, openCheckpoint } from '@warmline/audit-log';
import { database as aDatabase, ROLES } from '@warmline/postgres';
import { Keyring } from '@warmline/sealing';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aVisitor } from '../../../test/deployment/visitor';
import { requireAuditKey } from '../../core/audit-key-at-start';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ timeScale: 0.1 });
});
afterAll(() => deployment.stop());

interface Newest {
  readonly size: number;
  readonly note: string;
}
const newest = (): Promise<Newest> =>
  deployment.database.one<{ size: number; note: string }>(
    'select size::integer, note from audit_checkpoint order by size desc limit 1',
  );
const keys = async (): Promise<string[]> =>
  (await deployment.database.sql<{ key: string }>('select public_key as key from audit_key')).map(
    ({ key }) => key,
  );
const everythingSigned = (): Promise<unknown> =>
  until('every audit row to be in a signed log', async () => {
    const rows = await deployment.database.count('audit_entry');
    const [checkpoint] = await deployment.database.sql<{ size: number }>(
      'select max(size)::integer as size from audit_checkpoint',
    );
    return rows > 0 && checkpoint?.size === rows;
  });

describe('the sequencer', () => {
  it('[AUD3] takes every audit row into a log whose head is signed', async () => {
    await aVisitor().waitingAt(deployment.gateway());
    await everythingSigned();
    const { size, note } = await newest();
    const opened = openCheckpoint(note, await keys());
    const leaves = await deployment.database.sql<{ hash: Buffer }>(
      'select hash from audit_leaf order by index limit $1',
      [size],
    );
    const { range } = appendLeaves(
      EMPTY_RANGE,
      leaves.map(({ hash }) => hash),
    );
    expect(opened.size).toBe(size);
    expect(opened.head).toEqual(headOf(range));
  });

  it('[AUD3] goes on with the same key after a restart, and tells its public key', async () => {
    const [key = ''] = await keys();
    await deployment.stopWorker();
    await deployment.startWorker();
    await aVisitor().waitingAt(deployment.gateway());
    await everythingSigned();
    expect(await keys()).toEqual([key]);
    expect(deployment.log.lines.join('')).toContain(key);
  });

  it('[SEC7] does not start without the key that signed before, in words that say what to do', async () => {
    await deployment.stopWorker();
    await rm(join(deployment.config.KEYRING_DIR, 'audit.key'));
    await expect(deployment.startWorker()).rejects.toThrow(
      /^The key that signs the audit log is missing or damaged: audit\.key in .*\. Put the right file back/,
    );
    expect(await keys()).toHaveLength(1);
  });

  it('[SEC7] starts with a new key when the old one is damaged and KEYRING_LOST says so', async () => {
    const { config } = deployment;
    await writeFile(join(config.KEYRING_DIR, 'audit.key'), 'not a key');
    const database = await aDatabase({
      url: deployment.database.urlOf(ROLES.sequencer),
      poolSize: 1,
    }).initialize();
    const keyring = await Keyring.openFolder(config.KEYRING_DIR);
    const quiet = (): void => undefined;
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    const start = (lost: '0' | '1'): Promise<unknown> =>
      requireAuditKey({ KEYRING_DIR: config.KEYRING_DIR, KEYRING_LOST: lost }, { database, keyring }, log);
    await expect(start('0')).rejects.toThrow(/missing or damaged/);
    await start('1');
    expect(await keys()).toHaveLength(2);
    await database.destroy();
  });
});
