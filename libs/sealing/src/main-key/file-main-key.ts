import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { isMissing, isThere } from '../key-files';
import { KEY_BYTES } from '../seal';
import { MainKeyUnavailable, unwrapBy, wrapBy, type MainKey } from './main-key';

/** Enough to tell main keys apart; it says nothing about the key. */
const idOf = (key: Buffer): string =>
  `file:${createHash('sha256').update('warmline main key').update(key).digest('hex').slice(0, 16)}`;

/** A main key in a file outside the keyring, such as a secret of the container: 32 random bytes in base64. */
export class FileMainKey implements MainKey {
  readonly id: string;

  private constructor(private readonly key: Buffer) {
    this.id = idOf(key);
  }

  /** Rejects with MainKeyUnavailable when there is no such file, or no key in it. */
  static async open(file: string): Promise<FileMainKey> {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      throw new MainKeyUnavailable(
        isMissing(error)
          ? `there is no file ${file}`
          : `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    const key = Buffer.from(text, 'base64');
    if (key.length !== KEY_BYTES)
      throw new MainKeyUnavailable(`${file} holds no key: it needs ${KEY_BYTES} bytes in base64`);
    return new FileMainKey(key);
  }

  /** Makes the file, for its owner only. False when there is one already, which stays as it is. */
  static async make(file: string): Promise<boolean> {
    try {
      await writeFile(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, {
        mode: 0o600,
        flag: 'wx',
        flush: true,
      });
      return true;
    } catch (error) {
      if (isThere(error)) return false;
      throw new MainKeyUnavailable(
        `${file} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  wrap(key: Uint8Array, name: string): Promise<Buffer> {
    return Promise.resolve(wrapBy(this.key, key, name));
  }

  unwrap(wrapped: Uint8Array, name: string): Promise<Buffer> {
    // A wrong key rejects, and does not throw where the promise is made.
    return Promise.resolve().then(() => unwrapBy(this.key, wrapped, name));
  }
}
