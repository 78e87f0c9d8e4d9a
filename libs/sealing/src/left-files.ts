import { randomBytes } from 'node:crypto';
import { readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, shred } from './key-files';

/** What a re-wrap makes and, killed, leaves: the key itself, as it will be or as it was, in another file. */
export const LEFT_FILE = /^\.(.+?)(?:\.[0-9a-f]{16})?\.(?:new|old)$/;

/** A file of one re-wrap alone, so that no other process writes to it: the key as it will be, or as it was. */
export const leftFile = (folder: string, name: string, kind: 'new' | 'old'): string =>
  join(folder, `.${name}.${randomBytes(8).toString('hex')}.${kind}`);

/** The files of all re-wraps of a key. */
export const listLeft = async (folder: string, name: string): Promise<string[]> =>
  (await readdir(folder))
    .filter((file) => LEFT_FILE.exec(file)?.[1] === name)
    .map((file) => join(folder, file));

const inodeOf = (file: string): Promise<number | null> =>
  stat(file).then(
    ({ ino }) => ino,
    () => null,
  );

/**
 * Overwrites what killed re-wraps left. Another may be at work: its new file is first taken away by a rename, so that it cannot be put in
 * place while it is overwritten, and an old file stays as long as it is the key's own.
 */
export const clearLeft = async (folder: string, name: string): Promise<void> => {
  const own = join(folder, `${name}.key`);
  for (const file of await listLeft(folder, name)) {
    if (file.endsWith('.old')) {
      if ((await inodeOf(file)) !== (await inodeOf(own))) await shred(file);
      continue;
    }
    const taken = leftFile(folder, name, 'new');
    try {
      await rename(file, taken);
    } catch (error) {
      if (!isMissing(error)) throw error;
      continue;
    }
    await shred(taken);
  }
};
