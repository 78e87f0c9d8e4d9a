import { randomBytes } from 'node:crypto';
import { access, constants, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_BYTES } from './seal';

const NAME = /^(?:\d{4}-\d{2}-\d{2}|service|audit)$/;
// Two keys belong to no day. Never delete their files.
/** What a service keeps for itself, such as its on-call contacts. */
export const SERVICE_KEY = 'service';
/** The seed of the key that signs checkpoints of the audit log. */
export const AUDIT_KEY = 'audit';
const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;
const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT');
const isThere = (error: unknown): boolean => hasCode(error, 'EEXIST');

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

  private file(day: string): string {
    if (!NAME.test(day))
      throw new TypeError('a key belongs to a day, written YYYY-MM-DD, to the service, or to the audit log');
    return join(this.folder, `${day}.key`);
  }
}
