import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import { HelpChannel, Hints } from '@warmline/redis';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';
import { ViewFeed } from '../../socket/view-feed';
import { BesideViews, type BesideOfAll } from './beside-view';

/**
 * Tells consoles that something is new beside a conversation: after each change, when someone comes to read or calls, and
 * with every poll. It speaks to the room of consoles alone, socket by socket, and only to who may read.
 */
@Injectable()
export class BesideFeed implements OnApplicationBootstrap {
  private readonly feed: ViewFeed<ConversationId, BesideOfAll>;

  constructor(
    private readonly pages: ConnectedPages,
    views: BesideViews,
    private readonly hints: Hints,
    private readonly helpChannel: HelpChannel,
    private readonly jobs: PeriodicJobs,
  ) {
    this.feed = new ViewFeed({
      hasReaders: (id) => pages.hasConsolesIn(rooms.beside(id)),
      loadViews: async (ids) => (await views.load(ids)).map((one) => [one.conversation, one] as const),
      send: (id, one) => this.send(id, one),
      fingerprint: ({ fingerprint }) => fingerprint,
      onError: jobs.logFailure('beside'),
      pause: 0,
    });
  }

  onApplicationBootstrap(): void {
    this.hints.onHint((hint) => {
      if (hint.kind === 'beside') this.feed.refresh([hint.id]);
      if (hint.kind === 'changed') this.feed.refresh(hint.conversations);
    });
    this.helpChannel.onNotification(() => this.refreshAll());
    this.jobs.start('beside', this.jobs.timers.pagePollInterval, async () => this.refreshAll());
  }

  /** After COMMIT of a note or a private word: consoles here and at other gateways ask for it. */
  announce(conversation: ConversationId): void {
    this.feed.refresh([conversation]);
    this.hints.hint({ kind: 'beside', id: conversation });
  }

  private refreshAll(): void {
    const open = new Set(
      this.pages
        .consoles()
        .flatMap((console) => [...console.rooms].flatMap((room) => rooms.besideOf(room) ?? [])),
    );
    this.feed.keepOnly(open);
    this.feed.refresh(open);
  }

  private send(id: ConversationId, one: BesideOfAll): void {
    for (const console of this.pages.consolesIn(rooms.beside(id))) {
      const view = one.viewFor(console.data.person.staff);
      if (view === null) void console.leave(rooms.beside(id));
      else console.emit('beside:changed', view);
    }
  }
}
