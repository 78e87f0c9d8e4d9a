import { EMPTY_RANGE, appendLeaves, headOf, type CompactRange } from '../tree/compact-range';
import { TILE_HEIGHT, type ReadTile, type Tile } from '../tree/make-proof';
import type { TreeHead } from '../tree/verify-proof';

/** Leaves and stored subtrees in memory, as Postgres keeps them. */
export class StoredLog {
  private range: CompactRange = EMPTY_RANGE;
  private readonly levels = new Map<number, Buffer[]>();
  readonly reads: Tile[] = [];

  append(leaves: readonly Buffer[]): void {
    const { range, completed } = appendLeaves(this.range, leaves);
    this.range = range;
    this.hashesOf(0).push(...leaves);
    for (const { level, hash } of completed) if (level % TILE_HEIGHT === 0) this.hashesOf(level).push(hash);
  }

  get tree(): TreeHead {
    return { size: this.range.size, head: headOf(this.range) };
  }

  readonly read: ReadTile = (tile) => {
    this.reads.push(tile);
    return Promise.resolve(this.hashesOf(tile.level).slice(tile.from, tile.to));
  };

  private hashesOf(level: number): Buffer[] {
    const known = this.levels.get(level) ?? [];
    this.levels.set(level, known);
    return known;
  }
}

/** A leaf hash for each number, made of nothing secret. */
export const numberedLeaves = (count: number, leafOf: (committed: Uint8Array) => Buffer): Buffer[] =>
  Array.from({ length: count }, (_, number) => leafOf(Buffer.from(`leaf ${number}`)));
