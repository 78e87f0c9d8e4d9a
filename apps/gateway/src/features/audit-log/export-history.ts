import { Injectable } from '@nestjs/common';
import {
  entrySalt,
  historyBegins,
  historyEnds,
  historyEntry,
  inclusionProof,
  parseCheckpoint,
  type HistoryFormat,
  type HistoryHead,
  type Tile,
} from '@warmline/audit-log';
import type { StaffPrincipal } from '@warmline/identity';
import type { StaffId } from '@warmline/kernel';
import { AuditExportReadModel, PastActsReadModel, UnitOfWork, type StoredLeaf } from '@warmline/postgres';
import { firstOfRange, isPast, isWanted, type EntriesWanted } from './history-range';
import { OneExport } from './one-export';

/** Entries of one query. */
const PAGE = 1_000;
/** People of a service whose names go into the file, at most. */
const PEOPLE_MOST = 5_000;

/** Which entries are wanted. Moments are ms since 1970, `until` not included. */
export interface HistoryWanted {
  readonly format: HistoryFormat;
  readonly from: number;
  readonly until: number;
  /** What this person did; null for everyone. */
  readonly person: StaffId | null;
}

interface Log extends HistoryHead {
  readonly size: number;
}

type Row = NonNullable<StoredLeaf['row']>;

/** Entries of the audit log as a file for people, each with what shows that it is in the log. */
@Injectable()
export class ExportHistory {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AuditExportReadModel,
    private readonly acts: PastActsReadModel,
    private readonly one: OneExport,
  ) {}

  /**
   * Gives the lines of the file to `send`. That it is taken out is recorded before the first.
   *
   * @returns 'busy' while another file is exported here, 'empty' while nothing is in the log yet: nothing was sent
   */
  async exportTo(
    { service, staff }: StaffPrincipal,
    wanted: HistoryWanted,
    send: (lines: AsyncIterable<string>) => Promise<void>,
  ): Promise<'sent' | 'busy' | 'empty'> {
    return this.one.run(async () => {
      const { origin, keys, checkpoint } = await this.log.loadHead();
      if (checkpoint === null) return 'empty';
      await this.work.inTransaction(async (stores) =>
        stores.history.record({
          type: 'history_exported',
          ...{ service, staff, whom: wanted.person, count: 0 },
          at: await stores.now(),
        }),
      );
      const { size } = parseCheckpoint(checkpoint);
      await send(this.writeLines({ origin, keys, checkpoint, size }, { ...wanted, service }));
      return 'sent';
    });
  }

  private async *writeLines(
    log: Log,
    { format, ...wanted }: HistoryWanted & Pick<StaffPrincipal, 'service'>,
  ): AsyncGenerator<string> {
    const people = await this.acts.loadPeople(wanted.service, PEOPLE_MOST);
    const names = new Map<string, string>(people.map(({ id, name }) => [id, name]));
    const readTile = this.tilesOnce();
    yield historyBegins(format, log);
    let isFirst = true;
    for await (const { index, hash, row } of this.findWanted(log.size, wanted)) {
      const { entry, salt } = row;
      const path = await inclusionProof(index, log.size, readTile);
      const called = {
        by: names.get(entry.actor ?? '') ?? null,
        whom: names.get(entry.whom ?? '') ?? null,
      };
      yield historyEntry(
        format,
        {
          ...{ index, row: entry, leaf: hash.toString('hex'), names: called },
          salt: salt === null ? null : entrySalt(salt, entry.id).toString('hex'),
          path: path.map((step) => step.toString('hex')),
        },
        isFirst,
      );
      isFirst = false;
    }
    yield historyEnds(format);
  }

  private async *findWanted(size: number, wanted: EntriesWanted): AsyncGenerator<StoredLeaf & { row: Row }> {
    const load = (from: number, to: number) => this.log.loadLeaves(from, to);
    for (let from = await firstOfRange(size, wanted.from, load); from < size; from += PAGE) {
      const leaves = await load(from, Math.min(size, from + PAGE));
      if (isPast(leaves, wanted.until)) return;
      for (const { row, ...leaf } of leaves)
        if (row !== null && isWanted(row.entry, wanted)) yield { ...leaf, row };
    }
  }

  /** Many proofs share their hashes: each tile is read once for a file. */
  private tilesOnce(): (tile: Tile) => Promise<readonly Buffer[]> {
    const tiles = new Map<string, Promise<readonly Buffer[]>>();
    return (tile) => {
      const name = `${tile.level}/${tile.from}`;
      const known = tiles.get(name) ?? this.log.loadHashes(tile);
      tiles.set(name, known);
      return known;
    };
  }
}
