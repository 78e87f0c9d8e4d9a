import { Injectable } from '@nestjs/common';
import type { Complaint, ListedComplaint, Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { ComplaintReadModel, type ListedComplaint as StoredListing } from '@warmline/postgres';
import { HelpChannel } from '@warmline/redis';
import { found, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { ComplaintWords } from './complaint-words';

export interface WishedComplaintNote {
  readonly complaint: string;
  readonly note: string;
  readonly words: string;
  readonly closes: boolean;
}

export const listingOf = ({
  id,
  at,
  closedAt,
  closedByName,
  toldByName,
}: StoredListing): ListedComplaint => ({
  id,
  at: Math.round(at),
  toldBy: toldByName,
  closed: closedAt === null ? null : { by: closedByName ?? '', at: Math.round(closedAt) },
});

/** Supervisors read a complaint, write what was done about it, and close it. */
@Injectable()
export class SettleComplaint {
  constructor(
    private readonly changes: Changes,
    private readonly stored: ComplaintReadModel,
    private readonly words: ComplaintWords,
    private readonly helpChannel: HelpChannel,
  ) {}

  /** The reading is recorded first. Null for an unknown one, or one of another service. */
  async read({ service, staff: by }: StaffPrincipal, complaint: string): Promise<Complaint | null> {
    if ((await this.stored.findComplaint(complaint, service)) === null) return null;
    await this.changes.commit(async (stores) =>
      stores.complaints.record({ type: 'complaint_read', service, complaint, by, at: await stores.now() }),
    );
    return this.loadView({ service }, complaint);
  }

  /** Twice is once. Refuses `not_found`, also where its key is destroyed, and `different_body` for a known note with other words. */
  async note(person: StaffPrincipal, wished: WishedComplaintNote): Promise<Reply<Complaint>> {
    const { service, staff: by } = person;
    const { complaint, note, words, closes } = wished;
    const stored = await this.stored.findComplaint(complaint, service);
    const key = stored === null ? null : await this.words.keyOf(complaint, stored);
    if (key === null) return refused('not_found');
    const refusal = await this.changes.commit(async (stores) => {
      if (!(await stores.complaints.lock(complaint, service))) return 'not_found';
      const about = { service, complaint, by, at: await stores.now() } as const;
      const sealed = this.words.sealNote(key, note, words);
      const kept = await stores.complaints.addNote({ type: 'complaint_noted', ...about, note }, sealed);
      if (kept !== null && this.words.openNote(key, note, kept) !== words.trim()) return 'different_body';
      if (closes) await stores.complaints.close({ type: 'complaint_closed', ...about });
      return null;
    });
    if (refusal !== null) return refused(refusal);
    this.helpChannel.notifyGateways();
    return found(await this.loadView(person, complaint));
  }

  private async loadView(
    { service }: Pick<StaffPrincipal, 'service'>,
    id: string,
  ): Promise<Complaint | null> {
    const one = await this.stored.findComplaint(id, service);
    if (one === null) return null;
    const [notes, key] = await Promise.all([this.stored.loadNotes(id), this.words.keyOf(id, one)]);
    return {
      ...listingOf(one),
      words: this.words.open(key, one.wordsSealed),
      notes: notes.map(({ id: note, byName, at, wordsSealed }) => ({
        id: note,
        by: byName,
        at: Math.round(at),
        words: this.words.openNote(key, note, wordsSealed),
      })),
    };
  }
}
