import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES + TAG_BYTES;
/** Bytes of every key. */
export const KEY_BYTES = 32;

/**
 * What a sealed text is bound to, so that rows cannot be swapped. The entry's number is not part of it: it is not
 * known before the append; order is covered by the hash over the timeline.
 */
export interface Binding {
  readonly conversation: string;
  /** Id of the message, or the name of what else is sealed, such as `name` or `wrap_up/3`. */
  readonly entry: string;
  readonly role: 'visitor' | 'responder' | 'system' | 'note' | 'private';
  /** The day whose key wraps the conversation's key. */
  readonly keyId: string;
}

const additional = ({ conversation, entry, role, keyId }: Binding): Buffer =>
  Buffer.from(`${VERSION}|${conversation}|${entry}|${role}|${keyId}`);

/** Fetched in one go: asking the system for twelve bytes costs as much as sealing a message. */
const NONCES = 512;
let nonces = Buffer.alloc(0);
let spent = 0;

/** A nonce that was never given before. */
const freshNonce = (): Buffer => {
  if (spent === nonces.length) {
    nonces = randomBytes(NONCES * NONCE_BYTES);
    spent = 0;
  }
  spent += NONCE_BYTES;
  return nonces.subarray(spent - NONCE_BYTES, spent);
};

/** AES-256-GCM under a fresh random 96-bit nonce: version, nonce, tag, cipher text. */
export const seal = (key: Uint8Array, plain: string | Uint8Array, binding: Binding): Buffer => {
  const nonce = freshNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(additional(binding));
  const body = Buffer.concat([
    typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain),
    cipher.final(),
  ]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
};

/** Throws when the key or the binding is not the one it was sealed with, or a bit was changed. */
export const open = (key: Uint8Array, sealed: Uint8Array, binding: Binding): Buffer => {
  if (sealed.length < HEADER_BYTES || sealed[0] !== VERSION)
    throw new TypeError('not sealed by this version');
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE_BYTES))
    .setAAD(additional(binding))
    .setAuthTag(bytes.subarray(1 + NONCE_BYTES, HEADER_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(HEADER_BYTES)), decipher.final()]);
};
