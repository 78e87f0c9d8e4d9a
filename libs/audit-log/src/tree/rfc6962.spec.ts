import { plainHead, plainLeaf, plainPath, plainProof } from '../testing/plain-tree';
import { StoredLog, numberedLeaves } from '../testing/stored-log';
import { EMPTY_RANGE, appendLeaves, headOf } from './compact-range';
import { leafHash } from './hashes';
import { consistencyProof, inclusionProof } from './make-proof';
import { verifyConsistency, verifyInclusion } from './verify-proof';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** The inputs and answers that implementations of RFC 6962 publish for each other. */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const HEADS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = INPUTS.map((input) => leafHash(hex(input)));
/** Jest compares buffers byte by byte. */
const textOf = (proof: readonly Buffer[]): string => proof.map((hash) => hash.toString('hex')).join(' ');
const headAt = (size: number) => hex(HEADS[size] ?? '');

const logOf = (all: readonly Buffer[]): StoredLog => {
  const log = new StoredLog();
  log.append(all);
  return log;
};

describe('the published vectors of RFC 6962', () => {
  it.each(HEADS.map((head, size) => [size, head] as const))(
    'the head of %d leaves is known',
    (size, head) => {
      expect(headOf(appendLeaves(EMPTY_RANGE, leaves.slice(0, size)).range).toString('hex')).toBe(head);
    },
  );

  it.each([
    [0, 1, []],
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  ])('the inclusion proof of leaf %d in %d is known', async (index, size, known) => {
    const proof = await inclusionProof(index, size, logOf(leaves).read);
    expect(proof.map((hash) => hash.toString('hex'))).toEqual(known);
  });

  it.each([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('the consistency proof from %d to %d is known', async (from, to, known) => {
    const proof = await consistencyProof(from, to, logOf(leaves).read);
    expect(proof.map((hash) => hash.toString('hex'))).toEqual(known);
    expect(verifyConsistency({ size: from, head: headAt(from) }, { size: to, head: headAt(to) }, proof)).toBe(
      true,
    );
  });
});

describe('every tree of up to 256 leaves', () => {
  const all = numberedLeaves(256, plainLeaf);
  /** Every place of a small tree; of a larger one its edges and every eleventh. */
  const placesIn = (size: number): number[] =>
    [...Array(size).keys()].filter((place) => size <= 32 || place % 11 === 0 || place >= size - 2);

  it('[AUD3] has the head, and for each leaf the proof, that RFC 6962 defines', async () => {
    const log = logOf(all);
    for (let size = 1; size <= 256; size += 1) {
      const some = all.slice(0, size);
      const tree = { size, head: headOf(appendLeaves(EMPTY_RANGE, some).range) };
      expect(tree.head.equals(plainHead(some))).toBe(true);
      for (const index of placesIn(size)) {
        const proof = await inclusionProof(index, size, log.read);
        const leaf = all[index] ?? Buffer.of();
        if (!verifyInclusion(leaf, index, { tree, proof })) throw new Error(`leaf ${index} of ${size}`);
        if (size <= 32 || index % 55 === 0) expect(textOf(proof)).toBe(textOf(plainPath(index, some)));
      }
    }
  });

  it('[AUD3] begins with every smaller tree, by the proof that RFC 6962 defines', async () => {
    const log = logOf(all);
    const heads = all.map((_, last) => headOf(appendLeaves(EMPTY_RANGE, all.slice(0, last + 1)).range));
    for (let to = 1; to <= 256; to += 1)
      for (const from of placesIn(to).map((place) => place + 1)) {
        const proof = await consistencyProof(from, to, log.read);
        const [older, newer] = [from, to].map((size) => ({ size, head: heads[size - 1] ?? Buffer.of() }));
        if (older === undefined || newer === undefined || !verifyConsistency(older, newer, proof))
          throw new Error(`from ${from} to ${to}`);
        if (to <= 32 || from % 55 === 1)
          expect(textOf(proof)).toBe(textOf(plainProof(from, all.slice(0, to))));
      }
  });
});

describe('a tree of more than one tile', () => {
  const SIZES = [255, 256, 257, 511, 512, 513, 4_095, 5_000];

  it.each(SIZES)('[AUD3] of %d leaves proves its leaves from few stored hashes', async (size) => {
    const all = numberedLeaves(size, plainLeaf);
    const log = logOf(all);
    const head = plainHead(all);
    expect(log.tree).toEqual({ size, head });
    for (const index of [0, 1, 254, 255, 256, 257, Math.floor(size / 2), size - 1].filter(
      (one) => one < size,
    )) {
      log.reads.length = 0;
      const proof = await inclusionProof(index, size, log.read);
      expect(textOf(proof)).toBe(textOf(plainPath(index, all)));
      const leaf = all[index] ?? Buffer.of();
      expect(verifyInclusion(leaf, index, { tree: { size, head }, proof })).toBe(true);
      expect(log.reads.length).toBeLessThanOrEqual(4);
    }
  });

  it('[AUD3] cannot be proved from a log that lacks a hash', async () => {
    const log = logOf(numberedLeaves(300, plainLeaf));
    const lacking = inclusionProof(3, 300, async (tile) => (await log.read(tile)).slice(1));
    await expect(lacking).rejects.toThrow('the log lacks hashes of level 0');
    await expect(inclusionProof(300, 300, log.read)).rejects.toThrow(RangeError);
    await expect(consistencyProof(301, 300, log.read)).rejects.toThrow(RangeError);
  });
});
