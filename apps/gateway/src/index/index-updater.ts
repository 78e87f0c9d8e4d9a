import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { conversationId, staffId } from '@warmline/kernel';
import type { OutboxRow } from '@warmline/postgres';
import { Hints, type Hint } from '@warmline/redis';
import type { Proposal } from '@warmline/routing';
import { Coalescer } from '../core/async/coalesce';
import { LOG, type Log } from '../core/log';
import { IndexCopy } from './index-copy';

/** Notes in one batch. */
const NOTES_MAX = 200;

const hintOf = (rows: readonly OutboxRow[]): Hint => {
  const subjects = (kind: OutboxRow['kind']): string[] => [
    ...new Set(rows.filter((row) => row.kind === kind).map(({ subject }) => subject)),
  ];
  return {
    kind: 'changed',
    conversations: subjects('conversation').map(conversationId),
    staff: subjects('staff').map(staffId),
  };
};

/**
 * Keeps the live index equal to Postgres. A note names a row, and the row's newest state is what is written, so late,
 * repeated and reordered notes are harmless.
 */
@Injectable()
export class IndexUpdater {
  private readonly updates = new Coalescer(() => this.applyAllNotes());

  constructor(
    private readonly copy: IndexCopy,
    private readonly hints: Hints,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Updates soon; nobody waits for it. The worker's next turn makes a failure good. */
  updateSoon(): void {
    void this.applyNotes().catch((err: unknown) =>
      this.log.warn({ err, what: 'outbox' }, 'notes wait for the next turn'),
    );
  }

  /** Resolves when every note that was there is applied. Rejects when Postgres or the index cannot be reached. */
  applyNotes(): Promise<void> {
    return this.updates.run();
  }

  /**
   * Rebuilds an index that was wiped, never built, left half built by a process that died, or restored from an older state.
   * Only the leader may call it: of two rebuilds the last to begin finishes, and the other one would begin again.
   */
  async rebuildIfIncomplete(): Promise<void> {
    if (await this.copy.isComplete()) return;
    this.log.warn({ what: 'index' }, 'the live index is being rebuilt from Postgres');
    if (await this.copy.rebuild(randomUUID())) await this.hints.ring();
  }

  /** Copies these rows again: the index proposed something that Postgres refused. */
  async copyAgain(refused: readonly Pick<Proposal, 'conversation' | 'staff'>[]): Promise<void> {
    if (refused.length === 0) return;
    await this.copy.copyRows({
      conversations: [...new Set(refused.map(({ conversation }) => conversation))],
      staff: [...new Set(refused.map(({ staff }) => staff))],
    });
  }

  private async applyAllNotes(): Promise<void> {
    while ((await this.copy.applyNotes(NOTES_MAX, (rows) => this.publish(rows))) === NOTES_MAX);
  }

  private async publish(rows: readonly OutboxRow[]): Promise<void> {
    await Promise.all([this.hints.publish(hintOf(rows)), this.hints.ring()]);
  }
}
