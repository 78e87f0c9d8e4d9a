import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { conversationId, staffId } from '@warmline/kernel';
import { IndexSource, type OutboxRow, type QueueTruth, type ResponderTruth } from '@warmline/postgres';
import { Hints, LiveIndex, type Hint } from '@warmline/redis';
import { load } from '@warmline/routing';
import { LOG, type Log } from '../platform/log';

/** Notes taken in one go. */
const NOTES = 200;

const hintOf = ({ kind, subject }: OutboxRow): Hint =>
  kind === 'conversation' ? { kind, id: conversationId(subject) } : { kind, id: staffId(subject) };

/**
 * Keeps the live index like the truth. Level-triggered: a note says where to look, and what is read there is what is
 * written, so late, repeated and reordered notes are harmless.
 */
@Injectable()
export class IndexKeeper {
  private draining: Promise<void> | null = null;
  private again = false;

  constructor(
    private readonly source: IndexSource,
    private readonly index: LiveIndex,
    private readonly hints: Hints,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Looks soon, without being waited for. What fails now is found by the sweeper. */
  kick(): void {
    void this.drain().catch((err: unknown) =>
      this.log.warn({ err, what: 'outbox' }, 'notes wait for the next round'),
    );
  }

  /** Resolves when every note there was is applied. Rejects when the truth or the index cannot be reached. */
  async drain(): Promise<void> {
    this.again = true;
    this.draining ??= this.drainAll().finally(() => {
      this.draining = null;
    });
    return this.draining;
  }

  /** Builds an index that was lost, or never was. */
  async rebuildIfLost(): Promise<boolean> {
    if ((await this.index.generation()) !== null) return false;
    const { conversations, staff } = await this.source.everything();
    await this.apply(conversations, staff);
    await this.index.setGeneration(randomUUID());
    await this.hints.ring();
    return true;
  }

  /** Looks at these again: the index proposed something that the truth refused. */
  async correct(conversation: string, staff: string): Promise<void> {
    await this.apply(await this.source.conversations([conversation]), await this.source.staff([staff]));
  }

  private async drainAll(): Promise<void> {
    while (this.again) {
      this.again = false;
      while ((await this.source.drainOutbox(NOTES, (rows) => this.follow(rows))) === NOTES);
    }
  }

  private async follow(rows: readonly OutboxRow[]): Promise<void> {
    const subjects = (kind: OutboxRow['kind']): string[] => [
      ...new Set(rows.filter((row) => row.kind === kind).map(({ subject }) => subject)),
    ];
    await this.apply(
      await this.source.conversations(subjects('conversation')),
      await this.source.staff(subjects('staff')),
    );
    const hints = new Map(rows.map((row) => [row.subject, hintOf(row)]));
    await Promise.all([...hints.values()].map((hint) => this.hints.publish(hint)));
    await this.hints.ring();
  }

  private async apply(conversations: readonly QueueTruth[], staff: readonly ResponderTruth[]): Promise<void> {
    await Promise.all([
      ...conversations.map((entry) => this.index.syncConversation(entry)),
      ...staff.map((entry) => this.index.syncResponder({ ...entry, load: load(entry) })),
    ]);
  }
}
