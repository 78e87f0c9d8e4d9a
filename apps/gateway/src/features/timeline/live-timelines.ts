import { Injectable } from '@nestjs/common';
import type { Entry } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { Coalescer } from '../../core/async/coalesce';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { ConversationAudience, endsAccess } from '../../socket/conversation-audience';
import { ReadTimeline } from './read-timeline';
import { TimelineHeads } from './timeline-heads';

/**
 * Sends new entries to the pages connected here, in order. It keeps a cursor for each conversation that a page here reads.
 * An entry that was just stored by this process is sent as it is when it is the next one; everything else is read from
 * Postgres. A hint, an append or a poll moves the cursor, so a lost hint costs one poll.
 */
@Injectable()
export class LiveTimelines {
  /** The last entry sent. */
  private readonly cursors = new Map<ConversationId, number>();
  /** Stored in this turn of the event loop and sent at its end: one notice for what one commit stored. */
  private readonly unsent = new Map<ConversationId, Entry[]>();
  private readonly catchUps = new Coalescer((conversation: ConversationId) =>
    this.sendMissing(conversation).catch(this.jobs.logFailure('timelines')),
  );

  constructor(
    private readonly audience: ConversationAudience,
    private readonly timeline: ReadTimeline,
    private readonly heads: TimelineHeads,
    private readonly jobs: PeriodicJobs,
  ) {}

  /** From now on entries after `head` are sent; the page reads earlier ones itself. */
  watch(conversation: ConversationId, head: number): void {
    if (!this.cursors.has(conversation)) this.cursors.set(conversation, head);
  }

  /** Conversations that a page connected here reads; the others are forgotten. */
  watched(): ConversationId[] {
    for (const conversation of this.cursors.keys())
      if (!this.audience.hasReaders(conversation)) this.cursors.delete(conversation);
    return [...this.cursors.keys()];
  }

  /** After COMMIT of an entry by this process: pages connected here get it at once, other gateways get a hint. */
  deliverAppended(conversation: ConversationId, entry: Entry): void {
    this.heads.announce(conversation, entry.seq);
    const cursor = this.cursors.get(conversation);
    if (cursor === undefined || cursor >= entry.seq) return;
    if (cursor === entry.seq - 1) this.sendNext(conversation, entry);
    else this.catchUp(conversation);
  }

  /** Sends what is missing, if the timeline has grown to `head`. */
  catchUpTo(conversation: ConversationId, head: number): void {
    if ((this.cursors.get(conversation) ?? head) < head) this.catchUp(conversation);
  }

  private catchUp(conversation: ConversationId): void {
    if (this.cursors.has(conversation)) void this.catchUps.run(conversation);
  }

  private sendNext(conversation: ConversationId, entry: Entry): void {
    this.cursors.set(conversation, entry.seq);
    const waiting = this.unsent.get(conversation);
    if (waiting !== undefined) {
      waiting.push(entry);
      return;
    }
    this.unsent.set(conversation, [entry]);
    queueMicrotask(() => this.flush(conversation));
  }

  private flush(conversation: ConversationId): void {
    const entries = this.unsent.get(conversation);
    this.unsent.delete(conversation);
    if (entries !== undefined) this.audience.sendEntries(conversation, entries);
  }

  private async sendMissing(conversation: ConversationId): Promise<void> {
    for (;;) {
      const after = this.cursors.get(conversation);
      if (after === undefined) return;
      const { entries, head } = await this.timeline.readPage(conversation, after);
      if (entries.some(endsAccess)) await this.audience.removeWithoutAccess([conversation]);
      // An append by this process may have sent some of these since.
      const cursor = this.cursors.get(conversation) ?? after;
      const fresh = entries.filter(({ seq }) => seq > cursor);
      const last = fresh.at(-1);
      if (last !== undefined) {
        this.cursors.set(conversation, last.seq);
        this.flush(conversation);
        this.audience.sendEntries(conversation, fresh);
      }
      if (entries.length === 0 || (this.cursors.get(conversation) ?? head) >= head) return;
    }
  }
}
