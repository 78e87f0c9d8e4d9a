import { read } from './references.mjs';
import { rowsUnder } from './tables.mjs';

/** `what` a row of docs/rules/operation.md begins with, and where the code has its figures, in their order. */
const LIMITS = /** @type {const} */ ([
  ['connections to one gateway', 'apps/gateway/src/core/config.ts', /SOCKETS_MAX:.*default\(([\d_]+)\)/],
  ['commands of one page', 'apps/gateway/src/core/config.ts', /COMMANDS_PER_20S:.*default\(([\d_]+)\)/],
  ['messages of one page', 'apps/gateway/src/core/config.ts', /MESSAGES_PER_20S:.*default\(([\d_]+)\)/],
  ['a message', 'libs/vocabulary/src/message-limits.ts', /MESSAGE_MAX_CODE_POINTS = ([\d_]+)/],
  ['a name', 'libs/vocabulary/src/message-limits.ts', /VISITOR_NAME_MAX_CODE_POINTS = ([\d_]+)/],
  ['a list of an administrator', 'libs/setup/src/list.ts', /ROWS_MAX = ([\d_]+)/],
  ['sessions of one person', 'libs/identity/src/session.ts', /SESSIONS_MAX = ([\d_]+)/],
]);

const rows = rowsUnder(read('docs/rules/operation.md'), 'what');

describe('the limits in docs/rules/operation.md', () => {
  it.each(LIMITS)('%s: the figure is that of the code', (what, file, pattern) => {
    const figure = Number(pattern.exec(read(file))?.[1]?.replaceAll('_', ''));
    const row = rows.find(
      ([name = '']) => name === what || name.startsWith(`${what},`) || name.startsWith(`${what} `),
    );
    expect([what, row?.[1]]).toEqual([what, expect.stringContaining(figure.toLocaleString('en-GB'))]);
  });

  it('each says what happens beyond it', () => {
    expect(rows.filter(([, limit, beyond]) => limit === '' || (beyond ?? '') === '')).toEqual([]);
  });
});
