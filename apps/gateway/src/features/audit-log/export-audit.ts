import { Injectable } from '@nestjs/common';
import { entrySalt, writeExportLine, type ExportedLeaf } from '@warmline/audit-log';
import type { StaffPrincipal } from '@warmline/identity';
import { AuditExportReadModel, UnitOfWork, type StoredLeaf } from '@warmline/postgres';
import { OneExport } from './one-export';

/** Entries of one query. */
const PAGE = 1_000;
/** Rows of one query that looks for rows outside the log. */
const SCAN = 20_000;

const exported = ({ index, hash, row }: StoredLeaf): ExportedLeaf => ({
  index,
  hash,
  // The salt of the conversation stays here: only those of its rows go into the file.
  salt: row === null || row.salt === null ? null : entrySalt(row.salt, row.entry.id),
  row: row?.entry ?? null,
});

/** The audit log as a file, with all that is needed to check it elsewhere. */
@Injectable()
export class ExportAudit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AuditExportReadModel,
    private readonly one: OneExport,
  ) {}

  /**
   * Gives the lines of the file to `send`. That the log is read is recorded before the first line.
   *
   * @returns false while another file is exported here: nothing was sent
   */
  async exportTo(
    { service, staff }: Pick<StaffPrincipal, 'service' | 'staff'>,
    send: (lines: AsyncIterable<string>) => Promise<void>,
  ): Promise<boolean> {
    const done = await this.one.run(async () => {
      await this.work.inTransaction((stores) =>
        stores.setup.saveExport({ type: 'audit_exported', service, staff }),
      );
      await send(this.writeLines());
    });
    return done !== 'busy';
  }

  private async *writeLines(): AsyncGenerator<string> {
    const head = await this.log.loadHead();
    yield writeExportLine({ kind: 'head', ...head });
    yield* this.writeLeaves(head.size);
    yield* this.writeStrays();
    yield writeExportLine({ kind: 'end' });
  }

  /** A log that lacks entries is exported as it is: who checks it must see that. */
  private async *writeLeaves(size: number): AsyncGenerator<string> {
    for (let from = 0; from < size; from += PAGE) {
      const leaves = await this.log.loadLeaves(from, Math.min(size, from + PAGE));
      yield leaves.map((leaf) => writeExportLine({ kind: 'leaf', ...exported(leaf) })).join('');
    }
  }

  private async *writeStrays(): AsyncGenerator<string> {
    for (let after: string | null = '0'; after !== null;) {
      const { last, strays } = await this.log.findStrays(after, SCAN);
      yield strays.map((row) => writeExportLine({ kind: 'stray', row })).join('');
      after = last;
    }
  }
}
