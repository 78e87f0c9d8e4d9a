import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { HASH_BYTES } from './tree/hashes';
import type { TreeHead } from './tree/verify-proof';

/** The state of a log at one moment. Its signed text is the C2SP format tlog-checkpoint in a signed note. */
export interface Checkpoint extends TreeHead {
  /** Names the log, the same for all its life. */
  readonly origin: string;
}

/** A checkpoint that is damaged, of another log, or not signed by the key. Its message is one plain sentence. */
export class BadCheckpoint extends Error {}

const ED25519 = 0x01;
const KEY_ID_BYTES = 4;
const SEED_BYTES = 32;
/** What DER puts before the 32 bytes of an Ed25519 key: RFC 8410. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** A public key and the name it signs under. */
interface NamedKey {
  readonly name: string;
  /** 32 bytes. */
  readonly bytes: Buffer;
}

const typedKey = (bytes: Buffer): Buffer => Buffer.concat([Buffer.of(ED25519), bytes]);

const keyIdOf = ({ name, bytes }: NamedKey): Buffer =>
  createHash('sha256').update(`${name}\n`).update(typedKey(bytes)).digest().subarray(0, KEY_ID_BYTES);

const NAME = /^[^\s+]{1,200}$/u;

/** The text by which others know a key, `name+id+key`, as C2SP writes it. */
const textOf = (key: NamedKey): string =>
  `${key.name}+${keyIdOf(key).toString('hex')}+${typedKey(key.bytes).toString('base64')}`;

/** Throws BadCheckpoint for a text that is no public key of a log. */
const parseKey = (text: string): NamedKey => {
  const [name = '', id = '', ...rest] = text.trim().split('+');
  // The last part may hold a + of its own.
  const typed = Buffer.from(rest.join('+'), 'base64');
  const key = { name, bytes: typed.subarray(1) };
  const isKey = NAME.test(name) && typed[0] === ED25519 && key.bytes.length === HASH_BYTES;
  if (!isKey || keyIdOf(key).toString('hex') !== id)
    throw new BadCheckpoint('The text is not the public key of a log: it looks like name+id+key.');
  return key;
};

const bodyOf = ({ origin, size, head }: Checkpoint): string =>
  `${origin}\n${size}\n${head.toString('base64')}\n`;

/** Signs the checkpoints of one log. */
export class CheckpointSigner {
  private readonly key: KeyObject;
  private readonly named: NamedKey;

  /** `seed`: the 32 random bytes that are the private key. Throws TypeError for another length. */
  constructor(
    seed: Uint8Array,
    readonly origin: string,
  ) {
    if (seed.length !== SEED_BYTES) throw new TypeError('the signing key of the audit log has 32 bytes');
    if (!NAME.test(origin)) throw new TypeError('the name of an audit log has no spaces and no +');
    const der = Buffer.concat([PRIVATE_PREFIX, seed]);
    this.key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(this.key).export({ format: 'der', type: 'spki' });
    this.named = { name: origin, bytes: spki.subarray(PUBLIC_PREFIX.length) };
  }

  /** What others need to check a signature: it may be published. */
  get publicKey(): string {
    return textOf(this.named);
  }

  /** The signed text of a checkpoint of this log. */
  sign(tree: TreeHead): string {
    const body = bodyOf({ ...tree, origin: this.origin });
    const signature = Buffer.concat([keyIdOf(this.named), sign(null, Buffer.from(body), this.key)]);
    return `${body}\n— ${this.origin} ${signature.toString('base64')}\n`;
  }
}

const isSignedBy = (key: NamedKey, body: string, line: string): boolean => {
  const match = /^— (\S+) (\S+)$/u.exec(line);
  if (match?.[1] !== key.name) return false;
  const bytes = Buffer.from(match[2] ?? '', 'base64');
  if (!bytes.subarray(0, KEY_ID_BYTES).equals(keyIdOf(key))) return false;
  const der = Buffer.concat([PUBLIC_PREFIX, key.bytes]);
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(body), publicKey, bytes.subarray(KEY_ID_BYTES));
};

/** Body and signatures of a signed note, or null where it is none. */
const splitNote = (note: string): { readonly body: string; readonly lines: readonly string[] } | null => {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return null;
  return { body: note.slice(0, split + 1), lines: note.slice(split + 2, -1).split('\n') };
};

/** Throws BadCheckpoint for a text that is no public key of a log. */
export const requirePublicKey = (text: string): void => void parseKey(text);

/** Whether a note of C2SP carries a signature of this key. Throws BadCheckpoint for a text that is no key. */
export const isNoteSignedBy = (note: string, publicKey: string): boolean => {
  const key = parseKey(publicKey);
  const parts = splitNote(note);
  return parts !== null && parts.lines.some((line) => isSignedBy(key, parts.body, line));
};

/** Origin, size and head. Further lines are allowed by C2SP and mean nothing here. */
const BODY = /^(\S+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n/u;

/** What a checkpoint says, signed or not. Throws BadCheckpoint for a text that is none. */
export const parseCheckpoint = (note: string): Checkpoint => {
  const match = BODY.exec(splitNote(note)?.body ?? '');
  if (match === null)
    throw new BadCheckpoint('The text is not a checkpoint: it is damaged, or something else.');
  const [, origin = '', size = '', head = ''] = match;
  return { origin, size: Number(size), head: Buffer.from(head, 'base64') };
};

/** What a checkpoint says, if one of these keys signed it. Throws BadCheckpoint otherwise. */
export const openCheckpoint = (note: string, publicKeys: readonly string[]): Checkpoint => {
  const checkpoint = parseCheckpoint(note);
  if (!publicKeys.some((key) => isNoteSignedBy(note, key)))
    throw new BadCheckpoint(
      `The checkpoint at ${checkpoint.size} entries is not signed by a key of this log.`,
    );
  return checkpoint;
};
