import { ErrorReply } from 'redis';
import type { RedisClient } from './connection';

/** What Warmline needs of the server, as the server names it; undefined where it does not say. */
export interface RedisSettings {
  readonly policy?: string | undefined;
  readonly appendonly?: string | undefined;
}

/** One sentence for each setting that would cost people their place; none when all is well. */
export const flawsOf = ({ policy, appendonly }: RedisSettings): string[] => [
  ...(policy !== undefined && policy !== 'noeviction'
    ? [
        `maxmemory-policy is ${policy}: a queue that forgets its oldest entries strands people; it must be noeviction`,
      ]
    : []),
  ...(appendonly === 'no' ? ['appendonly is no: a restart would find nothing; it must be yes'] : []),
];

const lineOf = (report: string, name: string): string | undefined =>
  new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(report)?.[1];

const fromReport = async (client: RedisClient): Promise<RedisSettings> => {
  const report = `${await client.info('memory')}\n${await client.info('persistence')}`;
  const aof = lineOf(report, 'aof_enabled');
  return {
    policy: lineOf(report, 'maxmemory_policy'),
    appendonly: aof === undefined ? undefined : aof === '0' ? 'no' : 'yes',
  };
};

/** Asks the server for its report, since our users may not read its configuration. Null when it cannot be reached. */
export const settingsOf = (client: RedisClient): Promise<RedisSettings | null> =>
  fromReport(client).catch(() => null);

/** What neither gateway nor worker needs: emptying Redis, reading its configuration, and making users. */
const POWERS = [['FLUSHALL'], ['CONFIG', 'GET', 'requirepass'], ['ACL', 'SETUSER', 'mallory']];

/** Redis said no more than an error when it was asked what this connection's user may do. Its message is what Redis said. */
export class PowersUnknown extends Error {}

/** A user who may not even ask what is allowed has no power over Redis. */
const isForbidden = (error: unknown): boolean => error instanceof ErrorReply && /^NOPERM/.test(error.message);

/**
 * The name of this connection's user where that user has one of those powers; null otherwise. Nothing of it is done: Redis is only
 * asked whether it would be allowed. Rejects with PowersUnknown when Redis answers with an error, and with the client's own error
 * when it cannot be reached.
 */
export const findPowerfulUser = async (
  client: Pick<RedisClient, 'aclWhoAmI' | 'sendCommand'>,
): Promise<string | null> => {
  try {
    const name = await client.aclWhoAmI();
    const answers = await Promise.all(
      POWERS.map((power) => client.sendCommand<unknown>(['ACL', 'DRYRUN', name, ...power])),
    );
    return answers.some((answer) => String(answer) === 'OK') ? name : null;
  } catch (error) {
    if (isForbidden(error)) return null;
    throw error instanceof ErrorReply ? new PowersUnknown(error.message) : error;
  }
};
