import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { assertNever, type SessionId } from '@warmline/kernel';
import { Hints, type Hint } from '@warmline/redis';
import { ConnectedPages } from '../../socket/connected-pages';
import { rooms } from '../../socket/rooms';
import { LiveTimelines } from '../timeline';
import { ChangeDelivery } from './change-delivery';
import { LiveViewFeed } from './live-view-feed';

/** Decides for each hint, of this process or another, which pages get what. What is sent is always the newest state. */
@Injectable()
export class HintDelivery implements OnApplicationBootstrap {
  constructor(
    private readonly hints: Hints,
    private readonly pages: ConnectedPages,
    private readonly timelines: LiveTimelines,
    private readonly changes: ChangeDelivery,
    private readonly liveViews: LiveViewFeed,
  ) {}

  onApplicationBootstrap(): void {
    this.hints.onHint((hint) => this.deliver(hint));
  }

  private deliver(hint: Hint): void {
    switch (hint.kind) {
      case 'heads':
        for (const [id, head] of hint.heads) this.timelines.catchUpTo(id, head);
        return this.liveViews.refresh();
      case 'changed':
        this.changes.deliver(hint);
        return this.liveViews.refresh();
      case 'typing':
        return this.sendTyping(hint);
      case 'session':
        return this.endSession(hint.id);
      case 'practice':
      case 'beside':
      case 'keys':
        // For feeds of their own, which have nothing to say to visitors.
        return;
      default:
        return assertNever(hint);
    }
  }

  private sendTyping({ id, from, typing }: Extract<Hint, { kind: 'typing' }>): void {
    const room = rooms.conversation(id);
    if (from === 'responder') this.pages.visitors?.to(room).emit('typing:changed', { typing });
    this.pages.staff?.to(room).emit('typing:changed', { conversationId: id, from, typing });
  }

  private endSession(id: SessionId): void {
    const room = rooms.session(id);
    this.pages.staff?.to(room).emit('session:ended', {});
    this.pages.staff?.in(room).disconnectSockets(true);
  }
}
