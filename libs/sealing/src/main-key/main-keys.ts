import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isMissing, syncFolder } from '../key-files';
import { KEY_BYTES } from '../seal';
import { FileMainKey } from './file-main-key';
import {
  MainKeyUnavailable,
  parseMainKeyPlace,
  type MainKey,
  type MainKeyPlace,
  type Pkcs11Access,
} from './main-key';
import { Pkcs11MainKey } from './pkcs11-main-key';

/** Which main keys the keyring has, as places. */
export interface MainKeyList {
  /** Wraps what is made from now on. Null: keys are stored as they are. */
  readonly current: string | null;
  /** Still open what they wrapped. */
  readonly former: readonly string[];
}

const NONE: MainKeyList = { current: null, former: [] };
const LIST_FILE = 'main-key.json';

const isPlace = (value: unknown): value is string =>
  typeof value === 'string' && parseMainKeyPlace(value) !== null;

const parseList = (text: string): MainKeyList => {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null && 'current' in value && 'former' in value) {
    const { current, former } = value;
    if ((current === null || isPlace(current)) && Array.isArray(former) && former.every(isPlace))
      return { current, former };
  }
  throw new TypeError('not a list of main keys');
};

/** The name of a key that is never stored: a main key is tried with it. */
const TRIAL = 'trial';

const tryKey = async (key: MainKey): Promise<void> => {
  const trial = randomBytes(KEY_BYTES);
  const answer = await key.unwrap(await key.wrap(trial, TRIAL), TRIAL).catch((error: unknown) => {
    throw new MainKeyUnavailable(`it cannot wrap: ${error instanceof Error ? error.message : 'unknown'}`);
  });
  if (!answer.equals(trial)) throw new MainKeyUnavailable('it does not open what it wrapped');
};

/**
 * The main keys of a keyring. The list is a file in its folder, read again whenever a key is made or not in memory: every process
 * that shares the folder follows a change of the main key without a restart.
 */
export class MainKeys {
  private readonly opened = new Map<string, MainKey>();

  constructor(
    private readonly folder: string,
    private readonly pkcs11: Pkcs11Access | null = null,
  ) {}

  /** Rejects with MainKeyUnavailable when the list is damaged. */
  async load(): Promise<MainKeyList> {
    const text = await readFile(this.file, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (text === null) return NONE;
    try {
      return parseList(text);
    } catch {
      throw new MainKeyUnavailable(`${this.file} is damaged: put it back from your copy of the keyring`);
    }
  }

  /** The list is on the disk when it answers. */
  async save(list: MainKeyList): Promise<void> {
    const draft = `${this.file}.${randomBytes(8).toString('hex')}`;
    await writeFile(draft, `${JSON.stringify(list, null, 2)}\n`, { mode: 0o600, flush: true });
    await rename(draft, this.file);
    await syncFolder(this.folder);
  }

  /** The key that wraps now, or null. Rejects with MainKeyUnavailable. */
  async current(): Promise<MainKey | null> {
    const { current } = await this.load();
    return current === null ? null : this.open(current);
  }

  /** Wraps and opens a key that is not stored. Rejects with MainKeyUnavailable while no key could be made. */
  async tryCurrent(): Promise<void> {
    const key = await this.current();
    if (key !== null) await tryKey(key);
  }

  /** The listed key with this id; null when none has it. Rejects with MainKeyUnavailable when one that may be it cannot be opened. */
  async find(id: string): Promise<MainKey | null> {
    const { current, former } = await this.load();
    let unavailable: unknown = null;
    for (const place of [...(current === null ? [] : [current]), ...former]) {
      try {
        const key = await this.open(place);
        if (key.id === id) return key;
      } catch (error) {
        unavailable ??= error;
      }
    }
    if (unavailable instanceof Error) throw unavailable;
    return null;
  }

  /** Opens a main key and tries it. Rejects with MainKeyUnavailable. */
  async open(place: string): Promise<MainKey> {
    const known = this.opened.get(place);
    if (known !== undefined) return known;
    const key = await this.openPlace(this.parse(place));
    await tryKey(key);
    this.opened.set(place, key);
    return key;
  }

  /** Makes a main key where none is yet. False when there was one. Rejects with MainKeyUnavailable. */
  async make(place: string): Promise<boolean> {
    const parsed = this.parse(place);
    if (parsed.kind === 'file') {
      // Who copies the folder would have the key to it.
      if (resolve(parsed.file).startsWith(`${resolve(this.folder)}/`))
        throw new MainKeyUnavailable('the main key must be outside the keyring that it opens');
      return FileMainKey.make(parsed.file);
    }
    return Pkcs11MainKey.make(parsed, this.requireAccess());
  }

  private parse(place: string): MainKeyPlace {
    const parsed = parseMainKeyPlace(place);
    if (parsed !== null) return parsed;
    throw new MainKeyUnavailable(
      'a main key is written file:/PATH, or pkcs11:token=NAME;object=NAME with letters, digits, dots and dashes',
    );
  }

  private openPlace(place: MainKeyPlace): Promise<MainKey> {
    if (place.kind === 'file') return FileMainKey.open(place.file);
    return Pkcs11MainKey.open(place, this.requireAccess());
  }

  private requireAccess(): Pkcs11Access {
    if (this.pkcs11 !== null) return this.pkcs11;
    throw new MainKeyUnavailable(
      'it is in a security module: set KEYRING_PKCS11_MODULE and KEYRING_PKCS11_PIN',
    );
  }

  private get file(): string {
    return join(this.folder, LIST_FILE);
  }
}
