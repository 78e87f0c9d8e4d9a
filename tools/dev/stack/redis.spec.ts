import { redisConfig } from './redis.ts';

it('Redis listens on loopback with a password, in a folder whose name may hold anything', () => {
  const text = redisConfig({ port: 4000, dir: '/a "b" c', password: 'secret' });
  expect(text.split('\n')).toEqual(
    expect.arrayContaining(['bind 127.0.0.1', 'port 4000', 'requirepass secret', 'dir "/a \\"b\\" c"']),
  );
});
