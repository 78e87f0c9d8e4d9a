import { ErrorReply } from 'redis';
import { RedisCorner } from '@warmline/test-kit';
import { connectRedis } from './connection';
import { findPowerfulUser, flawsOf, PowersUnknown, settingsOf } from './fitness';

let redis: RedisCorner;
beforeAll(async () => {
  redis = await RedisCorner.open();
});
afterAll(() => redis.close());

describe('the settings of Redis', () => {
  it('are right on the server we configure, as its own users see it', async () => {
    for (const process of ['gateway', 'worker'] as const) {
      const client = await connectRedis({ url: redis.urlOf(process), onError: () => undefined });
      expect(await settingsOf(client)).toEqual({ policy: 'noeviction', appendonly: 'yes' });
      await client.close();
    }
    expect(flawsOf({ policy: 'noeviction', appendonly: 'yes' })).toEqual([]);
  });

  it('are unknown when it cannot be reached', async () => {
    const client = await connectRedis({ url: redis.url, onError: () => undefined });
    client.destroy();
    expect(await settingsOf(client)).toBeNull();
    await expect(findPowerfulUser(client)).rejects.toThrow(/closed/i);
  });

  it.each([
    [{ policy: 'allkeys-lru' }, 'maxmemory-policy is allkeys-lru'],
    [{ policy: 'volatile-ttl' }, 'maxmemory-policy is volatile-ttl'],
    [{ appendonly: 'no' }, 'appendonly is no'],
  ])('that would lose people are named: %j', (settings, flaw) => {
    expect(flawsOf(settings)).toHaveLength(1);
    expect(flawsOf({ policy: 'noeviction', appendonly: 'yes', ...settings })[0]).toContain(flaw);
  });
});

describe('the users of Redis', () => {
  it('[SEC7] a user who may do everything is recognised, whatever the name', async () => {
    expect(await findPowerfulUser(redis.client)).toBe(await redis.client.aclWhoAmI());
  });

  it('[SEC7] a server that does not answer what a user may do does not count as one that gives no power', async () => {
    const older = {
      aclWhoAmI: async () => 'warmline',
      sendCommand: () => Promise.reject(new ErrorReply("ERR unknown subcommand 'DRYRUN'. Try ACL HELP.")),
    } as unknown as typeof redis.client;
    await expect(findPowerfulUser(older)).rejects.toThrow(PowersUnknown);
    await expect(findPowerfulUser(older)).rejects.toThrow('DRYRUN');
  });

  it.each([
    ['configuration', ['CONFIG', 'GET', 'requirepass']],
    ['users', ['ACL', 'LIST']],
    ['other connections', ['CLIENT', 'LIST']],
    ['every key', ['KEYS', '*']],
    ['a key elsewhere', ['GET', 'elsewhere']],
    ['a channel elsewhere', ['PUBLISH', 'elsewhere', '']],
    ['everything at once', ['FLUSHALL']],
    ['a script on keys elsewhere', ['EVAL', `return redis.call('GET', 'elsewhere')`, '0']],
  ])('[SEC7] gateway and worker may not touch %s', async (_what, command) => {
    for (const process of ['gateway', 'worker'] as const) {
      const client = await connectRedis({ url: redis.urlOf(process), onError: () => undefined });
      expect(await findPowerfulUser(client)).toBeNull();
      await expect(client.sendCommand(command)).rejects.toThrow(/NOPERM|can't access/);
      await client.close();
    }
  });
});
