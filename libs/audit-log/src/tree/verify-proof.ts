import { EMPTY_HEAD, nodeHash, splitOf } from './hashes';

/** Hashes from the leaf upwards. */
export type Proof = readonly Buffer[];

/** A tree as a checkpoint names it. */
export interface TreeHead {
  readonly size: number;
  readonly head: Buffer;
}

const isPlace = (index: number, size: number): boolean =>
  Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;

/** The head that a path leads to, or null when the path has another length than this place needs. */
const headFromPath = (leaf: Buffer, at: { index: number; size: number }, path: Proof): Buffer | null => {
  const sibling = path.at(-1);
  if (at.size === 1 || sibling === undefined) return at.size === 1 && path.length === 0 ? leaf : null;
  const left = splitOf(at.size);
  const isLeft = at.index < left;
  const within = isLeft ? { index: at.index, size: left } : { index: at.index - left, size: at.size - left };
  const hash = headFromPath(leaf, within, path.slice(0, -1));
  if (hash === null) return null;
  return isLeft ? nodeHash(hash, sibling) : nodeHash(sibling, hash);
};

/** Whether `proof` shows that the leaf is at `index` of this tree (RFC 6962, section 2.1.1). */
export const verifyInclusion = (
  leaf: Buffer,
  index: number,
  { tree, proof }: { readonly tree: TreeHead; readonly proof: Proof },
): boolean =>
  isPlace(index, tree.size) &&
  (headFromPath(leaf, { index, size: tree.size }, proof)?.equals(tree.head) ?? false);

interface Growth {
  readonly from: number;
  readonly to: number;
  /** The head of the older tree, where this subtree is that tree and needs no hash of its own. */
  readonly known: Buffer | null;
}

interface BothHeads {
  readonly older: Buffer;
  readonly newer: Buffer;
}

const headOfWhole = ({ known }: Growth, path: Proof): BothHeads | null => {
  const [hash, ...more] = known === null ? path : [known, ...path];
  return hash === undefined || more.length > 0 ? null : { older: hash, newer: hash };
};

const headsFromPath = (growth: Growth, path: Proof): BothHeads | null => {
  const { from, to, known } = growth;
  if (from === to) return headOfWhole(growth, path);
  const sibling = path.at(-1);
  if (sibling === undefined) return null;
  const left = splitOf(to);
  const rest = path.slice(0, -1);
  if (from <= left) {
    const heads = headsFromPath({ from, to: left, known }, rest);
    return heads && { older: heads.older, newer: nodeHash(heads.newer, sibling) };
  }
  const heads = headsFromPath({ from: from - left, to: to - left, known: null }, rest);
  return heads && { older: nodeHash(sibling, heads.older), newer: nodeHash(sibling, heads.newer) };
};

/** Whether `proof` shows that the newer tree begins with the older one, leaf by leaf (RFC 6962, section 2.1.2). */
export const verifyConsistency = (older: TreeHead, newer: TreeHead, proof: Proof): boolean => {
  if (older.size === 0) return proof.length === 0 && older.head.equals(EMPTY_HEAD);
  if (!isPlace(older.size - 1, newer.size)) return false;
  const heads = headsFromPath({ from: older.size, to: newer.size, known: older.head }, proof);
  return heads !== null && heads.older.equals(older.head) && heads.newer.equals(newer.head);
};
