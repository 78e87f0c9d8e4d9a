import { ROLES, ServerReadModel, type Database } from '@warmline/postgres';
import { BadConfiguration, type Config } from './config';

const HOW = 'docs/operations.md says how to make the roles';

const DURABLE = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;

/** Gateway and worker may not do more than they need. Rejects with BadConfiguration. */
const refusePowers = async (server: ServerReadModel, setting: string, wanted: string): Promise<void> => {
  const { name, powers } = await server.loadRole();
  if (powers.length === 0) return;
  throw new BadConfiguration(
    `${setting} connects to Postgres as ${name}, which ${powers.join(', ')}. Use ${wanted}: ${HOW}.`,
  );
};

/** A message that was acknowledged must survive a loss of power. Rejects with BadConfiguration. */
const requireDurability = async (server: ServerReadModel): Promise<void> => {
  const durability = await server.loadDurability();
  const off = DURABLE.filter((name) => !durability[name]);
  if (off.length === 0) return;
  const names = off.join(' and ');
  throw new BadConfiguration(
    `Postgres would lose acknowledged messages when the power fails. Set ${names} to on in its configuration.`,
  );
};

/** Before anything is written: who we are to Postgres, and whether it keeps what it has committed. */
export const requireFitPostgres = async (
  { UNDURABLE_POSTGRES }: Pick<Config, 'UNDURABLE_POSTGRES'>,
  { database, sequencer }: { readonly database: Database; readonly sequencer: Database | null },
): Promise<void> => {
  const server = new ServerReadModel(database);
  await refusePowers(server, 'DATABASE_URL', ROLES.app);
  if (sequencer !== null)
    await refusePowers(new ServerReadModel(sequencer), 'DATABASE_SEQUENCER_URL', ROLES.sequencer);
  if (UNDURABLE_POSTGRES === '0') await requireDurability(server);
};

/** For `migrate`: what it makes must belong to the owner, so that the others can be given their rights. */
export const requireOwner = async (database: Database): Promise<void> => {
  const { name } = await new ServerReadModel(database).loadRole();
  if (name === ROLES.owner) return;
  throw new BadConfiguration(
    `DATABASE_OWNER_URL connects to Postgres as ${name}. Use ${ROLES.owner}: ${HOW}.`,
  );
};
