// A noun compiles without Node and the DOM. A stray `types` or `lib` would let them in unseen: this would notice.
import path from 'node:path';

import ts from 'typescript';

const folder = path.resolve('libs/conversation');
const snippet = path.join(folder, 'src/canary-snippet.ts');

/** Type-checks one made-up file with the compiler options of the noun. @param {string} code */
const errorsIn = (code) => {
  const file = ts.readConfigFile(path.join(folder, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(file.config, ts.sys, folder);
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (name, language) =>
    name === snippet ? ts.createSourceFile(name, code, language) : read(name, language);
  const program = ts.createProgram([snippet], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
};

test.each(['process', 'document', 'window', 'setTimeout', 'fetch', 'crypto', 'console', 'Buffer'])(
  'a noun cannot name %s',
  (name) => {
    expect(errorsIn(`export const outside = ${name};`).join()).toContain(`Cannot find name '${name}'`);
  },
);

test('a noun may name what the language has', () => {
  expect(errorsIn('export const inside = new Map([[1, Promise.resolve("x")]]);')).toEqual([]);
});
