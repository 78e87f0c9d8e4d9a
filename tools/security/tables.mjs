// Reads the tables of docs/security. No I/O.

/** @typedef {{ file: string, title: string }} Reference `title` is a part of a test's title; '' for a file alone */

const cellsOf = (/** @type {string} */ line) =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

/**
 * The rows of every table whose first heading is `heading`, without their headings.
 * @param {string} markdown
 * @param {string} heading
 * @returns {string[][]}
 */
export const rowsUnder = (markdown, heading) => {
  /** @type {string[][]} */
  const rows = [];
  let isInside = false;
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) isInside = false;
    else if (cellsOf(line)[0] === heading) isInside = true;
    else if (isInside && !/^\|[\s|:-]+\|$/.test(line)) rows.push(cellsOf(line));
  }
  return rows;
};

/**
 * What a cell refers to: `` `path` `` or `` `path`: part of a title ``, parted by semicolons. The rest is for people.
 * @param {string} cell
 * @returns {Reference[]}
 */
export const referencesIn = (cell) =>
  cell.split(/;\s+/).flatMap((part) => {
    const [, file, title = ''] = /^`([^`]+)`(?::\s+(.+))?/.exec(part) ?? [];
    return file === undefined || !/[./]/.test(file) ? [] : [{ file, title }];
  });

/** How often each state is in a column. @param {readonly string[]} states @returns {Record<string, number>} */
export const countsOf = (states) => {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};
