import { randomBytes } from 'node:crypto';
import type { Handle, Mechanism, PKCS11 } from 'pkcs11js';
import { KEY_BYTES } from '../seal';
import { MainKeyUnavailable, type MainKey, type MainKeyPlace, type Pkcs11Access } from './main-key';

type Place = Extract<MainKeyPlace, { kind: 'pkcs11' }>;
type Library = typeof import('pkcs11js');

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Room for what a module answers: the wrapped key is shorter. */
const ANSWER_BYTES = 256;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const loadLibrary = async (): Promise<Library> => {
  try {
    // Loaded only here: it is compiled where it is installed, and a service without a security module does not need it.
    return (await import('pkcs11js')).default;
  } catch {
    throw new MainKeyUnavailable(
      'the package pkcs11js is not installed: it needs a C++ compiler. Install one and run npm ci again',
    );
  }
};

/** One for each module: a module is started once in a process. */
const started = new Map<string, PKCS11>();

const startModule = (library: Library, module: string): PKCS11 => {
  const known = started.get(module);
  if (known !== undefined) return known;
  const cryptoki = new library.PKCS11();
  cryptoki.load(module);
  cryptoki.C_Initialize();
  started.set(module, cryptoki);
  return cryptoki;
};

interface OpenToken {
  readonly library: Library;
  readonly cryptoki: PKCS11;
  readonly session: Handle;
}

const slotOf = (cryptoki: PKCS11, token: string): Handle => {
  const slot = cryptoki
    .C_GetSlotList(true)
    .find((one) => cryptoki.C_GetTokenInfo(one).label.trimEnd() === token);
  if (slot === undefined) throw new MainKeyUnavailable(`the security module has no token called ${token}`);
  return slot;
};

const openToken = async (token: string, { module, pin }: Pkcs11Access): Promise<OpenToken> => {
  const library = await loadLibrary();
  try {
    const cryptoki = startModule(library, module);
    const slot = slotOf(cryptoki, token);
    const session = cryptoki.C_OpenSession(slot, library.CKF_RW_SESSION | library.CKF_SERIAL_SESSION);
    try {
      cryptoki.C_Login(session, library.CKU_USER, pin);
    } catch (error) {
      // A session that is open already has signed in for the whole process.
      if (reasonOf(error) !== 'CKR_USER_ALREADY_LOGGED_IN') throw error;
    }
    return { library, cryptoki, session };
  } catch (error) {
    if (error instanceof MainKeyUnavailable) throw error;
    throw new MainKeyUnavailable(`the security module ${module} answers ${reasonOf(error)}`);
  }
};

const findObjects = ({ library, cryptoki, session }: OpenToken, label: string): Handle[] => {
  cryptoki.C_FindObjectsInit(session, [
    { type: library.CKA_CLASS, value: library.CKO_SECRET_KEY },
    { type: library.CKA_LABEL, value: label },
  ]);
  try {
    return cryptoki.C_FindObjects(session, 2);
  } finally {
    cryptoki.C_FindObjectsFinal(session);
  }
};

/** Never leaves the module: it is neither readable nor may another key wrap it. */
const generate = ({ library, cryptoki, session }: OpenToken, label: string): void => {
  cryptoki.C_GenerateKey(session, { mechanism: library.CKM_AES_KEY_GEN }, [
    { type: library.CKA_TOKEN, value: true },
    { type: library.CKA_PRIVATE, value: true },
    { type: library.CKA_LABEL, value: label },
    { type: library.CKA_VALUE_LEN, value: KEY_BYTES },
    { type: library.CKA_SENSITIVE, value: true },
    { type: library.CKA_EXTRACTABLE, value: false },
    { type: library.CKA_ENCRYPT, value: true },
    { type: library.CKA_DECRYPT, value: true },
  ]);
};

/**
 * A main key inside a security module, by PKCS#11: an AES-256 key that nobody can read out. Wrapping is AES-GCM inside the module,
 * bound to the name of the wrapped key. The module is asked once for each key of a day in each process, so its calls are waited for.
 */
export class Pkcs11MainKey implements MainKey {
  readonly id: string;

  private constructor(
    private readonly place: Place,
    private readonly access: Pkcs11Access,
    private token: OpenToken,
    private key: Handle,
  ) {
    this.id = `pkcs11:token=${place.token};object=${place.object}`;
  }

  /** Rejects with MainKeyUnavailable when the module, the token or the key cannot be used. */
  static async open(place: Place, access: Pkcs11Access): Promise<Pkcs11MainKey> {
    const token = await openToken(place.token, access);
    return new Pkcs11MainKey(place, access, token, Pkcs11MainKey.find(token, place));
  }

  /** Makes the key inside the module. False when there is one already, which stays as it is. */
  static async make(place: Place, access: Pkcs11Access): Promise<boolean> {
    const token = await openToken(place.token, access);
    try {
      if (findObjects(token, place.object).length > 0) return false;
      generate(token, place.object);
      return true;
    } catch (error) {
      throw new MainKeyUnavailable(`the token ${place.token} makes no key: ${reasonOf(error)}`);
    } finally {
      token.cryptoki.C_CloseSession(token.session);
    }
  }

  private static find(token: OpenToken, { token: name, object }: Place): Handle {
    const [key, another] = findObjects(token, object);
    if (key === undefined) throw new MainKeyUnavailable(`the token ${name} has no key called ${object}`);
    if (another !== undefined)
      throw new MainKeyUnavailable(`the token ${name} has several keys called ${object}: rename all but one`);
    return key;
  }

  wrap(key: Uint8Array, name: string): Promise<Buffer> {
    const nonce = randomBytes(NONCE_BYTES);
    return this.ask(({ cryptoki, session }) => {
      cryptoki.C_EncryptInit(session, this.mechanism(nonce, name), this.key);
      return Buffer.concat([
        nonce,
        cryptoki.C_Encrypt(session, Buffer.from(key), Buffer.alloc(ANSWER_BYTES)),
      ]);
    });
  }

  unwrap(wrapped: Uint8Array, name: string): Promise<Buffer> {
    const bytes = Buffer.from(wrapped);
    return this.ask(({ cryptoki, session }) => {
      cryptoki.C_DecryptInit(session, this.mechanism(bytes.subarray(0, NONCE_BYTES), name), this.key);
      return Buffer.from(
        cryptoki.C_Decrypt(session, bytes.subarray(NONCE_BYTES), Buffer.alloc(ANSWER_BYTES)),
      );
    });
  }

  private mechanism(iv: Buffer, name: string): Mechanism {
    const { CKM_AES_GCM, CK_PARAMS_AES_GCM_v240 } = this.token.library;
    const parameter = {
      type: CK_PARAMS_AES_GCM_v240,
      iv,
      aad: Buffer.from(`warmline keyring ${name}`),
      ivBits: NONCE_BYTES * 8,
      tagBits: TAG_BYTES * 8,
    };
    return { mechanism: CKM_AES_GCM, parameter };
  }

  /** A module that was restarted or unplugged has ended our session: it is opened again, once. */
  private async ask(question: (token: OpenToken) => Buffer): Promise<Buffer> {
    try {
      return question(this.token);
    } catch (error) {
      if (this.isSessionAlive()) throw error;
      this.token = await openToken(this.place.token, this.access);
      this.key = Pkcs11MainKey.find(this.token, this.place);
      return question(this.token);
    }
  }

  private isSessionAlive(): boolean {
    try {
      this.token.cryptoki.C_GetSessionInfo(this.token.session);
      return true;
    } catch {
      return false;
    }
  }
}
