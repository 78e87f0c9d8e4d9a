import { CurrentTest } from './current-test.mjs';

test('a test is the current one until its promise is settled, and a hook within it as long', async () => {
  const current = new CurrentTest();
  await current.run('test', async () => {
    await current.run('hook', async () => {
      await Promise.resolve();
      expect(current.getStore()).toBe('hook');
    });
    expect(current.getStore()).toBe('test');
  });
  expect(current.getStore()).toBeUndefined();
});

test('a test that throws at once is no longer the current one', () => {
  const current = new CurrentTest();
  const broken = () => {
    throw new Error('broken');
  };
  expect(() => current.run('test', broken)).toThrow('broken');
  expect(current.run('test', () => 4)).toBe(4);
  expect(current.getStore()).toBeUndefined();
});
