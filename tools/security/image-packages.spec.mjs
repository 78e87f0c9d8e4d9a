import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { read, ROOT } from './references.mjs';

const { dependencies, notInTheImage } = JSON.parse(read('package.json'));

/** What runs in the image: the server, and the libraries that it is built with. */
const libs = readdirSync(path.join(ROOT, 'libs'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['client', 'ui'].includes(entry.name))
  .map(({ name }) => `libs/${name}/src`);
/** @param {string} file */
const isSource = (file) => file.endsWith('.ts') && !/\.spec\.ts$|(?:^|\/)testing\//.test(file);
const sources = ['apps/gateway/src', ...libs].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(isSource)
    .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8')),
);

describe('packages that are left out of the image', () => {
  it('are packages of the pages, and nothing that runs in it imports one', () => {
    for (const name of notInTheImage) {
      expect(Object.keys(dependencies)).toContain(name);
      const importing = sources.filter((source) => source.includes(`from '${name}`));
      expect([name, importing.length]).toEqual([name, 0]);
    }
  });
});
