import { sign } from 'node:crypto';
import {
  BadCheckpoint,
  ED25519,
  isSignature,
  KEY_ID_BYTES,
  keyIdOf,
  parseKey,
  signatureIn,
  signingKey,
  splitNote,
  textOf,
  type NamedKey,
  type SigningKey,
} from './note';
import type { TreeHead } from './tree/verify-proof';

/** The state of a log at one moment. Its signed text is the C2SP format tlog-checkpoint in a signed note. */
export interface Checkpoint extends TreeHead {
  /** Names the log, the same for all its life. */
  readonly origin: string;
}

const bodyOf = ({ origin, size, head }: Checkpoint): string =>
  `${origin}\n${size}\n${head.toString('base64')}\n`;

/** Signs the checkpoints of one log. */
export class CheckpointSigner {
  private readonly key: SigningKey;

  /** `seed`: the 32 random bytes that are the private key. Throws TypeError for another length, or a name that is none. */
  constructor(
    seed: Uint8Array,
    readonly origin: string,
  ) {
    this.key = signingKey(seed, { name: origin, type: ED25519 });
  }

  /** What others need to check a signature: it may be published. */
  get publicKey(): string {
    return textOf(this.key.named);
  }

  /** The signed text of a checkpoint of this log. */
  sign(tree: TreeHead): string {
    const body = bodyOf({ ...tree, origin: this.origin });
    const signature = Buffer.concat([
      keyIdOf(this.key.named),
      sign(null, Buffer.from(body), this.key.secret),
    ]);
    return `${body}\n— ${this.origin} ${signature.toString('base64')}\n`;
  }
}

const isSignedBy = (key: NamedKey, body: string, line: string): boolean => {
  const bytes = signatureIn(line, key);
  return bytes !== null && isSignature(key, body, bytes.subarray(KEY_ID_BYTES));
};

/** Throws BadCheckpoint for a text that is no public key of a log. */
export const requirePublicKey = (text: string): void => void parseKey(text, ED25519);

/** Whether a note of C2SP carries a signature of this key. Throws BadCheckpoint for a text that is no key. */
export const isNoteSignedBy = (note: string, publicKey: string): boolean => {
  const key = parseKey(publicKey, ED25519);
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
