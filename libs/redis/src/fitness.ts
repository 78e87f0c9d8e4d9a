import type { RedisClient } from './connection';

/** What Warmline needs of the server, as the server names it; undefined where it does not say. */
export interface RedisSettings {
  readonly policy?: string | undefined;
  readonly appendonly?: string | undefined;
  readonly appendfsync?: string | undefined;
}

/** One sentence for each setting that would cost people their place; none when all is well. */
export const flawsOf = ({ policy, appendonly, appendfsync }: RedisSettings): string[] => [
  ...(policy !== undefined && policy !== 'noeviction'
    ? [
        `maxmemory-policy is ${policy}: a queue that forgets its oldest entries strands people; it must be noeviction`,
      ]
    : []),
  ...(appendonly === 'no' ? ['appendonly is no: a restart would find nothing; it must be yes'] : []),
  ...(appendfsync === 'no' ? ['appendfsync is no: it must be everysec or always'] : []),
];

const fromConfig = async (client: RedisClient): Promise<RedisSettings> => {
  const settings = await client.configGet(['maxmemory-policy', 'appendonly', 'appendfsync']);
  return {
    policy: settings['maxmemory-policy'],
    appendonly: settings['appendonly'],
    appendfsync: settings['appendfsync'],
  };
};

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

/** Asks the server; where CONFIG is forbidden, its report. Null when it forbids both, or cannot be reached. */
export const settingsOf = async (client: RedisClient): Promise<RedisSettings | null> =>
  fromConfig(client)
    .catch(() => fromReport(client))
    .catch(() => null);
