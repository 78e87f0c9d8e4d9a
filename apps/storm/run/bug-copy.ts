import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcesses } from '../../../tools/dev/process/child-processes.ts';
import { Failure } from '../../../tools/dev/process/failure.ts';
import { lastWords } from '../../../tools/dev/process/log-file.ts';
import { toolSpec } from '../../../tools/dev/stack/build.ts';

/** What is no source: built, fetched, or of one machine only. */
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.nx', '.warmline', 'coverage']);

/** A copy of the sources in which a bug does no harm. Packages are linked. */
export class BugCopy {
  readonly root: string;
  readonly #children: ChildProcesses;

  /** @param folder must not exist yet */
  constructor(source: string, folder: string, children: ChildProcesses) {
    this.root = folder;
    this.#children = children;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(source)) {
      if (LEFT_OUT.has(name)) continue;
      const filter = (path: string): boolean => !LEFT_OUT.has(path.slice(path.lastIndexOf('/') + 1));
      cpSync(join(source, name), join(folder, name), { recursive: true, filter });
    }
    symlinkSync(join(source, 'node_modules'), join(folder, 'node_modules'));
  }

  apply(patch: string, direction: 'forwards' | 'backwards'): void {
    const why = applyPatch(this.root, patch, direction === 'backwards' ? ['-R'] : []);
    if (why !== null) throw new Failure(`${patch} does not apply any more: ${why}`);
  }

  /** Builds gateway, worker and the storm itself. */
  async build(): Promise<void> {
    rmSync(join(this.root, 'dist'), { recursive: true, force: true });
    const logFile = join(this.root, 'build.log');
    for (const app of ['gateway', 'storm']) {
      const args = ['build', '-c', `apps/${app}/vite.config.ts`];
      const code = await this.#children.run(
        toolSpec({ script: 'vite/bin/vite.js', args, root: this.root, logFile }),
      );
      if (code !== 0) throw new Failure(`The copy cannot be built: ${lastWords(logFile)}`);
    }
  }
}

/** @returns why a patch does not apply; null when it does */
export function applyPatch(root: string, patch: string, options: readonly string[]): string | null {
  // Without this, git takes a folder inside another repository for a part of it and does nothing.
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: join(root, '..') };
  const { status, stderr, error } = spawnSync('git', ['apply', '-C1', ...options, patch], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (error !== undefined) return error.message;
  return status === 0 ? null : stderr.trim().split('\n').join('; ');
}
