import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import { ConversationViews } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { LOG, type Log } from '../platform/log';
import { Readers } from './readers';

/** Between two looks at the truth (ms). What a lost hint costs, at most. */
const TICK = 3_000;

/** Listens to hints, and with every tick compares what readers here have with the truth: hints may be lost. */
@Injectable()
export class Reconciliation implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly known = new Map<ConversationId, string>();
  private timer: NodeJS.Timeout | null = null;
  private ticking = false;

  constructor(
    private readonly hints: Hints,
    private readonly views: ConversationViews,
    private readonly readers: Readers,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.hints.onHint((hint) => this.readers.follow(hint));
    this.timer = setInterval(() => void this.tick(), TICK);
  }

  onModuleDestroy(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** One look; a slow one is not overtaken by the next. */
  async tick(): Promise<void> {
    if (this.ticking) return;
    this.ticking = true;
    try {
      await this.readers
        .renewPresence()
        .catch((err: unknown) => this.log.debug({ err, what: 'presence' }, 'no Redis'));
      await this.compare();
      this.readers.refreshStaff();
    } catch (err) {
      this.log.warn({ err, what: 'reconciliation' }, 'the truth cannot be reached');
    } finally {
      this.ticking = false;
    }
  }

  private async compare(): Promise<void> {
    const watched = this.readers.watched();
    const still = new Set(watched);
    for (const id of this.known.keys()) if (!still.has(id)) this.known.delete(id);
    if (watched.length === 0) return;
    const absent = await this.absentHolders(watched);
    for (const { id, head, version } of await this.views.freshness(watched)) {
      const state = `${version}${absent.has(id) ? ' without its holder' : ''}`;
      this.readers.reached(id, head);
      if (this.known.get(id) !== state) this.readers.changed(id);
      this.known.set(id, state);
    }
  }

  /** Conversations whose holder has no page open: a lease that ran out sends no hint. */
  private async absentHolders(watched: readonly ConversationId[]): Promise<Set<ConversationId>> {
    const holders = await this.views.holders(watched);
    const present = await this.readers.present(holders.map(({ staff }) => staff));
    return new Set(
      holders.filter(({ staff }) => !present.has(staff)).map(({ conversation }) => conversation),
    );
  }
}
