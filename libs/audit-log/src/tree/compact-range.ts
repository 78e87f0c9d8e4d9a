import { EMPTY_HEAD, nodeHash } from './hashes';

/**
 * All that is needed to go on with a tree: the heads of the complete subtrees that cover its leaves, largest first.
 * There is one for each bit of `size` that is set.
 */
export interface CompactRange {
  readonly size: number;
  readonly heads: readonly Buffer[];
}

/** The head of a complete subtree of 2^level leaves, `index` of which come before it. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
  readonly hash: Buffer;
}

export const EMPTY_RANGE: CompactRange = { size: 0, heads: [] };

/** Appends leaves in their order. `completed`: every subtree of level 1 or more that is complete now and was not before. */
export const appendLeaves = (
  { size, heads }: CompactRange,
  leaves: readonly Buffer[],
): { readonly range: CompactRange; readonly completed: readonly Subtree[] } => {
  const open = [...heads];
  const completed: Subtree[] = [];
  leaves.forEach((leaf, place) => {
    let hash = leaf;
    let index = size + place;
    for (let level = 1; index % 2 === 1; level += 1) {
      const left = open.pop();
      if (left === undefined) throw new RangeError(`a range of ${size} leaves lacks one of its heads`);
      hash = nodeHash(left, hash);
      index = (index - 1) / 2;
      completed.push({ level, index, hash });
    }
    open.push(hash);
  });
  return { range: { size: size + leaves.length, heads: open }, completed };
};

/** The tree head: what a checkpoint signs. */
export const headOf = ({ heads }: CompactRange): Buffer =>
  heads.length === 0 ? EMPTY_HEAD : heads.reduceRight((right, left) => nodeHash(left, right));
