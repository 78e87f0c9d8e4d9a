// Runs specs that need no browser as plain modules of Node instead of inside a virtual machine for each file. A worker then
// loads Nest, TypeORM and the clients of Postgres and Redis once, not once for each of 150 files. Hooks, timeouts, `expect`
// and reports are Jest's own. The price: specs share one global object, so a spec may leave nothing behind in it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { compile } from './compile.mjs';
import { CurrentTest } from './current-test.mjs';
import { watchForEnd } from './open-handles.mjs';

register('./native-loader.mjs', import.meta.url);
// What the product starts as a thread is TypeScript here too.
process.execArgv.push(`--import=${new URL('./typescript-threads.mjs', import.meta.url).href}`);
watchForEnd();

/** @type {typeof import('jest-runtime').default} */
const Runtime = createRequire(import.meta.url)('jest-runtime').default;

/** Jest loads this file with `require` and looks for `default`. */
export const __esModule = true;

// The test that is running shows what Node warns of: tools/jest/warnings.mjs makes it a failure.
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') console.warn(String(warning));
});

const ownConsole = globalThis.console;

/** Each run of a spec is another module: watching runs it again. */
let runs = 0;

/** Jest's own code lives in a virtual machine: there `expect.any(Number)` has to mean the `Number` of the specs. */
const builtins = Object.fromEntries(
  Object.getOwnPropertyNames(globalThis)
    .map((name) => /** @type {[string, unknown]} */ ([name, Reflect.get(globalThis, name)]))
    .filter(([name, value]) => /^[A-Z]/.test(name) && typeof value === 'function'),
);

/** Writes the map of a file when a line of it is shown. @extends {Map<string, string>} */
class SourceMaps extends Map {
  #folder = '';
  #isOver = false;

  /** @override @param {string} source @returns {string | undefined} */
  get(source) {
    const [address = ''] = source.split('?');
    const file = address.startsWith('file:') ? fileURLToPath(address) : address;
    if (this.#isOver || !/\.tsx?$/.test(file) || file.includes('/node_modules/')) return undefined;
    this.#folder ||= mkdtempSync(path.join(tmpdir(), 'jest-maps-'));
    const map = path.join(this.#folder, `${encodeURIComponent(file).slice(-200)}.map`);
    writeFileSync(map, compile(file).map);
    return map;
  }

  /** Jest still asks for the maps of the last file while the process ends. */
  remove() {
    this.#isOver = true;
    if (this.#folder !== '') rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** @param {{ require: (name: string) => any }} core what Jest's own code gets for a module of Node */
function replaceStorage(core) {
  const original = core.require.bind(core);
  core.require = (name) =>
    /^(node:)?async_hooks$/.test(name)
      ? { ...original(name), AsyncLocalStorage: CurrentTest }
      : original(name);
}

export default class NativeRuntime extends Runtime {
  #maps = new SourceMaps();
  /** @type {Record<string, unknown>} */
  #globals = {};
  /** @type {unknown} */
  #console;

  /** @param {ConstructorParameters<typeof Runtime>} parameters */
  constructor(...parameters) {
    super(...parameters);
    const [, environment] = parameters;
    replaceStorage(Reflect.get(this, 'coreModule'));
    Object.assign(environment.global, builtins);
    this.#console = environment.global.console;
  }

  /** @override @param {any} globals `it`, `expect` and so on */
  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    this.#globals = globals;
  }

  /** @override */
  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** @override @param {string} file @returns {Promise<any>} */
  async unstable_importModule(file) {
    // Jest keeps what a spec prints, to show it beside the spec's result.
    Object.assign(globalThis, this.#globals, { console: this.#console });
    // Jest asks for a hundred lines of every error, and React makes one for every element that it draws.
    Error.stackTraceLimit = 15;
    runs += 1;
    const kind = 'document' in globalThis ? 'screen' : 'run';
    return import(`${pathToFileURL(file).href}?${kind}=${runs}`);
  }

  /** @override */
  getSourceMaps() {
    return this.#maps;
  }

  /** @override */
  teardown() {
    globalThis.console = ownConsole;
    this.#maps.remove();
    super.teardown();
  }
}
