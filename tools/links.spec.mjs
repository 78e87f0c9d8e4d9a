import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LINK = /\]\(([^)\s#]+)(?:#[^)]*)?\)/g;

/** @param {string} folder */
const pagesIn = (folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.includes('node_modules'))
    .map((file) => join(folder, file));

/** @param {string} page */
const brokenLinks = (page) => {
  const links = [...readFileSync(join(ROOT, page), 'utf8').matchAll(LINK)].map(([, link = '']) => link);
  return links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(resolve(ROOT, dirname(page), link)));
};

describe('the links of the documentation', () => {
  const pages = ['README.md', ...pagesIn('docs'), ...pagesIn('libs'), ...pagesIn('apps')];

  it('are looked for in every page there is', () => {
    expect(pages).toContain(join('docs', 'tour.md'));
  });

  it.each(pages)('of %s lead somewhere', (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });
});
