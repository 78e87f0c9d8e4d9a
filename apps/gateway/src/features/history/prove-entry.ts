import { Injectable } from '@nestjs/common';
import { entrySalt, inclusionProof, parseCheckpoint } from '@warmline/audit-log';
import type { EntryProof, Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { AuditExportReadModel, type StoredLeaf } from '@warmline/postgres';
import { done, refused } from '../../core/replies';

const sizeOf = (checkpoint: string | null): number =>
  checkpoint === null ? 0 : parseCheckpoint(checkpoint).size;

/** A row with its own salt: that of the conversation stays here. */
const shown = ({ entry, salt }: NonNullable<StoredLeaf['row']>, hash: Buffer) => ({
  entry,
  salt: salt === null ? null : entrySalt(salt, entry.id).toString('hex'),
  leaf: hash.toString('hex'),
});

/** Gives a person what shows that one entry is in the audit log. They check it themselves. */
@Injectable()
export class ProveEntry {
  constructor(private readonly log: AuditExportReadModel) {}

  /**
   * `size`: of the checkpoint that the person has; null for the newest. Refuses `not_found` for an entry of another service, and
   * `not_logged_yet` for one that is newer than the checkpoint.
   */
  async prove(
    { service }: StaffPrincipal,
    { entry, size: asked }: { readonly entry: string; readonly size: number | null },
  ): Promise<Reply<EntryProof>> {
    const [head, index] = await Promise.all([this.log.loadHead(), this.log.findPlace(entry)]);
    if (index === null)
      return refused((await this.isTheirs(entry, service)) ? 'not_logged_yet' : 'not_found');
    const [leaf] = await this.log.loadLeaves(index, index + 1);
    if (leaf?.row?.entry.service !== service) return refused('not_found');
    const size = asked ?? sizeOf(head.checkpoint);
    if (index >= size || size > head.size) return refused('not_logged_yet');
    const path = await inclusionProof(index, size, (tile) => this.log.loadHashes(tile));
    return done({
      ...shown(leaf.row, leaf.hash),
      index,
      path: path.map((step) => step.toString('hex')),
      checkpoint: head.checkpoint ?? '',
      keys: [...head.keys],
    });
  }

  private async isTheirs(entry: string, service: string): Promise<boolean> {
    return (await this.log.findRow(entry))?.service === service;
  }
}
