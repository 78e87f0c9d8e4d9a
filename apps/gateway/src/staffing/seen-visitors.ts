import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SECOND, type ConversationId } from '@warmline/kernel';
import type { ConversationRow } from '@warmline/postgres';
import { visitorPresence } from '@warmline/redis';
import { PeriodicJobs } from '../core/periodic-jobs';
import { Changes } from '../index/changes';
import { AnsweringPages } from './answering-pages';

/** A page whose visitor said they are in danger and has written nothing, as far as this gateway knows. */
interface Watched {
  /** By this process's steady clock (ms). */
  readonly since: number;
  wasSeen: boolean;
  /** A word of theirs is stored, and the live index may not know. */
  hasWritten: boolean;
}

/** Conversations noted in one transaction. */
const TOGETHER = 100;
/** A message sent beside the opening of its conversation is remembered for as long as opening may take (ms), and at most twice. */
const OPENING_MOST = 30 * SECOND;

/**
 * Visitors who said they are in danger get the place of band 1 once someone is seen to be there: they wrote a word, or their
 * page has been connected and answering for half a minute.
 */
@Injectable()
export class SeenVisitors implements OnApplicationBootstrap {
  private readonly watched = new Map<ConversationId, Watched>();
  /** Conversations that wrote here without being watched: what opens them may have read them before. */
  private wroteLately = new Set<ConversationId>();
  private wroteEarlier = new Set<ConversationId>();
  private rotatedAt = performance.now();

  constructor(
    private readonly pages: AnsweringPages,
    private readonly changes: Changes,
    private readonly jobs: PeriodicJobs,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('seen visitors', this.jobs.timers.pagePollInterval, () => this.noteSeen());
  }

  /** A page of this conversation is here. A page that reconnects within a poll loses none of its time. */
  came({ id, state, band, epoch, hold }: ConversationRow): void {
    if (state !== 'waiting' || band !== 1 || epoch > 0) return;
    const hasWritten = this.wroteLately.has(id) || this.wroteEarlier.has(id);
    const known = this.watched.get(id);
    if (known === undefined)
      this.watched.set(id, { since: performance.now(), wasSeen: hold !== 'unseen', hasWritten });
    // A failure is made good by the next poll.
    if (hasWritten && known === undefined) this.noteWritten(id).catch(() => undefined);
  }

  /** Whether a word of theirs would change their place, as far as this gateway knows. */
  isWatched(id: ConversationId): boolean {
    return this.watched.has(id);
  }

  /** The visitor wrote. Rejects when this could not be noted; the page sends the message again then. */
  async wrote(id: ConversationId): Promise<void> {
    if (this.watched.has(id)) return this.noteWritten(id);
    this.forgetOld();
    this.wroteLately.add(id);
  }

  private async noteWritten(id: ConversationId): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(id);
      if (locked?.row.state === 'waiting') await stores.conversations.noteChanged(id, locked.row.serviceId);
    });
    this.watched.delete(id);
  }

  private forgetOld(): void {
    const now = performance.now();
    if (now - this.rotatedAt < this.jobs.timers.scaled(OPENING_MOST)) return;
    this.wroteEarlier = this.wroteLately;
    this.wroteLately = new Set();
    this.rotatedAt = now;
  }

  /** Notes pages that have been here for long enough, and forgets those that have gone. */
  private async noteSeen(): Promise<void> {
    this.forgetOld();
    for (const [id, { hasWritten }] of this.watched) if (hasWritten) await this.noteWritten(id);
    const answering = this.pages.answering();
    const early = performance.now() - this.jobs.timers.seenAfter;
    for (const id of this.watched.keys()) if (!this.pages.has(visitorPresence(id))) this.watched.delete(id);
    const due = [...this.watched].filter(
      ([id, { since, wasSeen }]) => !wasSeen && since <= early && answering.has(visitorPresence(id)),
    );
    for (let at = 0; at < due.length; at += TOGETHER) {
      const some = due.slice(at, at + TOGETHER);
      const noted = await this.changes.commit((stores) =>
        stores.conversations.noteSeen(some.map(([id]) => id)),
      );
      for (const [id, watched] of some) watched.wasSeen = noted.includes(id);
    }
  }
}
