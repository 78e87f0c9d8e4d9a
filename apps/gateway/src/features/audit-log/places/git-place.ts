import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { appendedNote } from '@warmline/audit-log';
import { MINUTE, SECOND } from '@warmline/kernel';
import type { StoredCheckpoint } from '@warmline/postgres';
import { CheckpointNotTaken, type CheckpointPlace } from './checkpoint-place';

const run = promisify(execFile);

/** For each step with the remote (ms). */
const STEP_WITHIN = 30 * SECOND;
/** Where a checkpoint file is kept there. Never pushed by force: what is there stays. */
const BRANCH = 'audit-checkpoints';
const WHO = ['user.name=Warmline', 'user.email=audit@warmline.invalid', 'commit.gpgsign=false'];
/** It asks no one for a password: nobody sits there. */
const ASKS_NO_ONE = [
  'core.askPass=true',
  'credential.interactive=false',
  'core.sshCommand=ssh -oBatchMode=yes',
];
const SETTINGS = [...WHO, ...ASKS_NO_ONE].flatMap((setting) => ['-c', setting]);

/** A branch of a git remote, with a file for each month. It uses the `git` of the system, and its keys. */
export class GitPlace implements CheckpointPlace {
  readonly name = 'git';
  readonly every = 10 * MINUTE;

  /** `remote`: as `git push` takes it, such as `ssh://git@example.org/audit.git`. */
  constructor(private readonly remote: string) {}

  /** A copy of its own each time: nothing is left behind, and a push that another has overtaken is tried again. */
  async publish(checkpoint: StoredCheckpoint): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'warmline-checkpoints-'));
    try {
      await this.push(folder, checkpoint);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async push(folder: string, { note, size, at }: StoredCheckpoint): Promise<void> {
    await this.git(folder, 'not_set_up', 'init', '--quiet', `--initial-branch=${BRANCH}`);
    const { stdout: found } = await this.git(
      folder,
      'unreachable',
      'ls-remote',
      '--heads',
      '--',
      this.remote,
      BRANCH,
    );
    if (found.trim() !== '') {
      await this.git(folder, 'unreachable', 'fetch', '--quiet', '--depth=1', '--', this.remote, BRANCH);
      await this.git(folder, 'turned_down', 'reset', '--quiet', '--hard', 'FETCH_HEAD');
    }
    const file = `checkpoints-${new Date(at).toISOString().slice(0, 7)}.txt`;
    await appendFile(join(folder, file), appendedNote(note));
    await this.git(folder, 'turned_down', 'add', '--', file);
    await this.git(folder, 'turned_down', 'commit', '--quiet', `--message=Checkpoint at ${size} entries`);
    await this.git(folder, 'turned_down', 'push', '--quiet', '--', this.remote, `HEAD:refs/heads/${BRANCH}`);
  }

  private async git(
    folder: string,
    failure: string,
    ...args: string[]
  ): Promise<{ readonly stdout: string }> {
    try {
      return await run('git', [...SETTINGS, ...args], {
        cwd: folder,
        timeout: STEP_WITHIN,
      });
    } catch {
      // What it printed may name the remote and its user.
      throw new CheckpointNotTaken(failure);
    }
  }
}
