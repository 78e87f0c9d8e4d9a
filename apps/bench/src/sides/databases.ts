import { Client } from 'pg';
import type { Resources } from '../resources';

/** Runs something on a connection of its own. */
export const on = async <Value>(url: string, work: (client: Client) => Promise<Value>): Promise<Value> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Creates an empty database; returns its address. */
export const createDatabase = async ({ databaseUrlOf }: Resources, name: string): Promise<string> => {
  await on(databaseUrlOf('postgres'), (client) => client.query(`create database ${name}`));
  return databaseUrlOf(name);
};
