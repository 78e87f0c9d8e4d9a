import fc from 'fast-check';
import { plainHead, plainLeaf } from '../testing/plain-tree';
import { StoredLog, numberedLeaves } from '../testing/stored-log';
import { consistencyProof, inclusionProof } from './make-proof';
import { verifyConsistency, verifyInclusion, type Proof, type TreeHead } from './verify-proof';

const seeded = { seed: 61_962, numRuns: 150 };
const ALL = numberedLeaves(5_000, plainLeaf);

const logOf = (leaves: readonly Buffer[]): StoredLog => {
  const log = new StoredLog();
  log.append(leaves);
  return log;
};
const flipped = (hash: Buffer, bit: number): Buffer => {
  const changed = Buffer.from(hash);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
};
const leafAt = (index: number): Buffer => ALL[index] ?? Buffer.of();

/** A place in a tree of 1 to 5,000 leaves. */
const place = fc
  .integer({ min: 1, max: ALL.length })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }));
const bit = fc.integer({ min: 0, max: 255 });

/** Every proof that differs from this one in one hash, by a bit, or by its length. */
const spoilt = (proof: Proof, at: number): Proof[] => [
  ...proof.map((hash, changed) => proof.map((one, step) => (step === changed ? flipped(hash, at) : one))),
  ...proof.map((_, gone) => proof.filter((_hash, step) => step !== gone)),
  [...proof, leafAt(0)],
  [leafAt(1), ...proof],
];

const full = new StoredLog();
/** The tree of each size, from none to all. */
const trees = [full.tree];
for (const leaf of ALL) {
  full.append([leaf]);
  trees.push(full.tree);
}
const treeOf = (size: number): TreeHead => {
  const tree = trees[size];
  if (tree === undefined) throw new RangeError(`no tree of ${size}`);
  return tree;
};

describe('an inclusion proof', () => {
  it('[AUD3] shows its own leaf at its own place, and nothing else', async () => {
    const check = fc.asyncProperty(place, bit, async ({ size, index }, at) => {
      const tree = treeOf(size);
      const proof = await inclusionProof(index, size, full.read);
      const leaf = leafAt(index);
      expect(verifyInclusion(leaf, index, { tree, proof })).toBe(true);
      expect(verifyInclusion(flipped(leaf, at), index, { tree, proof })).toBe(false);
      const otherHead = { size, head: flipped(tree.head, at) };
      expect(verifyInclusion(leaf, index, { tree: otherHead, proof })).toBe(false);
      for (const other of [index - 1, index + 1])
        expect(verifyInclusion(leaf, other, { tree, proof })).toBe(false);
      for (const other of spoilt(proof, at))
        expect(verifyInclusion(leaf, index, { tree, proof: other })).toBe(false);
    });
    await fc.assert(check, seeded);
  });
});

describe('a consistency proof', () => {
  const two = fc
    .tuple(fc.integer({ min: 1, max: ALL.length }), fc.integer({ min: 1, max: ALL.length }))
    .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));

  it('[AUD3] shows that one tree begins with the other, and no changed head or hash passes', async () => {
    const check = fc.asyncProperty(two, bit, async ({ from, to }, at) => {
      const [older, newer] = [treeOf(from), treeOf(to)];
      const proof = await consistencyProof(from, to, full.read);
      expect(verifyConsistency(older, newer, proof)).toBe(true);
      expect(verifyConsistency({ ...older, head: flipped(older.head, at) }, newer, proof)).toBe(false);
      expect(verifyConsistency(older, { ...newer, head: flipped(newer.head, at) }, proof)).toBe(false);
      for (const other of spoilt(proof, at)) expect(verifyConsistency(older, newer, other)).toBe(false);
      if (from < to) expect(verifyConsistency(newer, older, proof)).toBe(false);
    });
    await fc.assert(check, seeded);
  });

  const change = fc.constantFrom('swap', 'drop', 'change', 'insert');
  const changed = (leaves: readonly Buffer[], at: number, how: string): Buffer[] => {
    const others = [...leaves];
    if (how === 'swap') others.splice(at, 2, ...others.slice(at, at + 2).reverse());
    if (how === 'drop') others.splice(at, 1);
    if (how === 'change') others.splice(at, 1, plainLeaf(Buffer.from('forged')));
    if (how === 'insert') others.splice(at, 0, plainLeaf(Buffer.from('forged')));
    return others;
  };

  it('[AUD3] does not exist for a tree whose past was swapped, dropped, changed or added to', async () => {
    const past = fc.record({
      size: fc.integer({ min: 2, max: 400 }),
      more: fc.integer({ min: 1, max: 300 }),
    });
    const check = fc.asyncProperty(past, change, fc.nat(), async ({ size, more }, how, random) => {
      const at = random % (size - 1);
      const forged = logOf(changed(ALL.slice(0, size + more), at, how));
      const { tree } = forged;
      const proof = await consistencyProof(size, tree.size, forged.read);
      expect(verifyConsistency(treeOf(size), tree, proof)).toBe(false);
    });
    await fc.assert(check, seeded);
  });

  it('[AUD3] a tail that was cut has another head, whatever its size', () => {
    const check = fc.property(fc.integer({ min: 1, max: 400 }), (size) => {
      expect(treeOf(size).head.equals(plainHead(ALL.slice(0, size - 1)))).toBe(false);
      expect(verifyConsistency(treeOf(size), treeOf(size - 1), [])).toBe(false);
    });
    fc.assert(check, seeded);
  });

  it('every tree begins with the empty one, and the empty proof shows it', () => {
    expect(verifyConsistency(treeOf(0), treeOf(7), [])).toBe(true);
    expect(verifyConsistency({ size: 0, head: leafAt(0) }, treeOf(7), [])).toBe(false);
  });
});
