import {
  AppendConnection,
  database,
  GroupCommit,
  ROLES,
  UnitOfWork,
  type Database,
} from '@warmline/postgres';
import { connectRedis, type RedisClient } from '@warmline/redis';
import { ConversationKeys, Keyring } from '@warmline/sealing';
import { settleWithin } from './async/timeout';
import { BadConfiguration, pkcs11Of, type Config } from './config';
import type { Log } from './log';
import { Timers } from './timers';

/** One process's open connections to everything outside it. */
export interface Connections {
  readonly database: Database;
  readonly work: UnitOfWork;
  /** As the sequencer, who alone keeps the audit log. Null in a gateway. */
  readonly sequencer: Database | null;
  readonly append: AppendConnection;
  readonly appender: GroupCommit;
  readonly redis: RedisClient;
  /** A connection that only subscribes; Redis allows no commands on it. */
  readonly redisSubscriber: RedisClient;
  readonly keyring: Keyring;
  readonly keys: ConversationKeys;
}

/** A query that takes longer (ms) has failed. */
const ANSWER_WITHIN = 6_000;
/** A command that waits longer (ms) for a row lock is refused, and can be tried again. */
const LOCK_WITHIN = 2_000;
/** For closing the connections in order (ms); a server that is gone does not answer. */
const GOODBYE_WITHIN = 1_500;

export const CONNECTIONS = Symbol('Technologies');

const requireSequencerUrl = ({ DATABASE_SEQUENCER_URL }: Config): string => {
  if (DATABASE_SEQUENCER_URL !== undefined) return DATABASE_SEQUENCER_URL;
  throw new BadConfiguration(
    `A worker keeps the audit log as ${ROLES.sequencer}: set DATABASE_SEQUENCER_URL, for migrate too, which makes the role. ` +
      'docs/operations.md says how.',
  );
};

/** A connection that holds the lock of the sequencer, and one that works. */
const SEQUENCER_POOL = 2;

/** Rejects when one of them cannot be reached or opened, and with BadConfiguration when a worker is not told of its second account. */
export const openConnections = async (
  config: Config,
  role: 'gateway' | 'worker',
  log: Log,
): Promise<Connections> => {
  const onError = (err: unknown): void => log.warn({ err, what: 'redis' }, 'the connection to Redis broke');
  const limits = {
    readTimeout: ANSWER_WITHIN,
    abandonTransactionAfter: new Timers(config.TIME_SCALE).idleInTransactionTimeout,
    lockTimeout: LOCK_WITHIN,
  };
  const url = config.DATABASE_URL;
  const sequencerUrl = role === 'worker' ? requireSequencerUrl(config) : undefined;
  const [postgres, sequencer, redis, redisSubscriber, keyring] = await Promise.all([
    database({ url, poolSize: config.DATABASE_POOL, ...limits }).initialize(),
    sequencerUrl === undefined
      ? null
      : database({ url: sequencerUrl, poolSize: SEQUENCER_POOL, ...limits }).initialize(),
    connectRedis({ url: config.REDIS_URL, onError }),
    connectRedis({ url: config.REDIS_URL, onError }),
    Keyring.openFolder(config.KEYRING_DIR, pkcs11Of(config)),
  ]);
  const append = new AppendConnection(url);
  return {
    database: postgres,
    work: new UnitOfWork(postgres, new Timers(config.TIME_SCALE).holdingLease),
    sequencer,
    append,
    appender: new GroupCommit(
      (messages) => append.append(messages),
      (conversations) => append.lockedAmong(conversations),
    ),
    redis,
    redisSubscriber,
    keyring,
    keys: new ConversationKeys(keyring),
  };
};

export const closeConnections = async (open: Connections): Promise<void> => {
  const redis = [open.redis, open.redisSubscriber];
  await settleWithin(
    GOODBYE_WITHIN,
    Promise.allSettled([
      open.append.close(),
      open.database.destroy(),
      open.sequencer?.destroy(),
      ...redis.map((client) => (client.isReady ? client.close() : Promise.resolve())),
    ]),
  );
  // One that waits for its last answers counts as closed, and still has its connection.
  for (const client of redis) client.destroy();
};
