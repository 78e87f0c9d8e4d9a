import { redisConfig, redisUsers } from './redis.ts';

it('Redis listens on loopback with its users, in a folder whose name may hold anything', () => {
  const text = redisConfig({ port: 4000, dir: '/a "b" c', users: ['user default off'] });
  expect(text.split('\n')).toEqual(
    expect.arrayContaining(['bind 127.0.0.1', 'port 4000', 'user default off', 'dir "/a \\"b\\" c"']),
  );
});

it('[SEC7] Redis knows the gateway and the worker, its default user is off, and no password is in its file', () => {
  const users = redisUsers({ gateway: 'secret one', worker: 'secret two', admin: '' }, 'bench_*');
  const names = users.map((line) => line.split(' ').slice(1, 3).join(' '));
  expect(names).toEqual(['default off', 'warmline_health on', 'warmline_gateway on', 'warmline_worker on']);
  expect(users.join('\n')).not.toMatch(/secret|_HASH|wl:|\+@all|~\*/);
  expect(users[2]).toContain('~bench_*:*');
});

it('only tests and drills have a user of Redis who may do everything', () => {
  const users = redisUsers({ gateway: 'one', worker: 'two', admin: 'three' }, 'wl');
  expect(users.at(-1)).toMatch(/^user warmline_admin on #\w{64} ~\* &\* \+@all$/);
});
