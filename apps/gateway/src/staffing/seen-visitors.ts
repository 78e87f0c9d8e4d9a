import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
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
}

/** Conversations noted in one transaction. */
const TOGETHER = 100;

/**
 * Visitors who said they are in danger get the place of band 1 once someone is seen to be there: they wrote a word, or their
 * page has been connected and answering for half a minute.
 */
@Injectable()
export class SeenVisitors implements OnApplicationBootstrap {
  private readonly watched = new Map<ConversationId, Watched>();

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
    if (!this.watched.has(id)) this.watched.set(id, { since: performance.now(), wasSeen: hold !== 'unseen' });
  }

  /** The visitor wrote. Rejects when this could not be noted; the page sends the message again then. */
  async wrote(id: ConversationId): Promise<void> {
    if (!this.watched.has(id)) return;
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(id);
      if (locked?.row.state === 'waiting') await stores.conversations.noteChanged(id, locked.row.serviceId);
    });
    this.watched.delete(id);
  }

  /** Notes pages that have been here for long enough, and forgets those that have gone. */
  private async noteSeen(): Promise<void> {
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
