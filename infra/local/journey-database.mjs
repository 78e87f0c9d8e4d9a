// For journeys alone: the database of the Warmline they play on, for what nobody can wait for in a browser.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import pg from 'pg';
import { postgresAccount } from './postgres-account.mjs';
import { SUPERUSER } from './postgres-cluster.mjs';
import { clusterFolder } from './postgres-data.mjs';

/** @param {readonly { text: string, values?: unknown[] }[]} statements */
export async function inJourneyDatabase(statements) {
  const dataDir = process.env['WARMLINE_DATA_DIR'] ?? '';
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim();
  // The fourth line is the port.
  const port = Number(
    readFileSync(join(clusterFolder(dataDir, postgresAccount()), 'postmaster.pid'), 'utf8').split('\n')[3],
  );
  const client = new pg.Client({ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'warmline' });
  await client.connect();
  for (const { text, values } of statements) await client.query(text, values);
  await client.end();
}
