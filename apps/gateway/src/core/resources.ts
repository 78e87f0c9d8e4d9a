import { ServiceContentReadModel } from '@warmline/postgres';
import { findPowerfulUser, flawsOf, PowersUnknown, settingsOf, type RedisClient } from '@warmline/redis';
import { requireAuditKey } from './audit-key-at-start';
import { BadConfiguration, type Config } from './config';
import { closeConnections, openConnections } from './connections';
import { warnOfCoreDumps } from './core-dumps';
import { refusePublishedSignIns } from './demo-at-start';
import { requireRightKeyring } from './keyring-at-start';
import { makeLog, type Log } from './log';
import { requireMainKeys } from './main-key-at-start';
import { requireFitPostgres } from './postgres-at-start';
import type { Resources } from './resources.module';

/** Redis is checked when it comes, and then its flaws are only logged, since people are being helped here. */
const checkWhenReady = (redis: RedisClient, log: Log): void => {
  log.warn({ what: 'redis' }, 'started without Redis: nobody is offered until it comes');
  redis.once(
    'ready',
    () =>
      void requireFitRedis(redis, log).catch((err: unknown) =>
        log.error({ err, what: 'redis' }, 'Redis is not configured as infra/redis/redis.conf asks'),
      ),
  );
};

/** Refuses a Redis whose settings would lose data, and a user who may do everything there. */
const requireFitRedis = async (redis: RedisClient, log: Log): Promise<void> => {
  if (!redis.isReady) return checkWhenReady(redis, log);
  try {
    const powerful = await findPowerfulUser(redis);
    if (powerful !== null)
      throw new BadConfiguration(
        `REDIS_URL connects to Redis as ${powerful}, who may do everything. Use a user of infra/redis/users.acl: ` +
          'docs/operations.md says how to make them.',
      );
  } catch (error) {
    if (error instanceof PowersUnknown)
      throw new BadConfiguration(
        `Redis did not say what the user of REDIS_URL may do, but "${error.message}". Use Redis 7.0 or newer, wait until it has ` +
          'loaded its data, and start again.',
      );
    if (error instanceof BadConfiguration) throw error;
    // The connection broke during the check.
    return checkWhenReady(redis, log);
  }
  const settings = await settingsOf(redis);
  if (settings === null)
    log.warn({ what: 'redis' }, 'Redis does not tell its settings; see infra/redis/redis.conf');
  const flaws = flawsOf(settings ?? {});
  if (flaws.length > 0)
    throw new BadConfiguration(
      `Redis cannot be used as it is set up: ${flaws.join('; ')} (see infra/redis/redis.conf).`,
    );
};

/** Opens everything a process needs. Rejects with one clear sentence when something is missing. */
export const openResources = async (
  config: Config,
  role: 'gateway' | 'worker',
  log: Log = makeLog(config.LOG_LEVEL, role),
): Promise<Resources> => {
  const technologies = await openConnections(config, role, log);
  try {
    return await checkedResources({ config, log, connections: technologies });
  } catch (error) {
    await closeConnections(technologies);
    throw error;
  }
};

const checkedResources = async (opened: Omit<Resources, 'service' | 'auditSigner'>): Promise<Resources> => {
  const { config, log, connections } = opened;
  await warnOfCoreDumps(log);
  await requireFitPostgres(config, connections);
  await requireFitRedis(connections.redis, log);
  await refusePublishedSignIns(config, connections.database);
  const service = await new ServiceContentReadModel(connections.database).findService(config.SERVICE_ID);
  await requireMainKeys(config, connections.keyring, log);
  await requireRightKeyring(config, { ...connections, keepsDays: service?.keepsDays }, log);
  const { sequencer, keyring } = connections;
  const auditSigner = sequencer && (await requireAuditKey(config, { database: sequencer, keyring }, log));
  if (service === null && config.SERVICE_ID !== undefined)
    throw new BadConfiguration(`SERVICE_ID: there is no service ${config.SERVICE_ID} in this database.`);
  if (service === null)
    throw new BadConfiguration(
      'No service is set up yet: run migrate first. It sets one up and prints a link for its first administrator.',
    );
  return { ...opened, auditSigner, service };
};
