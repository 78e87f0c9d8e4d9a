import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { KEY_BYTES } from './seal';

/** What DER puts before the 32 bytes of an Ed25519 key: RFC 8410. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const FIRST_LINE = /^(\S{1,60}) ([A-Za-z0-9+/]{43}=) ([A-Za-z0-9+/]{86}==)\n/;
const FINGERPRINT_DIGITS = 32;

/** A text whose signature is right. Who signed it is for a person to compare: by the fingerprint of the key. */
export interface SignedText {
  readonly content: string;
  readonly fingerprint: string;
}

/** Groups of four, so that two people can read it to each other: 128 bits of the hash of the public key. */
const fingerprintOf = (publicKey: Uint8Array): string => {
  const digits = createHash('sha256').update(publicKey).digest('hex').slice(0, FINGERPRINT_DIGITS);
  return (digits.toUpperCase().match(/.{4}/g) ?? []).join(' ');
};

const secretOf = (seed: Uint8Array): KeyObject => {
  if (seed.length !== KEY_BYTES) throw new TypeError('the key that signs has 32 bytes');
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
};

const publicBytesOf = (secret: KeyObject): Buffer =>
  createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);

/** What is signed: the format too, so that a text of one kind is never taken for another. */
const signed = (format: string, content: string): Buffer => Buffer.from(`${format}\n${content}`);

/**
 * Signs a text with Ed25519. The first line has the format, the public key and the signature; the text follows as it is.
 *
 * @param seed 32 random bytes, the private key
 * @param format names the kind of text, without spaces
 */
export const signText = (seed: Uint8Array, format: string, content: string): string => {
  const secret = secretOf(seed);
  const signature = sign(null, signed(format, content), secret).toString('base64');
  return `${format} ${publicBytesOf(secret).toString('base64')} ${signature}\n${content}`;
};

/** The fingerprint of the key that this seed is. */
export const fingerprintOfSeed = (seed: Uint8Array): string => fingerprintOf(publicBytesOf(secretOf(seed)));

/** `not_signed`: it is no signed text of this format. `altered`: it is not what was signed. */
export const openSignedText = (format: string, text: string): SignedText | 'not_signed' | 'altered' => {
  const [line = '', found, key = '', signature = ''] = FIRST_LINE.exec(text) ?? [];
  if (found !== format) return 'not_signed';
  const content = text.slice(line.length);
  const bytes = Buffer.from(key, 'base64');
  // Some characters have bits that do not count: only one way to write a key or a signature is right.
  const isExact = [key, signature].every((part) => Buffer.from(part, 'base64').toString('base64') === part);
  if (!isExact) return 'altered';
  const spki = Buffer.concat([PUBLIC_PREFIX, bytes]);
  try {
    const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const isRight = verify(null, signed(format, content), publicKey, Buffer.from(signature, 'base64'));
    return isRight ? { content, fingerprint: fingerprintOf(bytes) } : 'altered';
  } catch {
    // The key is no point of the curve.
    return 'altered';
  }
};
