import { fits, licenceProblems, licenceTable, packagesIn } from './licences.mjs';
import { read } from './references.mjs';

describe('licences', () => {
  it('every package has a licence that goes with AGPL-3.0-or-later', () => {
    expect(licenceProblems(packagesIn(JSON.parse(read('package-lock.json'))))).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR SSPL-1.0)', true],
    ['Apache-2.0 AND MIT', true],
    ['Apache-2.0 AND SSPL-1.0', false],
    ['BUSL-1.1', false],
    ['', false],
  ])('an expression is judged by its parts: "%s" fits %s', (expression, isFit) => {
    expect(fits(expression, true)).toBe(isFit);
  });

  it('data under CC-BY-4.0 may be used to build, and not be shipped', () => {
    expect(fits('CC-BY-4.0', false)).toBe(true);
    expect(fits('CC-BY-4.0', true)).toBe(false);
  });

  it('a package counts once a version, and as shipped when it is anywhere', () => {
    const lock = {
      packages: {
        '': { name: 'warmline' },
        'node_modules/a': { version: '1.0.0', license: 'MIT', dev: true },
        'node_modules/b/node_modules/a': { version: '1.0.0', license: 'MIT' },
        'node_modules/c': { version: '2.0.0', license: 'BUSL-1.1' },
      },
    };
    const packages = packagesIn(lock);
    expect(packages.map(({ name, isShipped }) => [name, isShipped])).toEqual([
      ['a', true],
      ['c', true],
    ]);
    expect(licenceProblems(packages)).toEqual(['c@2.0.0: BUSL-1.1 does not go with AGPL-3.0-or-later']);
    expect(licenceTable(packages)).toContain('| a | 1.0.0 | MIT | the product |');
  });
});
