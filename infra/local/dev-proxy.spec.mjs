import { answererOf } from './dev-proxy.mjs';

test.each([
  ['/', 'visitor'],
  ['/src/main.tsx?t=1', 'visitor'],
  ['/vendor.js', 'visitor'],
  ['/console/', 'console'],
  ['/console/?token=1', 'console'],
  ['/api/open', 'gateway'],
  ['/v?x', 'gateway'],
  ['/socket.io/?EIO=4', 'gateway'],
])('%s is answered by the %s', (url, answerer) => {
  expect(answererOf(url)).toBe(answerer);
});
