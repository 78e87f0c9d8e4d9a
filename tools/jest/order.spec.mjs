import Order from './order.mjs';

const context = {
  config: { cache: false },
  hasteFS: { getSize: (/** @type {string} */ path) => (path.endsWith('large.spec.ts') ? 9_000 : 100) },
};

test('what waits long is begun first, then the largest files', async () => {
  const paths = ['/libs/small.spec.ts', '/libs/large.spec.ts', '/apps/gateway/test/outages.int.spec.ts'];
  const tests = /** @type {any[]} */ (paths.map((path) => ({ path, context })));
  const sorted = await new Order().sort(tests);
  expect(sorted.map(({ path }) => path)).toEqual([
    '/apps/gateway/test/outages.int.spec.ts',
    '/libs/large.spec.ts',
    '/libs/small.spec.ts',
  ]);
});
