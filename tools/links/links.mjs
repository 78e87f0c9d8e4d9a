// Links of the documentation, and files that comments name. No I/O: the caller says which files exist and what is in them.

const MARKDOWN_LINK = /\]\(([^)\s#]*)(#[^)\s]*)?\)/g;
/** A file of this repository, named from its root. */
const NAMED_FILE = /(?<![\w/.-])((?:apps|docs|infra|libs|tools|\.github)\/[\w./-]+\.[a-z]{2,5})(#[\w-]+)?/g;
/** A page without its folder leads nowhere. */
const BARE_PAGE = /(?<![\w/.-])([\w-]+\.md)\b/g;
const PAGES_OF_THE_ROOT = new Set([
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CODE_OF_CONDUCT.md',
  'CHANGELOG.md',
]);

/** The anchor that a Markdown viewer gives a heading. @param {string} heading */
export const anchorOf = (heading) =>
  `#${heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')}`;

/** @param {string} markdown */
export const anchorsIn = (markdown) =>
  new Set(
    [...markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, text = '']) =>
      anchorOf(text),
    ),
  );

/** @typedef {{ file: string, anchor: string }} Target `anchor` is '' for the whole file */

/** @param {string} markdown @returns {Target[]} links to other files; '' is the page itself */
export const linksIn = (markdown) =>
  [...markdown.matchAll(MARKDOWN_LINK)]
    .map(([, file = '', anchor = '']) => ({ file, anchor }))
    .filter(({ file, anchor }) => !/^[a-z]+:/.test(file) && file + anchor !== '');

/** @param {string} comment @returns {{ named: Target[], bare: string[] }} */
export const citationsIn = (comment) => ({
  named: [...comment.matchAll(NAMED_FILE)].map(([, file = '', anchor = '']) => ({ file, anchor })),
  bare: [...comment.matchAll(BARE_PAGE)]
    .map(([, page = '']) => page)
    .filter((page) => !PAGES_OF_THE_ROOT.has(page)),
});
