// Signed notes of C2SP: a text, an empty line, and a line for each signature.
import { createHash, createPrivateKey, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { HASH_BYTES } from './tree/hashes';

/** A checkpoint that is damaged, of another log, or not signed by the key. Its message is one plain sentence. */
export class BadCheckpoint extends Error {}

/** Signs the text of the note. */
export const ED25519 = 0x01;
/** Signs a time and the text of a checkpoint: a co-signature. */
export const COSIGNATURE = 0x04;
export const KEY_ID_BYTES = 4;
const SEED_BYTES = 32;
/** What DER puts before the 32 bytes of an Ed25519 key: RFC 8410. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const NAME = /^[^\s+]{1,200}$/u;

/** A public key, the name it signs under, and what its signatures are. */
export interface NamedKey {
  readonly name: string;
  readonly type: typeof ED25519 | typeof COSIGNATURE;
  /** 32 bytes. */
  readonly bytes: Buffer;
}

const typedKey = ({ type, bytes }: NamedKey): Buffer => Buffer.concat([Buffer.of(type), bytes]);

export const keyIdOf = (key: NamedKey): Buffer =>
  createHash('sha256').update(`${key.name}\n`).update(typedKey(key)).digest().subarray(0, KEY_ID_BYTES);

/** The text by which others know a key, `name+id+key`, as C2SP writes it. */
export const textOf = (key: NamedKey): string =>
  `${key.name}+${keyIdOf(key).toString('hex')}+${typedKey(key).toString('base64')}`;

/** Throws BadCheckpoint for a text that is no public key of this type. */
export const parseKey = (text: string, type: NamedKey['type']): NamedKey => {
  const [name = '', id = '', ...rest] = text.trim().split('+');
  // The last part may hold a + of its own.
  const typed = Buffer.from(rest.join('+'), 'base64');
  const key = { name, type, bytes: typed.subarray(1) };
  const isKey = NAME.test(name) && typed[0] === type && key.bytes.length === HASH_BYTES;
  if (!isKey || keyIdOf(key).toString('hex') !== id)
    throw new BadCheckpoint(
      `The text is not the public key of a ${type === ED25519 ? 'log' : 'witness'}: it looks like name+id+key.`,
    );
  return key;
};

export interface SigningKey {
  readonly secret: KeyObject;
  readonly named: NamedKey;
}

/** `seed`: the 32 random bytes that are the private key. Throws TypeError for another length, or a name that is none. */
export const signingKey = (seed: Uint8Array, { name, type }: Omit<NamedKey, 'bytes'>): SigningKey => {
  if (seed.length !== SEED_BYTES) throw new TypeError('the signing key of an audit log has 32 bytes');
  if (!NAME.test(name)) throw new TypeError('the name of an audit log has no spaces and no +');
  const der = Buffer.concat([PRIVATE_PREFIX, seed]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  return { secret, named: { name, type, bytes: spki.subarray(PUBLIC_PREFIX.length) } };
};

/** Body and signatures of a signed note, or null where it is none. */
export const splitNote = (
  note: string,
): { readonly body: string; readonly lines: readonly string[] } | null => {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return null;
  return { body: note.slice(0, split + 1), lines: note.slice(split + 2, -1).split('\n') };
};

/** The bytes of a line that this key signed, its id first; null where it is of another key. */
export const signatureIn = (line: string, key: NamedKey): Buffer | null => {
  const match = /^— (\S+) (\S+)$/u.exec(line);
  if (match?.[1] !== key.name) return null;
  const bytes = Buffer.from(match[2] ?? '', 'base64');
  return bytes.subarray(0, KEY_ID_BYTES).equals(keyIdOf(key)) ? bytes : null;
};

/** Whether these 64 bytes are the key's signature of a text. */
export const isSignature = ({ bytes }: NamedKey, text: string, signature: Buffer): boolean => {
  const der = Buffer.concat([PUBLIC_PREFIX, bytes]);
  return verify(
    null,
    Buffer.from(text),
    createPublicKey({ key: der, format: 'der', type: 'spki' }),
    signature,
  );
};
