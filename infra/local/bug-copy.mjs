import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './commands.mjs';
import { Failure } from './failure.mjs';
import { lastWords } from './log-file.mjs';

/** What is not source: made, fetched, or of somebody's machine. */
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.nx', '.warmline', 'coverage']);

/**
 * A copy of the sources in which a bug can be put without harm to anybody. Packages are linked.
 */
export class BugCopy {
  /**
   * @param {string} root of the project
   * @param {string} folder must not exist yet
   */
  constructor(root, folder) {
    this.root = folder;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(root)) {
      if (LEFT_OUT.has(name)) continue;
      const filter = (/** @type {string} */ path) => !LEFT_OUT.has(path.slice(path.lastIndexOf('/') + 1));
      cpSync(join(root, name), join(folder, name), { recursive: true, filter });
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  }

  /**
   * @param {string} patch its path
   * @param {'put' | 'take'} what
   */
  apply(patch, what) {
    const words = applyPatch(this.root, patch, what === 'take' ? ['-R'] : []);
    if (words !== null) throw new Failure(`${patch} does not apply any more: ${words}`);
  }

  /** Gateway, worker and the storm itself. */
  async build() {
    rmSync(join(this.root, 'dist'), { recursive: true, force: true });
    const logFile = join(this.root, 'build.log');
    for (const app of ['gateway', 'storm']) {
      const args = ['build', '-c', `apps/${app}/vite.config.ts`];
      const { code } = await runTool({ script: 'vite/bin/vite.js', args, root: this.root, logFile });
      if (code !== 0) throw new Failure(`The copy cannot be built: ${lastWords(logFile)}`);
    }
  }
}

/**
 * @param {string} root
 * @param {string} patch
 * @param {string[]} options
 * @returns {string | null} why it does not apply; null when it does
 */
export function applyPatch(root, patch, options) {
  // Without this a folder inside somebody's repository would be taken for a part of it, and nothing would be done.
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: join(root, '..') };
  const { status, stderr, error } = spawnSync('git', ['apply', '-C1', ...options, patch], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (error !== undefined) return error.message;
  return status === 0 ? null : stderr.trim().split('\n').join('; ');
}
