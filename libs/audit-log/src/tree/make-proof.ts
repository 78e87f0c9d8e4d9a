import { EMPTY_RANGE, appendLeaves, headOf } from './compact-range';
import { nodeHash, splitOf } from './hashes';
import type { Proof } from './verify-proof';

/**
 * Levels between stored subtrees. Of every 256 leaves the head is stored, of every 256 such heads theirs, and so on. A proof reads
 * at most two tiles a level.
 */
export const TILE_HEIGHT = 8;
const TILE_WIDTH = 2 ** TILE_HEIGHT;

/** Up to 256 stored hashes of one level that lie side by side. `level` is a multiple of `TILE_HEIGHT`; leaves are level 0. */
export interface Tile {
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/** The stored hashes `from <= index < to` of a level, in their order. */
export type ReadTile = (tile: Tile) => Promise<readonly Buffer[]>;

/** Leaves `from <= index < to`. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const inclusionSpans = (index: number, { from, to }: Span): Span[] => {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  const [left, right] = [
    { from, to: middle },
    { from: middle, to },
  ];
  return index < middle ? [...inclusionSpans(index, left), right] : [...inclusionSpans(index, right), left];
};

const consistencySpans = (size: number, { from, to }: Span, isWhole: boolean): Span[] => {
  if (from + size === to) return isWhole ? [] : [{ from, to }];
  const left = splitOf(to - from);
  const middle = from + left;
  return size <= left
    ? [...consistencySpans(size, { from, to: middle }, isWhole), { from: middle, to }]
    : [...consistencySpans(size - left, { from: middle, to }, false), { from, to: middle }];
};

interface Place {
  readonly level: number;
  readonly index: number;
}

/** The complete subtrees that a span consists of, largest first. A span of a proof begins where they all fit. */
const subtreesOf = ({ from, to }: Span): Place[] => {
  const places: Place[] = [];
  for (let begin = from; begin < to;) {
    let level = 0;
    while (begin + 2 ** (level + 1) <= to && begin % 2 ** (level + 1) === 0) level += 1;
    places.push({ level, index: begin / 2 ** level });
    begin += 2 ** level;
  }
  return places;
};

/** The stored hashes from which the head of a subtree is computed. */
const storedBeneath = ({ level, index }: Place): Tile => {
  const stored = level - (level % TILE_HEIGHT);
  const width = 2 ** (level - stored);
  return { level: stored, from: index * width, to: (index + 1) * width };
};

/** Reads each tile once, as far as the tree has filled it. */
class TileReader {
  private readonly tiles = new Map<string, Promise<readonly Buffer[]>>();

  constructor(
    private readonly size: number,
    private readonly read: ReadTile,
  ) {}

  async subtreeHash(place: Place): Promise<Buffer> {
    const { level, from, to } = storedBeneath(place);
    const begin = from - (from % TILE_WIDTH);
    const hashes = (await this.tile(level, begin)).slice(from - begin, to - begin);
    if (hashes.length !== to - from)
      throw new RangeError(`the log lacks hashes of level ${level} from ${from} to ${to}`);
    return headOf(appendLeaves(EMPTY_RANGE, hashes).range);
  }

  async spanHash(span: Span): Promise<Buffer> {
    const hashes: Buffer[] = [];
    for (const place of subtreesOf(span)) hashes.push(await this.subtreeHash(place));
    return hashes.reduceRight((right, left) => nodeHash(left, right));
  }

  private tile(level: number, from: number): Promise<readonly Buffer[]> {
    const name = `${level}/${from}`;
    const known = this.tiles.get(name);
    if (known !== undefined) return known;
    const filled = Math.floor(this.size / 2 ** level);
    const reading = this.read({ level, from, to: Math.min(from + TILE_WIDTH, filled) });
    this.tiles.set(name, reading);
    return reading;
  }
}

const hashesOf = async (spans: readonly Span[], reader: TileReader): Promise<Buffer[]> => {
  const hashes: Buffer[] = [];
  for (const span of spans) hashes.push(await reader.spanHash(span));
  return hashes;
};

/** Shows that the leaf at `index` is in the tree of the first `size` leaves. Rejects with RangeError when it is not. */
export const inclusionProof = async (index: number, size: number, read: ReadTile): Promise<Proof> => {
  if (index < 0 || index >= size) throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  return hashesOf(inclusionSpans(index, { from: 0, to: size }), new TileReader(size, read));
};

/** Shows that the tree of `to` leaves begins with the tree of `from` leaves. Rejects with RangeError when it cannot. */
export const consistencyProof = async (from: number, to: number, read: ReadTile): Promise<Proof> => {
  if (from < 0 || from > to)
    throw new RangeError(`a tree of ${to} leaves does not begin with one of ${from}`);
  if (from === 0) return [];
  return hashesOf(consistencySpans(from, { from: 0, to }, true), new TileReader(to, read));
};
