import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { conversationId, staffId } from '@warmline/kernel';
import type { OutboxRow } from '@warmline/postgres';
import { Hints, type Hint } from '@warmline/redis';
import type { Proposal } from '@warmline/routing';
import { LOG, type Log } from '../core/log';
import { IndexCopy } from './index-copy';

/** Notes taken in one go. */
const NOTES = 200;

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
 * Keeps the live index like the truth. Level-triggered: a note says where to look, and what is read there is what is
 * written, so late, repeated and reordered notes are harmless.
 */
@Injectable()
export class IndexUpdater {
  private draining: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly copy: IndexCopy,
    private readonly hints: Hints,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Looks soon, without being waited for. What fails now is found by the sweeper. */
  updateSoon(): void {
    void this.applyNotes().catch((err: unknown) =>
      this.log.warn({ err, what: 'outbox' }, 'notes wait for the next round'),
    );
  }

  /** Resolves when every note there was is applied. Rejects when the truth or the index cannot be reached. */
  async applyNotes(): Promise<void> {
    this.again = true;
    this.draining ??= this.drainAll().finally(() => {
      this.draining = null;
    });
    return this.draining;
  }

  /**
   * Builds an index anew that was wiped, never built, half built by a process that died, or restored from an older state.
   * One at a time: of two, the one who began last finishes, and the other would begin again before that.
   */
  async rebuildIfIncomplete(): Promise<void> {
    if (await this.copy.isWhole()) return;
    this.log.warn({ what: 'index' }, 'the live index is built anew from Postgres');
    if (await this.copy.rebuild(randomUUID())) await this.hints.ring();
  }

  /** Looks at these again: the index proposed something that the truth refused. */
  async copyAgain(refused: readonly Pick<Proposal, 'conversation' | 'staff'>[]): Promise<void> {
    if (refused.length === 0) return;
    await this.copy.copyRows({
      conversations: [...new Set(refused.map(({ conversation }) => conversation))],
      staff: [...new Set(refused.map(({ staff }) => staff))],
    });
  }

  private async drainAll(): Promise<void> {
    while (this.again) {
      this.again = false;
      while ((await this.copy.applyNotes(NOTES, (rows) => this.tell(rows))) === NOTES);
    }
  }

  private async tell(rows: readonly OutboxRow[]): Promise<void> {
    await Promise.all([this.hints.publish(hintOf(rows)), this.hints.ring()]);
  }
}
