import { sign } from 'node:crypto';
import {
  COSIGNATURE,
  isSignature,
  KEY_ID_BYTES,
  keyIdOf,
  parseKey,
  signatureIn,
  signingKey,
  splitNote,
  textOf,
  type SigningKey,
} from '../note';

const TIME_BYTES = 8;

/** What a witness signs: that at this time (seconds since 1970) it had seen no other history of the log. */
const cosigned = (at: bigint, body: string): string => `cosignature/v1\ntime ${at}\n${body}`;

/** Co-signs checkpoints, in the C2SP form tlog-cosignature. Whether it may is decided by `judgeCheckpoint`. */
export class CheckpointCosigner {
  private readonly key: SigningKey;

  /** `seed`: the 32 random bytes that are the private key. Throws TypeError for another length, or a name that is none. */
  constructor(seed: Uint8Array, name: string) {
    this.key = signingKey(seed, { name, type: COSIGNATURE });
  }

  /** What others need to check a co-signature: it may be published. */
  get publicKey(): string {
    return textOf(this.key.named);
  }

  /** The line to add to the note. `at`: seconds since 1970. Throws TypeError for a text that is no note. */
  cosign(note: string, at: number): string {
    const parts = splitNote(note);
    if (parts === null) throw new TypeError('only a signed checkpoint is co-signed');
    const { named, secret } = this.key;
    const time = Buffer.alloc(TIME_BYTES);
    time.writeBigUInt64BE(BigInt(at));
    const signature = sign(null, Buffer.from(cosigned(BigInt(at), parts.body)), secret);
    return `— ${named.name} ${Buffer.concat([keyIdOf(named), time, signature]).toString('base64')}\n`;
  }
}

/** When a witness co-signed a note (seconds since 1970); null where it did not. Throws BadCheckpoint for a text that is no key. */
export const cosignedAt = (note: string, witnessKey: string): number | null => {
  const key = parseKey(witnessKey, COSIGNATURE);
  const parts = splitNote(note);
  for (const line of parts?.lines ?? []) {
    const bytes = signatureIn(line, key);
    if (parts === null || bytes === null || bytes.length < KEY_ID_BYTES + TIME_BYTES) continue;
    const at = bytes.readBigUInt64BE(KEY_ID_BYTES);
    if (isSignature(key, cosigned(at, parts.body), bytes.subarray(KEY_ID_BYTES + TIME_BYTES)))
      return Number(at);
  }
  return null;
};
