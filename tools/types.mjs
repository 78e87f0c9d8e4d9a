// Checks the types of one project, twice: what ships, with only the globals it may use (a noun sees neither Node nor
// the DOM), and then everything including specs, with Jest and Node.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const NO_FILES_YET = 'error TS18003';

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** @param {string} config */
const check = (config) => {
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', config, '--pretty', 'false'], {
    encoding: 'utf8',
  });
  if (status === 0 || stdout.includes(NO_FILES_YET)) return true;
  process.stdout.write(stdout);
  return false;
};

const [projectRoot = '.'] = process.argv.slice(2);
const passed = ['tsconfig.json', 'tsconfig.spec.json'].map((name) => check(path.join(projectRoot, name)));
process.exitCode = passed.every(Boolean) ? 0 : 1;
