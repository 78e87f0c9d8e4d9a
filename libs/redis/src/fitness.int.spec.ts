import { randomBytes } from 'node:crypto';
import { RedisCorner } from '@warmline/test-kit';
import { connectRedis, type RedisClient } from './connection';
import { flawsOf, settingsOf } from './fitness';

let redis: RedisCorner;
const guests: RedisClient[] = [];
const names: string[] = [];
beforeAll(async () => {
  redis = await RedisCorner.open();
});
afterAll(async () => {
  for (const guest of guests) await guest.close();
  if (names.length > 0) await redis.client.sendCommand(['ACL', 'DELUSER', ...names]);
  await redis.close();
});

/** A client without permission for these commands. */
const without = async (...forbidden: string[]): Promise<RedisClient> => {
  const name = `guest-${randomBytes(4).toString('hex')}`;
  names.push(name);
  await redis.client.sendCommand([
    'ACL',
    'SETUSER',
    name,
    'on',
    '>secret',
    '~*',
    '&*',
    '+@all',
    ...forbidden,
  ]);
  const url = new URL(redis.url);
  url.username = name;
  url.password = 'secret';
  const guest = await connectRedis({ url: url.href, onError: () => undefined });
  guests.push(guest);
  return guest;
};

describe('the settings of Redis', () => {
  it('are right on the server we configure', async () => {
    const settings = await settingsOf(redis.client);
    expect(settings).toEqual({ policy: 'noeviction', appendonly: 'yes', appendfsync: 'everysec' });
    expect(flawsOf(settings ?? {})).toEqual([]);
  });

  it('are read from its report where CONFIG is forbidden, and unknown where that is too', async () => {
    expect(await settingsOf(await without('-config'))).toEqual({ policy: 'noeviction', appendonly: 'yes' });
    expect(await settingsOf(await without('-config', '-info'))).toBeNull();
  });

  it.each([
    [{ policy: 'allkeys-lru' }, 'maxmemory-policy is allkeys-lru'],
    [{ policy: 'volatile-ttl' }, 'maxmemory-policy is volatile-ttl'],
    [{ appendonly: 'no' }, 'appendonly is no'],
    [{ appendfsync: 'no' }, 'appendfsync is no'],
  ])('that would lose people are named: %j', (settings, flaw) => {
    expect(flawsOf(settings)).toHaveLength(1);
    expect(
      flawsOf({ policy: 'noeviction', appendonly: 'yes', appendfsync: 'always', ...settings })[0],
    ).toContain(flaw);
  });
});
