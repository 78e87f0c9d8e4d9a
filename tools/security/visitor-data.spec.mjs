import { read } from './references.mjs';
import { rowsUnder } from './tables.mjs';

/** As the visitor's page goes through them. */
const TOLD = [...read('libs/vocabulary/src/visitor-data.ts').matchAll(/^ {2}'([a-z]+)',$/gm)].map(
  ([, kind]) => kind,
);

const page = read('docs/security/data-map.md');
const unquoted = (/** @type {string} */ cell) => cell.replaceAll('`', '');
const kinds = rowsUnder(page, 'kind').map(([name = '', , , tables = '']) => ({
  name: unquoted(name),
  tables: tables.split(', '),
}));
const classed = rowsUnder(page, 'table');
/** Of staff in practice, and of reviews of their work: no row is about a visitor alone. */
const OF_STAFF = ['practice_act', 'practice_word', 'review', 'review_reply'];

describe('what visitors read of what is stored about them', () => {
  it('[PRV4] [SAF4] names every table about a visitor in one kind: add a new one to docs/security/data-map.md', () => {
    const aboutVisitors = classed
      .filter(([, name]) => name === 'words' || name === 'visitor')
      .map(([table = '']) => table)
      .filter((table) => !OF_STAFF.includes(table));
    const told = kinds.flatMap(({ tables }) => tables);
    // `conversation` holds the name, and the course of the chat.
    expect(told.filter((table) => table !== 'conversation').toSorted()).toEqual(
      [...new Set(aboutVisitors)].filter((table) => table !== 'conversation').toSorted(),
    );
    expect(told).toContain('conversation');
  });

  it('[SAF4] has one sentence for each kind, in the order of the map', () => {
    expect(kinds.map(({ name }) => name)).toEqual(TOLD);
  });
});
