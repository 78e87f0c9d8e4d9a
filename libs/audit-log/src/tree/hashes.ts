import { createHash } from 'node:crypto';

/** Bytes of every hash: SHA-256. */
export const HASH_BYTES = 32;

// A leaf and a node begin differently, so that no node can be passed off as a leaf (RFC 6962, section 2.1).
const LEAF = Buffer.of(0x00);
const NODE = Buffer.of(0x01);

/** The head of a tree without leaves. */
export const EMPTY_HEAD = createHash('sha256').digest();

/** Of a leaf, from what it commits to. */
export const leafHash = (committed: Uint8Array): Buffer =>
  createHash('sha256').update(LEAF).update(committed).digest();

/** Of an inner node, from its two children. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

/** Where RFC 6962 splits a tree of `size` leaves: the largest power of two below it. `size` is 2 or more. */
export const splitOf = (size: number): number => {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
};
