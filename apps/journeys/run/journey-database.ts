// For journeys only: writes into the database of the Warmline they run on what cannot be waited for in a browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { postgresAccount } from '../../../tools/dev/stack/postgres-account.ts';
import { clusterFolder, SUPERUSER } from '../../../tools/dev/stack/postgres-cluster.ts';
import { readSecret } from '../../../tools/dev/stack/secret-file.ts';

interface Statement {
  readonly text: string;
  readonly values?: unknown[];
}

export async function inJourneyDatabase(statements: readonly Statement[]): Promise<void> {
  const dataDir = process.env['WARMLINE_DATA_DIR'] ?? '';
  const password = readSecret(join(dataDir, 'postgres.password'));
  const pidFile = join(clusterFolder(dataDir, postgresAccount()), 'postmaster.pid');
  // The fourth line is the port.
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
  const client = new pg.Client({ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'warmline' });
  await client.connect();
  for (const { text, values } of statements) await client.query(text, values);
  await client.end();
}
