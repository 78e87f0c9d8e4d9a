// Node's module hooks for native-runtime.mjs: finds and compiles TypeScript as the bundler of the product does.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { compile } from './compile.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LIBRARY = /^@warmline\/([a-z-]+)(\/testing)?$/;

/** @param {string} file without its ending */
function existing(file) {
  const candidates = [`${file}.ts`, `${file}.tsx`, path.join(file, 'index.ts')];
  return candidates.find((candidate) => existsSync(candidate));
}

/** @param {string} specifier @param {string | undefined} importer */
function fileFor(specifier, importer) {
  const library = LIBRARY.exec(specifier);
  if (library) return path.join(ROOT, 'libs', library[1] ?? '', 'src', library[2] ?? '', 'index.ts');
  if (!specifier.startsWith('.') || importer === undefined || importer.includes('/node_modules/'))
    return undefined;
  return existing(fileURLToPath(new URL(specifier, importer)));
}

/** What a screen keeps in its modules is its file's alone: each file has modules of its own, but not packages. */
const ownRun = (importer = '') => /\?screen=\d+$/.exec(importer)?.[0] ?? '';

/** @type {Map<string, string>} by file and when it was written */
const compiled = new Map();

/** @param {string} file @returns {string} */
function compiledOnce(file) {
  const key = `${file} ${statSync(file).mtimeMs}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const { code } = compile(file);
  compiled.set(key, code);
  return code;
}

/** @type {import('node:module').ResolveHook} */
export function resolve(specifier, context, nextResolve) {
  const file = fileFor(specifier, context.parentURL);
  if (file === undefined) return nextResolve(specifier, context);
  return {
    url: `${pathToFileURL(file).href}${ownRun(context.parentURL)}`,
    format: 'module',
    shortCircuit: true,
  };
}

/** @type {import('node:module').LoadHook} */
export function load(url, context, nextLoad) {
  const [address = '', query] = url.split('?');
  if (query === 'raw') {
    const text = JSON.stringify(readFileSync(fileURLToPath(address), 'utf8'));
    return { format: 'module', source: `export default ${text};`, shortCircuit: true };
  }
  if (address.endsWith('.css')) return { format: 'module', source: 'export default {};', shortCircuit: true };
  if (!/\.tsx?$/.test(address) || address.includes('/node_modules/')) return nextLoad(url, context);
  return {
    format: 'module',
    source: compiledOnce(fileURLToPath(address)),
    shortCircuit: true,
  };
}
