import { randomBytes } from 'node:crypto';
import {
  access,
  constants,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_BYTES } from './seal';

const NAME = /^(?:\d{4}-\d{2}-\d{2}|hold-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|service|audit)$/;
/** Keys that are destroyed one day. */
const ENDS = /^(?:\d{4}-\d{2}-\d{2}|hold-[-0-9a-f]{36})$/;
/** The key of a conversation that is or was held: it outlives the key of its expiry day. */
export const holdKeyOf = (conversation: string): string => `hold-${conversation}`;
export const isHoldKey = (name: string): boolean => name.startsWith('hold-');
// Two keys belong to no day. Never delete their files.
/** What a service keeps for itself, such as its on-call contacts. */
export const SERVICE_KEY = 'service';
/** The seed of the key that signs checkpoints of the audit log. */
export const AUDIT_KEY = 'audit';
const DAY_FILE = /^(\d{4}-\d{2}-\d{2})\.key$/;
const HOLD_FILE = /^hold-([-0-9a-f]{36})\.key$/;
const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT');
const isThere = (error: unknown): boolean => hasCode(error, 'EEXIST');

/** Writes random bytes over a file and onto the disk. False when there is no file. */
const overwrite = async (file: string): Promise<boolean> => {
  try {
    const opened = await open(file, 'r+');
    try {
      const { size } = await opened.stat();
      await opened.write(randomBytes(size), 0, size, 0);
      await opened.sync();
    } finally {
      await opened.close();
    }
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
};

/** The name is gone from the disk too, so a crash does not bring it back. */
const syncFolder = async (folder: string): Promise<void> => {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
};

/**
 * The key of each expiry day, one file a day outside Postgres and its backups: deleting a day's file makes every
 * copy of what expires that day unreadable. Several processes may share the folder.
 */
export class Keyring {
  private readonly keys = new Map<string, Buffer>();

  private constructor(private readonly folder: string) {}

  /** Throws when the folder cannot be made or written. */
  static async openFolder(folder: string): Promise<Keyring> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK);
    return new Keyring(folder);
  }

  /** The key of a day (`YYYY-MM-DD`), or null when it was never made or is destroyed. */
  async find(day: string): Promise<Buffer | null> {
    const known = this.keys.get(day);
    if (known !== undefined) return known;
    try {
      const key = Buffer.from(await readFile(this.file(day), 'utf8'), 'base64');
      if (key.length !== KEY_BYTES) throw new TypeError(`the key of ${day} is damaged`);
      this.keys.set(day, key);
      return key;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** The key of a day, made now if it is the first for that day. Of two that make it at once, one wins for both. */
  async findOrMake(day: string): Promise<Buffer> {
    const known = await this.find(day);
    if (known !== null) return known;
    const draft = join(this.folder, `.${day}.${randomBytes(8).toString('hex')}`);
    await writeFile(draft, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flush: true });
    try {
      await link(draft, this.file(day));
    } catch (error) {
      if (!isThere(error)) throw error;
    } finally {
      await unlink(draft);
    }
    const made = await this.find(day);
    if (made === null) throw new Error(`the key of ${day} vanished while it was made`);
    return made;
  }

  /** The days (`YYYY-MM-DD`) that have a key, in order. */
  async listDays(): Promise<string[]> {
    const names = await readdir(this.folder);
    return names.flatMap((name) => DAY_FILE.exec(name)?.[1] ?? []).sort();
  }

  /** The conversations that have a key of their own, since they were held. */
  async listHeld(): Promise<string[]> {
    const names = await readdir(this.folder);
    return names.flatMap((name) => HOLD_FILE.exec(name)?.[1] ?? []).sort();
  }

  /**
   * The key of a day or of a hold is destroyed for good: its file is overwritten and removed, on the disk, and this process forgets it.
   * Doing it again changes nothing. Copies elsewhere are the operator's to destroy.
   */
  async destroy(day: string): Promise<void> {
    if (!ENDS.test(day)) throw new TypeError('only the key of a day or of a hold is destroyed');
    // Another process may do the same at this moment.
    if (await overwrite(this.file(day))) await rm(this.file(day), { force: true });
    await syncFolder(this.folder);
    this.forget(day);
  }

  /** Renames the damaged file of a key, so that another can be made. Nothing is deleted. A key without a file changes nothing. */
  async setAside(name: string): Promise<void> {
    const file = this.file(name);
    try {
      await rename(file, `${file}.damaged-${randomBytes(8).toString('hex')}`);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    await syncFolder(this.folder);
    this.forget(name);
  }

  /** The keys of days and holds that are in memory, by their names. */
  get endingInMemory(): readonly string[] {
    return [...this.keys.keys()].filter((name) => ENDS.test(name));
  }

  /** Whether the key of a day still has its file. */
  async hasFile(day: string): Promise<boolean> {
    try {
      await access(this.file(day));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  /** Overwrites the key of a day in the memory of this process. */
  forget(day: string): void {
    this.keys.get(day)?.fill(0);
    this.keys.delete(day);
  }

  private file(day: string): string {
    if (!NAME.test(day))
      throw new TypeError(
        'a key belongs to a day, written YYYY-MM-DD, to a hold, to the service, or to the audit log',
      );
    return join(this.folder, `${day}.key`);
  }
}
