import { Injectable } from '@nestjs/common';
import { DeskReadModel } from '@warmline/postgres';
import type { Hint } from '@warmline/redis';
import { BatchLoader } from '../../core/async/batch';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { ConnectedPages } from '../../socket/connected-pages';
import { ConversationFeed } from '../conversation';
import { LiveTimelines } from '../timeline';
import { DeskFeed } from './desk-feed';

type Changed = Extract<Hint, { kind: 'changed' }>;

/** Hints answered with one query, at most, and the pause after it (ms). */
const BATCH = { size: 100, pause: 20 };

/**
 * Refreshes the views that show a change. A conversation is shown to its visitor and on desks. A responder is shown on their
 * own desk and to the visitors they are in conversation with.
 */
@Injectable()
export class ChangeDelivery {
  private readonly batches: BatchLoader<Changed>;

  constructor(
    private readonly pages: ConnectedPages,
    private readonly desked: DeskReadModel,
    private readonly timelines: LiveTimelines,
    private readonly conversations: ConversationFeed,
    private readonly desks: DeskFeed,
    jobs: PeriodicJobs,
  ) {
    const onError = jobs.logFailure('changes');
    this.batches = new BatchLoader((changes) => this.refreshViews(changes), { ...BATCH, onError });
  }

  deliver(change: Changed): void {
    this.batches.add([change]);
  }

  private async refreshViews(changes: readonly Changed[]): Promise<void> {
    const conversations = [...new Set(changes.flatMap((change) => change.conversations))];
    const staff = [...new Set(changes.flatMap((change) => change.staff))];
    const hasVisitors = (this.pages.visitors?.sockets.size ?? 0) > 0;
    const hasConsoles = (this.pages.staff?.sockets.size ?? 0) > 0;
    const [shown, held] = await Promise.all([
      hasVisitors || hasConsoles ? this.desked.findDeskedConversations(conversations) : [],
      hasVisitors ? this.desked.findHeldBy(staff) : [],
    ]);
    for (const { id, head } of shown) this.timelines.catchUpTo(id, head);
    this.conversations.refresh([...conversations, ...held]);
    this.desks.refresh([...staff, ...shown.flatMap((conversation) => conversation.staff)]);
  }
}
