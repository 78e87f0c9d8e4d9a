import { appendFile, mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { appendedNote, parseCheckpoint, readCheckpointFile } from '@warmline/audit-log';
import type { StoredCheckpoint } from '@warmline/postgres';

const FILE = /^checkpoints-\d{4}-\d{2}-\d{2}\.txt$/;
const fileOf = (at: number): string => `checkpoints-${new Date(at).toISOString().slice(0, 10)}.txt`;

/** A folder out of the database's reach, with a file of checkpoints for each day (UTC). A file only grows. */
export class CheckpointFolder {
  constructor(private readonly folder: string) {}

  /** The largest log that a checkpoint here speaks of; 0 for an empty folder. Made when it is missing. */
  async findNewest(): Promise<number> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const names = (await readdir(this.folder)).filter((name) => FILE.test(name)).sort();
    for (const name of names.reverse()) {
      const { notes } = readCheckpointFile(await readFile(join(this.folder, name), 'utf8'));
      // A file may hold nothing but a note whose writing was interrupted: then the one before it is asked.
      if (notes.length > 0) return Math.max(...notes.map((note) => parseCheckpoint(note).size));
    }
    return 0;
  }

  /** Returns once it is on the disk. */
  async add({ note, at }: StoredCheckpoint): Promise<void> {
    await appendFile(join(this.folder, fileOf(at)), appendedNote(note), { mode: 0o600, flush: true });
  }
}
