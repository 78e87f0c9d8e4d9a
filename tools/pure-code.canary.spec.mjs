// A noun compiles without Node and the DOM. This test notices a `types` or `lib` entry that lets them in.
import path from 'node:path';

import ts from 'typescript';

const folder = path.resolve('libs/conversation');
const canary = path.join(folder, 'src/canary.ts');

/** Type-checks one made-up file with the compiler options of the noun. @param {string} code */
const errorsIn = (code) => {
  const config = path.resolve('tools/tsconfig/pure.json');
  const file = ts.readConfigFile(config, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(file.config, ts.sys, path.dirname(config));
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (name, language) =>
    name === canary ? ts.createSourceFile(name, code, language) : read(name, language);
  const program = ts.createProgram([canary], options, host);
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
