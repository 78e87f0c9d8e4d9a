// For journeys alone: a night goes by for everyone who works here. Nobody can wait in a browser test for somebody's rest to
// be over, and no rule is switched off: the same limits are judged, by what happened a while ago.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { postgresAccount } from './postgres-account.mjs';
import { SUPERUSER } from './postgres-cluster.mjs';
import { clusterFolder } from './postgres-data.mjs';

const NIGHT = `
  with rested as (
    update staff set quiet_since = quiet_since - interval '8 days', heavy_since = heavy_since - interval '8 days',
      break_wanted = false, break_delayed_until = null
  ), worked as (
    update shift set began_at = began_at - interval '8 days', ends_at = ends_at - interval '8 days',
      ended_at = coalesce(ended_at, ends_at) - interval '8 days'
    where $1::boolean
  )
  update holding set began_at = began_at - interval '8 days', ended_at = ended_at - interval '8 days'
  where ended_at is not null and $1::boolean`;

const dataDir = process.env['WARMLINE_DATA_DIR'] ?? '';
const isNight = process.argv.includes('--night');
const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim();
// The fourth line is the port.
const port = Number(
  readFileSync(join(clusterFolder(dataDir, postgresAccount()), 'postmaster.pid'), 'utf8').split('\n')[3],
);
const client = new pg.Client({ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'warmline' });
await client.connect();
await client.query(NIGHT, [isNight]);
await client.end();
