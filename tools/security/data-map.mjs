// What the schema and the keys of Redis hold, by name. No I/O.
import ts from 'typescript';

/**
 * `table.column` of every column.
 * @param {string} sql db/schema.sql
 */
export const columnsIn = (sql) =>
  [...sql.matchAll(/^create (?:unlogged )?table (\w+) \(\n([\s\S]*?)^\)/gm)].flatMap(([, table, body = '']) =>
    body
      .split('\n')
      .map((line) => /^ {2}"?([a-z]\w*)"? /.exec(line)?.[1])
      .filter((column) => column !== undefined && column !== 'constraint')
      .map((column) => `${table}.${column}`),
  );

/**
 * The names of all keys and channels, and `alarms` for BullMQ's.
 * @param {string} source libs/redis/src/keys.ts
 */
export const redisKeysIn = (source) => {
  /** @type {string[]} */
  const keys = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isPropertyAssignment(node)) keys.push(node.name.getText());
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'alarmPrefix') keys.push('alarms');
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('keys.ts', source, ts.ScriptTarget.Latest, true));
  return keys;
};
