import { Injectable } from '@nestjs/common';
import { entrySalt, inclusionProof, parseCheckpoint } from '@warmline/audit-log';
import type { EntryProof, Reply } from '@warmline/contracts';
import { AuditExportReadModel, type LoggedEntry, type StoredLeaf } from '@warmline/postgres';
import { done, refused } from '../../core/replies';
import type { StaffPage } from '../../socket/sockets';
import { THEIRS } from './past-acts';
import { ReadPast } from './read-past';

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
  constructor(
    private readonly log: AuditExportReadModel,
    private readonly past: ReadPast,
  ) {}

  /**
   * `size`: of the checkpoint that the person has; null for the newest. Refuses `not_found` for an entry of another service,
   * of how someone is, and of a conversation whose reading is not recorded for this console; `not_logged_yet` for one that is newer than
   * the checkpoint.
   */
  async prove(
    page: StaffPage,
    { entry, size: asked }: { readonly entry: string; readonly size: number | null },
  ): Promise<Reply<EntryProof>> {
    const [head, index] = await Promise.all([this.log.loadHead(), this.log.findPlace(entry)]);
    if (index === null)
      return refused(this.mayRead(page, await this.log.findRow(entry)) ? 'not_logged_yet' : 'not_found');
    const [leaf] = await this.log.loadLeaves(index, index + 1);
    if (!leaf?.row || !this.mayRead(page, leaf.row.entry)) return refused('not_found');
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

  private mayRead(page: StaffPage, entry: LoggedEntry | null): boolean {
    if (entry?.service !== page.person.service) return false;
    return entry.conversation === null
      ? !THEIRS.includes(entry.action)
      : this.past.hasOpened(page, entry.conversation);
  }
}
