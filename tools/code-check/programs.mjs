// The TypeScript programs of the workspace, from the references of tsconfig.json. They share what they parse, and ESLint's
// rules ask the same checker that found the type errors: each file is parsed and checked once.
import path from 'node:path';

import ts from 'typescript';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * @typedef {object} CheckedProgram
 * @property {string} name of its file in tools/tsconfig, without the ending
 * @property {ts.Program} program
 * @property {ReadonlySet<string>} ownFiles absolute paths of the files it is there to check; it knows what they import too
 */

/** @returns {{ name: string, file: string }[]} the programs that tsconfig.json lists */
export function programConfigs() {
  const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  return config.references.map((/** @type {{ path: string }} */ reference) => ({
    name: path.basename(reference.path, '.json'),
    file: path.resolve(ROOT, reference.path),
  }));
}

/** @param {string} file @returns {ts.ParsedCommandLine} */
export function readConfig(file) {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (/** @type {ts.Diagnostic} */ { messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(file, {}, host);
  if (parsed === undefined) throw new Error(`${file} cannot be read.`);
  return parsed;
}

/**
 * @param {ts.CompilerOptions} options
 * @param {Map<string, ts.SourceFile | undefined>} parsed shared by all programs
 */
function hostThatShares(options, parsed) {
  const host = ts.createCompilerHost(options, true);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (file, language, ...rest) => {
    const format = typeof language === 'object' ? language.impliedNodeFormat : undefined;
    const key = `${file} ${format ?? ''}`;
    if (!parsed.has(key)) parsed.set(key, parse(file, language, ...rest));
    return parsed.get(key);
  };
  return host;
}

/**
 * @param {readonly string[]} names of the programs, in the order of tsconfig.json; without any, all
 * @returns {CheckedProgram[]}
 */
export function createPrograms(names) {
  /** @type {Map<string, ts.SourceFile | undefined>} */
  const parsed = new Map();
  return programConfigs()
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .map(({ name, file }) => {
      const { fileNames, options } = readConfig(file);
      const host = hostThatShares(options, parsed);
      return {
        name,
        program: ts.createProgram(fileNames, options, host),
        ownFiles: new Set(fileNames),
      };
    });
}

/** @param {CheckedProgram} checked @returns {ts.SourceFile[]} */
export const ownSourceFiles = ({ program, ownFiles }) =>
  program.getSourceFiles().filter(({ fileName }) => ownFiles.has(fileName));

/** @param {CheckedProgram} checked @returns {readonly ts.Diagnostic[]} */
export function typeErrors(checked) {
  const { program } = checked;
  return [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...ownSourceFiles(checked).flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ];
}
