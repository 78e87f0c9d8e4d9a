import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendedNote } from '@warmline/audit-log';
import { exportedOf } from '@warmline/audit-log/testing';
import { CheckpointFolder } from './checkpoint-folder';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warmline-folder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const [note = ''] = exportedOf([]).notes;
const noteOf = (size: number): string => note.replace('\n0\n', `\n${size}\n`);
const keep = (day: string, text: string): Promise<void> =>
  writeFile(join(folder, `checkpoints-${day}.txt`), text);

describe('a folder of checkpoints', () => {
  it('[AUD3] goes on after the file before, when the newest holds only a note that was cut off', async () => {
    await keep('2027-01-01', [7, 9].map(noteOf).map(appendedNote).join(''));
    await keep('2027-01-02', appendedNote(noteOf(12)).slice(0, -30));
    expect(await new CheckpointFolder(folder).findNewest()).toBe(9);
  });

  it('[AUD3] begins with the first checkpoint when it is empty', async () => {
    expect(await new CheckpointFolder(folder).findNewest()).toBe(0);
  });
});
