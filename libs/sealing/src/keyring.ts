import { randomBytes } from 'node:crypto';
import {
  access,
  constants,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, isThere, shred, syncFolder } from './key-files';
import { clearLeft, leftFile, LEFT_FILE, listLeft } from './left-files';
import { MainKeyUnavailable, type MainKey, type Pkcs11Access } from './main-key/main-key';
import { MainKeys } from './main-key/main-keys';
import { KEY_BYTES } from './seal';
import { parseStoredKey, writeStoredKey, type StoredKey } from './stored-key';

const NAME = /^(?:\d{4}-\d{2}-\d{2}|hold-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|service|audit|export)$/;
/** Keys that are destroyed one day. */
const ENDS = /^(?:\d{4}-\d{2}-\d{2}|hold-[-0-9a-f]{36})$/;
/** The key of a conversation that is or was held: it outlives the key of its expiry day. */
export const holdKeyOf = (conversation: string): string => `hold-${conversation}`;
export const isHoldKey = (name: string): boolean => name.startsWith('hold-');
// Three keys belong to no day. Never delete their files.
/** What a service keeps for itself, such as its on-call contacts. */
export const SERVICE_KEY = 'service';
/** The seed of the key that signs checkpoints of the audit log. */
export const AUDIT_KEY = 'audit';
/** The seed of the key that signs exports of the service. */
export const EXPORT_KEY = 'export';
/** How often a re-wrap is tried that meets another. */
const TRIES = 5;
const KEY_FILE = /^(.+)\.key$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HOLD = /^hold-([-0-9a-f]{36})$/;
/**
 * The key of each expiry day, one file a day outside Postgres and its backups: deleting a day's file makes every
 * copy of what expires that day unreadable. Several processes may share the folder.
 */
export class Keyring {
  private readonly keys = new Map<string, Buffer>();

  private constructor(
    private readonly folder: string,
    /** Wrap the keys, where the operator has set one. */
    readonly mainKeys: MainKeys,
  ) {}

  /** Throws when the folder cannot be made or written. */
  static async openFolder(folder: string, pkcs11: Pkcs11Access | null = null): Promise<Keyring> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK);
    return new Keyring(folder, new MainKeys(folder, pkcs11));
  }

  /**
   * The key of a day (`YYYY-MM-DD`), or null when it was never made or is destroyed. Rejects with MainKeyUnavailable when it is there
   * and the main key that wraps it is not.
   */
  async find(day: string): Promise<Buffer | null> {
    const known = this.keys.get(day);
    if (known !== undefined) return known;
    const stored = await this.load(day);
    if (stored === null) return null;
    const key = await this.unwrap(day, stored);
    // Two that look at once share one, so that forgetting it wipes it for both.
    const first = this.keys.get(day) ?? key;
    this.keys.set(day, first);
    return first;
  }

  /** The key of a day, made now if it is the first for that day. Of two that make it at once, one wins for both. */
  async findOrMake(day: string): Promise<Buffer> {
    const known = await this.find(day);
    if (known !== null) return known;
    const main = await this.mainKeys.current();
    const draft = join(this.folder, `.${day}.${randomBytes(8).toString('hex')}`);
    await writeFile(draft, await this.wrapped(day, randomBytes(KEY_BYTES), main), {
      mode: 0o600,
      flush: true,
    });
    try {
      await link(draft, this.file(day));
    } catch (error) {
      if (!isThere(error)) throw error;
    } finally {
      await unlink(draft);
    }
    // The main key may have been changed since, after the re-wrap passed by: then this key is not left behind.
    if (!(await this.isCurrent(main))) await this.rewrap(day);
    const made = await this.find(day);
    if (made === null) throw new Error(`the key of ${day} vanished while it was made`);
    return made;
  }

  /** The days (`YYYY-MM-DD`) that have a key, in order. */
  async listDays(): Promise<string[]> {
    return (await this.listNames()).filter((name) => DAY.test(name));
  }

  /** The conversations that have a key of their own, since they were held. */
  async listHeld(): Promise<string[]> {
    return (await this.listNames()).flatMap((name) => HOLD.exec(name)?.[1] ?? []);
  }

  /** The names of all keys, in order, with those of which only a re-wrap that was killed left a file. */
  async listNames(): Promise<string[]> {
    const files = await readdir(this.folder);
    const names = files.flatMap((file) => (KEY_FILE.exec(file) ?? LEFT_FILE.exec(file))?.[1] ?? []);
    return [...new Set(names)].filter((name) => NAME.test(name)).sort();
  }

  /** By which main key a key is wrapped, as its id; null by none. Undefined without a whole file. */
  async wrapperOf(name: string): Promise<string | null | undefined> {
    const text = await this.read(name);
    return text === null ? undefined : parseStoredKey(text)?.by;
  }

  /**
   * Wraps a key by the main key of now, in its file. False when it was already, or is gone. The old bytes are overwritten. Killed at any
   * step, the key still has one whole file, and doing it again finishes. Several processes may do this at once.
   */
  async rewrap(name: string): Promise<boolean> {
    let done = await this.swap(name);
    for (let tries = 1; done === 'again'; tries += 1) {
      if (tries === TRIES) throw new Error(`the key of ${name} could not be wrapped: try again`);
      done = await this.swap(name);
    }
    await clearLeft(this.folder, name);
    return done;
  }

  /**
   * The key of a day or of a hold is destroyed for good: its file is overwritten and removed, on the disk, and this process forgets it.
   * Doing it again changes nothing. Copies elsewhere are the operator's to destroy.
   */
  async destroy(day: string): Promise<void> {
    if (!ENDS.test(day)) throw new TypeError('only the key of a day or of a hold is destroyed');
    // A re-wrap in another process may put its file in place during this: it goes on until there is none.
    do for (const file of [...(await listLeft(this.folder, day)), this.file(day)]) await shred(file);
    while ((await this.hasFile(day)) || (await listLeft(this.folder, day)).length > 0);
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

  private async isCurrent(main: MainKey | null): Promise<boolean> {
    return (await this.mainKeys.current())?.id === main?.id;
  }

  private async read(name: string): Promise<string | null> {
    try {
      return await readFile(this.file(name), 'utf8');
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  private async load(name: string): Promise<StoredKey | null> {
    // A second look: the first may have met the old file while a re-wrap overwrote it.
    for (let look = 0; look < 2; look += 1) {
      const text = await this.read(name);
      if (text === null) return null;
      const stored = parseStoredKey(text);
      if (stored !== null) return stored;
    }
    throw new TypeError(`the key of ${name} is damaged`);
  }

  private async wrapped(name: string, key: Buffer, main: MainKey | null): Promise<string> {
    const by = main?.id ?? null;
    return writeStoredKey({ by, bytes: main === null ? key : await main.wrap(key, name) });
  }

  private async unwrap(name: string, { by, bytes }: StoredKey): Promise<Buffer> {
    if (by === null) return bytes;
    const main = await this.mainKeys.find(by);
    if (main === null)
      throw new MainKeyUnavailable(
        `the key of ${name} is wrapped by the main key ${by}, which is not listed`,
      );
    const key = await main.unwrap(bytes, name);
    if (key.length !== KEY_BYTES) throw new TypeError(`the key of ${name} is damaged`);
    return key;
  }

  /**
   * One try of a re-wrap. What it overwrites in the end was replaced for good. 'again' when another process took the new file away, or the
   * main key was changed by then.
   */
  private async swap(name: string): Promise<boolean | 'again'> {
    const stored = await this.load(name);
    const main = await this.mainKeys.current();
    if (stored === null || stored.by === (main?.id ?? null)) return false;
    const [fresh, old] = [leftFile(this.folder, name, 'new'), leftFile(this.folder, name, 'old')];
    const key = await this.unwrap(name, stored);
    try {
      await writeFile(fresh, await this.wrapped(name, key, main), { mode: 0o600, flush: true });
      if (!(await this.opensAs(fresh, name, key))) {
        await shred(fresh);
        return 'again';
      }
      await link(this.file(name), old);
      await rename(fresh, this.file(name));
    } catch (error) {
      if (!isMissing(error)) throw error;
      return await this.giveUp(name, fresh, old);
    } finally {
      key.fill(0);
    }
    await syncFolder(this.folder);
    await shred(old);
    return (await this.isCurrent(main)) || 'again';
  }

  /** Clears up after a try that found a file gone: the key was destroyed, or the new file was taken. */
  private async giveUp(name: string, fresh: string, old: string): Promise<false | 'again'> {
    await shred(fresh);
    if (await this.hasFile(name)) {
      // The old file may still be that of the key: only its second name goes.
      await rm(old, { force: true });
      return 'again';
    }
    await shred(old);
    return false;
  }

  /** Whether a new file, read back, gives the key. */
  private async opensAs(file: string, name: string, key: Buffer): Promise<boolean> {
    const stored = parseStoredKey(await readFile(file, 'utf8'));
    if (stored === null) return false;
    const read = await this.unwrap(name, stored);
    const isSame = read.equals(key);
    read.fill(0);
    return isSame;
  }

  private file(day: string): string {
    if (!NAME.test(day))
      throw new TypeError(
        'a key belongs to a day, written YYYY-MM-DD, to a hold, to the service, to its exports, or to the audit log',
      );
    return join(this.folder, `${day}.key`);
  }
}
