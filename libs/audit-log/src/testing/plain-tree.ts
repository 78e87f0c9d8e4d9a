import { createHash } from 'node:crypto';
import type { Proof } from '../tree/verify-proof';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const plainLeaf = (committed: Uint8Array): Buffer => sha256(Buffer.of(0), committed);

const splitIn = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

/** The definitions of RFC 6962, word for word: slow, and with nothing of our own in them. */
export const plainHead = (leaves: readonly Buffer[]): Buffer => {
  const [first, ...more] = leaves;
  if (first === undefined) return sha256();
  if (more.length === 0) return first;
  const k = splitIn(leaves.length);
  return sha256(Buffer.of(1), plainHead(leaves.slice(0, k)), plainHead(leaves.slice(k)));
};

/** PATH(m, D[n]). */
export const plainPath = (m: number, leaves: readonly Buffer[]): Proof => {
  if (leaves.length <= 1) return [];
  const k = splitIn(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m < k ? [...plainPath(m, left), plainHead(right)] : [...plainPath(m - k, right), plainHead(left)];
};

/** SUBPROOF(m, D[n], b). */
const plainSubproof = (m: number, leaves: readonly Buffer[], isWhole: boolean): Proof => {
  if (m === leaves.length) return isWhole ? [] : [plainHead(leaves)];
  const k = splitIn(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m <= k
    ? [...plainSubproof(m, left, isWhole), plainHead(right)]
    : [...plainSubproof(m - k, right, false), plainHead(left)];
};

/** PROOF(m, D[n]). */
export const plainProof = (m: number, leaves: readonly Buffer[]): Proof => plainSubproof(m, leaves, true);
