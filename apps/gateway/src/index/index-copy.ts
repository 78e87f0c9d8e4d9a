import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  IndexMarkStore,
  IndexReadModel,
  type IndexMark,
  type OutboxRow,
  type StoredQueueEntry,
  type StoredIndexResponder,
} from '@warmline/postgres';
import { LiveIndex, type IndexState } from '@warmline/redis';
import { load } from '@warmline/routing';
import { inChunks } from '../core/async/chunks';
import { Timers } from '../core/timers';

/** Entries sent to the index together: a whole queue at once would fill the line for everyone else. */
const TOGETHER = 500;

/** Whether an index in this state holds everything the truth knows it was told. Read the mark first, then the state. */
export const isComplete = (mark: IndexMark, state: IndexState): boolean =>
  mark.generation !== null && state.generation === mark.generation && state.position >= mark.position;

/** Copies from the truth to the live index, and knows whether the copy is whole. */
@Injectable()
export class IndexCopy {
  constructor(
    private readonly source: IndexReadModel,
    private readonly marks: IndexMarkStore,
    private readonly index: LiveIndex,
    private readonly timers: Timers,
  ) {}

  /** Rejects when the truth or the index cannot be reached. */
  async isWhole(): Promise<boolean> {
    const mark = await this.marks.loadMark();
    return isComplete(mark, await this.index.state());
  }

  /** What the truth says of these, now. */
  async copyRows(ids: {
    readonly conversations: readonly string[];
    readonly staff: readonly string[];
  }): Promise<void> {
    await this.apply(
      await this.source.loadConversations(ids.conversations),
      await this.source.loadStaff(ids.staff),
    );
  }

  /** Applies the oldest notes and then tells of them; answers how many there were. Rejects with them kept. */
  async applyNotes(limit: number, tell: (rows: readonly OutboxRow[]) => Promise<void>): Promise<number> {
    return this.marks.drainOutbox(limit, async (rows, known) => {
      const subjects = (kind: OutboxRow['kind']): string[] => [
        ...new Set(rows.filter((row) => row.kind === kind).map(({ subject }) => subject)),
      ];
      await this.copyRows({ conversations: subjects('conversation'), staff: subjects('staff') });
      await tell(rows);
      const reached = await this.index.advance(known);
      if (reached === null) throw new StaleIndex('the live index was restored from an older state');
      return reached;
    });
  }

  /**
   * Empties the index first and reads the truth afterwards: what changes meanwhile is either in that reading or newer than
   * it. False when somebody else began after us and will finish.
   */
  async rebuild(name: string): Promise<boolean> {
    await this.index.beginRebuild(name);
    const { conversations, staff } = await this.source.loadEverything();
    await this.apply(conversations, staff);
    // Who is here was lost too. Were it whole already, whoever is named first would be asked before those in front of them.
    if (conversations.length > 0) await delay(this.timers.presenceSettleTime);
    const { position: known } = await this.marks.loadMark();
    const position = await this.index.finishRebuild(name, known);
    if (position === null) return false;
    await this.marks.rememberMark({ generation: name, position });
    return true;
  }

  private async apply(
    conversations: readonly StoredQueueEntry[],
    staff: readonly StoredIndexResponder[],
  ): Promise<void> {
    for (const some of inChunks(conversations, TOGETHER))
      await Promise.all(some.map((entry) => this.index.syncConversation(entry)));
    for (const some of inChunks(staff, TOGETHER))
      await Promise.all(some.map((entry) => this.index.syncResponder({ ...entry, load: load(entry) })));
  }
}

/** The index is an older state of itself, restored: its notes wait until it is built anew. */
export class StaleIndex extends Error {}
