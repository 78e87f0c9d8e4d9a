import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { settleWithin } from '../../core/async/at-most';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { Readers } from './readers';

/** Listens to hints, and with every tick compares what readers here have with the truth: hints may be lost. */
@Injectable()
export class Reconciliation implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly known = new Map<ConversationId, string>();
  private stops: (() => Promise<void>)[] = [];

  constructor(
    private readonly hints: Hints,
    private readonly views: ConversationReadModel,
    private readonly readers: Readers,
    private readonly rhythm: PeriodicJobs,
  ) {}

  onApplicationBootstrap(): void {
    this.hints.onHint((hint) => this.readers.follow(hint));
    const { pagePollInterval: tick } = this.rhythm.timers;
    // Apart from the rest: holdings must go on while Redis keeps everyone waiting.
    this.stops = [
      this.rhythm.start('leases', tick, () => this.readers.renewHoldings()),
      this.rhythm.start('presence', tick, () => this.readers.renewPresence()),
      this.rhythm.start('reconciliation', tick, () => this.tick()),
    ];
  }

  async onModuleDestroy(): Promise<void> {
    await settleWithin(this.rhythm.timers.pagePollInterval, Promise.all(this.stops.map((stop) => stop())));
  }

  private async tick(): Promise<void> {
    await this.compare();
    await this.readers.refreshStaff();
  }

  private async compare(): Promise<void> {
    const watched = this.readers.watched();
    const still = new Set(watched);
    for (const id of this.known.keys()) if (!still.has(id)) this.known.delete(id);
    if (watched.length === 0) return;
    const absent = await this.absentHolders(watched);
    for (const { id, head, version } of await this.views.loadFreshness(watched)) {
      const state = `${version}${absent.has(id) ? ' without its holder' : ''}`;
      this.readers.reached(id, head);
      if (this.known.get(id) !== state) this.readers.changed(id);
      this.known.set(id, state);
    }
  }

  /** Conversations whose holder has no page open: a lease that ran out sends no hint. */
  private async absentHolders(watched: readonly ConversationId[]): Promise<Set<ConversationId>> {
    const holders = await this.views.findHolders(watched);
    const present = await this.readers.present(holders.map(({ staff }) => staff));
    return new Set(
      holders.filter(({ staff }) => !present.has(staff)).map(({ conversation }) => conversation),
    );
  }
}
