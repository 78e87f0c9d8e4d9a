import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import { Hints } from '@warmline/redis';
import { PeriodicJobs } from '../core/periodic-jobs';
import { ConversationAudience } from './conversation-audience';
import { rooms } from './rooms';
import type { StaffSocket } from './sockets';

/**
 * The right to hear a conversation ends with the right to read it (SEC2): after each change of a conversation, and with
 * every tick, consoles that may not read it any more are taken out of its room. One question for all of them.
 */
@Injectable()
export class ConversationAccess implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly changed = new Set<ConversationId>();
  private checking = Promise.resolve();
  private stop: (() => Promise<void>) | null = null;

  constructor(
    private readonly audience: ConversationAudience,
    private readonly hints: Hints,
    private readonly rhythm: PeriodicJobs,
  ) {}

  onApplicationBootstrap(): void {
    this.hints.onHint((hint) => {
      if (hint.kind === 'changed') void this.check(hint.conversations);
    });
    this.stop = this.rhythm.start('listeners', this.rhythm.timers.pagePollInterval, () =>
      this.check(this.audience.heardByConsoles()),
    );
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop?.();
    await this.checking;
  }

  /**
   * Lets a console hear a conversation if it may; answers whether. It waits at the door while that is asked: a right that
   * ends meanwhile turns it away there, so that no answer from before the end lets it in after.
   */
  async admit(socket: StaffSocket, id: ConversationId, mayRead: () => Promise<boolean>): Promise<boolean> {
    await socket.join(rooms.pending(id));
    try {
      const asked = performance.now();
      if (!(await mayRead()) || !socket.rooms.has(rooms.pending(id))) return false;
      socket.data.mayReadSince.set(id, asked);
      await socket.join(rooms.conversation(id));
      return true;
    } finally {
      await socket.leave(rooms.pending(id));
    }
  }

  /** It hears it no more. */
  async remove(socket: StaffSocket, id: ConversationId): Promise<void> {
    socket.data.mayReadSince.delete(id);
    await socket.leave(rooms.conversation(id));
  }

  /** Resolves when everyone who may not hear these does not. What fails is made good by the next tick. */
  private async check(ids: readonly ConversationId[]): Promise<void> {
    for (const id of ids) if (this.audience.hasConsoles(id)) this.changed.add(id);
    this.checking = this.checking.then(() => this.checkAll()).catch(this.rhythm.logFailure('listeners'));
    await this.checking;
  }

  private async checkAll(): Promise<void> {
    const ids = [...this.changed];
    this.changed.clear();
    if (ids.length === 0) return;
    await this.audience.removeWithoutAccess(ids);
  }
}
