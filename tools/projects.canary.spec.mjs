// Nx accepts a project without a `lint` target or without a tag. Such a project is never linted, so it is an error here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { boundaries } from './eslint/boundaries.mjs';

const folders = ['libs', 'apps'].flatMap((parent) =>
  readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${parent}/${name}`),
);

/** @type {Set<string>} */
const boundTags = new Set(boundaries.depConstraints.map(({ sourceTag }) => sourceTag));

describe.each(folders)('%s', (folder) => {
  const project = existsSync(`${folder}/project.json`)
    ? JSON.parse(readFileSync(`${folder}/project.json`, 'utf8'))
    : { targets: {}, tags: [] };

  test('is linted, type-checked and tested', () => {
    expect(Object.keys(project.targets)).toEqual(expect.arrayContaining(['lint', 'types', 'test']));
  });

  test('has a tag that says whom it may import', () => {
    expect(project.tags.filter((/** @type {string} */ tag) => boundTags.has(tag))).not.toEqual([]);
  });

  test('has a compiler configuration for what ships and one for its specs', () => {
    expect(existsSync(`${folder}/tsconfig.json`) && existsSync(`${folder}/tsconfig.spec.json`)).toBe(true);
  });
});
