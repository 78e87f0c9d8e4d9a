import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

export const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT');
export const isThere = (error: unknown): boolean => hasCode(error, 'EEXIST');

/** Writes random bytes over a file, onto the disk, and removes it. Without a file nothing happens. */
export const shred = async (file: string): Promise<void> => {
  try {
    const opened = await open(file, 'r+');
    try {
      const { size } = await opened.stat();
      await opened.write(randomBytes(size), 0, size, 0);
      await opened.sync();
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  // Another process may do the same at this moment.
  await rm(file, { force: true });
};

/** What was renamed or removed in a folder stays so after a crash. */
export const syncFolder = async (folder: string): Promise<void> => {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
};
