import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import { Hints } from '@warmline/redis';
import { Coalescer } from '../core/async/coalesce';
import { PeriodicJobs } from '../core/periodic-jobs';
import { ConversationAudience } from './conversation-audience';
import { rooms } from './rooms';
import type { StaffSocket } from './sockets';

/**
 * A console receives a conversation only while it may read it (SEC2). After each change of a conversation, and with every
 * poll, consoles that may not read it any more are removed from its room. One query checks all of them.
 */
@Injectable()
export class ConversationAccess implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly changed = new Set<ConversationId>();
  private readonly checks = new Coalescer(() => this.checkChanged().catch(this.jobs.logFailure('access')));

  constructor(
    private readonly audience: ConversationAudience,
    private readonly hints: Hints,
    private readonly jobs: PeriodicJobs,
  ) {}

  onApplicationBootstrap(): void {
    this.hints.onHint((hint) => {
      if (hint.kind === 'changed') void this.check(hint.conversations);
    });
    this.jobs.start('access', this.jobs.timers.pagePollInterval, () =>
      this.check(this.audience.readByConsoles()),
    );
  }

  async onModuleDestroy(): Promise<void> {
    await this.checks.stop();
  }

  /**
   * Lets a console receive a conversation if it may; answers whether. The socket waits in a pending room while its
   * permission is checked. If access is revoked during the check it is removed from there, so a stale answer cannot let it in.
   */
  async admit(socket: StaffSocket, id: ConversationId, mayRead: () => Promise<boolean>): Promise<boolean> {
    await socket.join(rooms.pending(id));
    try {
      const askedAt = performance.now();
      if (!(await mayRead()) || !socket.rooms.has(rooms.pending(id))) return false;
      socket.data.mayReadSince.set(id, askedAt);
      await socket.join(rooms.conversation(id));
      return true;
    } finally {
      await socket.leave(rooms.pending(id));
    }
  }

  /** The console receives the conversation no more. */
  async remove(socket: StaffSocket, id: ConversationId): Promise<void> {
    socket.data.mayReadSince.delete(id);
    await socket.leave(rooms.conversation(id));
  }

  /** Resolves when no console that may not read these receives them. A failure is made good by the next poll. */
  private async check(ids: readonly ConversationId[]): Promise<void> {
    for (const id of ids) if (this.audience.hasConsoles(id)) this.changed.add(id);
    if (this.changed.size > 0) await this.checks.run();
  }

  private async checkChanged(): Promise<void> {
    const ids = [...this.changed];
    this.changed.clear();
    if (ids.length > 0) await this.audience.removeWithoutAccess(ids);
  }
}
