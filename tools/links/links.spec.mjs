import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { textsOf } from '../words/texts.mjs';
import { anchorOf, anchorsIn, citationsIn, linksIn } from './links.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(ROOT, file)));
const pages = files.filter((file) => file.endsWith('.md'));
const sources = files.filter((file) => /\.(ts|tsx|mts|mjs|sql|lua|css|ya?ml)$/.test(file));

const read = (/** @type {string} */ file) => readFileSync(join(ROOT, file), 'utf8');

/** @type {Map<string, Set<string>>} */
const known = new Map();

/** @param {string} page */
const anchors = (page) => {
  const found = known.get(page) ?? anchorsIn(read(page));
  known.set(page, found);
  return found;
};

/** @param {import('./links.mjs').Target} target `file` from the root */
const leads = ({ file, anchor }) =>
  existsSync(join(ROOT, file)) && (anchor === '' || !file.endsWith('.md') || anchors(file).has(anchor));

/** @param {string} page */
const brokenLinks = (page) =>
  linksIn(read(page))
    .filter(({ file, anchor }) => !leads({ file: file === '' ? page : join(dirname(page), file), anchor }))
    .map(({ file, anchor }) => file + anchor);

/** Parsing is slow, and few files cite anything. @param {string} file */
const brokenCitations = (file) => {
  const source = read(file);
  if (!/\.md\b|(?:apps|docs|infra|libs|tools)\//.test(source)) return [];
  const comments = textsOf(file, source).filter(({ kind }) => kind === 'prose');
  return comments.flatMap(({ text, line }) => {
    const { named, bare } = citationsIn(text);
    const broken = named.filter((target) => !leads(target)).map(({ file: to, anchor }) => to + anchor);
    return [...broken, ...bare].map((cited) => `${file}:${line} ${cited}`);
  });
};

describe('links', () => {
  it('finds anchors the way a Markdown viewer makes them', () => {
    expect(anchorOf('RTE5 limits bind')).toBe('#rte5-limits-bind');
    expect(anchorOf('What is shown?')).toBe('#what-is-shown');
    expect(anchorsIn('# One\n```\n# no heading\n```\n## Two')).toEqual(new Set(['#one', '#two']));
  });

  it('reads the citations of a comment', () => {
    expect(
      citationsIn('See docs/spec/routing.md#order and libs/a/src/b.ts, not rules.md or README.md.'),
    ).toEqual({
      named: [
        { file: 'docs/spec/routing.md', anchor: '#order' },
        { file: 'libs/a/src/b.ts', anchor: '' },
      ],
      bare: ['rules.md'],
    });
  });

  it('reads every page of the documentation', () => {
    expect(pages).toContain('docs/tour.md');
  });

  it.each(pages)('of %s lead somewhere', (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it('in comments lead to files and headings that exist', () => {
    expect(sources.flatMap(brokenCitations)).toEqual([]);
  });
});
