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
  ) {}

  /**
   * The lines of the file. That it is taken out is recorded before the first. Null while nothing is in the log yet.
   */
  async open(
    { service, staff }: StaffPrincipal,
    wanted: HistoryWanted,
  ): Promise<AsyncIterable<string> | null> {
    const { origin, keys, checkpoint } = await this.log.loadHead();
    if (checkpoint === null) return null;
    await this.work.inTransaction(async (stores) =>
      stores.history.record({
        type: 'history_exported',
        ...{ service, staff, whom: wanted.person, count: 0 },
        at: await stores.now(),
      }),
    );
    const { size } = parseCheckpoint(checkpoint);
    return this.writeLines({ origin, keys, checkpoint, size }, { ...wanted, service });
  }

  private async *writeLines(
    log: Log,
    { format, service, ...wanted }: HistoryWanted & Pick<StaffPrincipal, 'service'>,
  ): AsyncGenerator<string> {
    const people = await this.acts.loadPeople(service, PEOPLE_MOST);
    const names = new Map<string, string>(people.map(({ id, name }) => [id, name]));
    const readTile = this.tilesOnce();
    const isWanted = ({ entry }: Row): boolean =>
      entry.service === service &&
      (wanted.person === null || entry.actor === wanted.person) &&
      Number(entry.at) >= wanted.from * 1_000 &&
      Number(entry.at) < wanted.until * 1_000;
    yield historyBegins(format, log);
    let isFirst = true;
    for (let from = 0; from < log.size; from += PAGE)
      for (const { index, hash, row } of await this.log.loadLeaves(from, Math.min(log.size, from + PAGE))) {
        if (row === null || !isWanted(row)) continue;
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
