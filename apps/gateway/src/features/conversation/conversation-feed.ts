import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { VisitorConversation } from '@warmline/contracts';
import { conversationId, type ConversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';
import { ViewFeed } from '../../socket/view-feed';
import { PagePresence } from '../../staffing/page-presence';
import { LiveTimelines } from '../timeline';
import { VisitorViews } from './visitor-view';

/**
 * Keeps visitors' pages up to date, and closes those whose token is over. A poll compares what pages here read with Postgres,
 * since hints may be lost.
 */
@Injectable()
export class ConversationFeed implements OnApplicationBootstrap {
  private readonly feed: ViewFeed<ConversationId, VisitorConversation>;

  constructor(
    private readonly pages: ConnectedPages,
    views: VisitorViews,
    private readonly conversations: ConversationReadModel,
    private readonly presence: PagePresence,
    private readonly timelines: LiveTimelines,
    private readonly jobs: PeriodicJobs,
  ) {
    this.feed = new ViewFeed({
      hasReaders: (id) => pages.hasVisitorsIn(rooms.conversation(id)),
      loadViews: async (ids) => (await views.loadViews(ids)).map((view) => [conversationId(view.id), view]),
      send: (id, view) => pages.visitors?.to(rooms.conversation(id)).emit('conversation:changed', view),
      onError: jobs.logFailure('conversations'),
    });
  }

  onApplicationBootstrap(): void {
    this.jobs.start('conversations', this.jobs.timers.pagePollInterval, () => this.poll());
  }

  refresh(ids: Iterable<ConversationId>): void {
    this.feed.refresh(ids);
  }

  private async poll(): Promise<void> {
    const watched = this.timelines.watched();
    if (watched.length === 0) return this.feed.keepOnly(new Set());
    const absent = await this.withAbsentHolder(watched);
    const fingerprints = new Map<ConversationId, string>();
    for (const { id, head, version, tokenWorks } of await this.conversations.loadFreshness(watched)) {
      if (!tokenWorks) this.pages.closeVisitorsIn(rooms.conversation(id));
      this.timelines.catchUpTo(id, head);
      fingerprints.set(id, `${version}${absent.has(id) ? ' without its holder' : ''}`);
    }
    this.feed.refreshChanged(fingerprints);
  }

  /** Conversations whose holder has no page open: a lease that runs out sends no hint. */
  private async withAbsentHolder(watched: readonly ConversationId[]): Promise<Set<ConversationId>> {
    const holders = await this.conversations.findHolders(watched);
    const present = await this.presence.presentStaff(holders.map(({ staff }) => staff));
    return new Set(
      holders.filter(({ staff }) => !present.has(staff)).map(({ conversation }) => conversation),
    );
  }
}
