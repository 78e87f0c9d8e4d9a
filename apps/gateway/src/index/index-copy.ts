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
import { inChunks } from '../core/async/batch';
import { Timers } from '../core/timers';

/** Entries sent to the index at once. A whole queue would block the connection for everything else. */
const CHUNK = 500;

/** Whether an index in this state holds every change that Postgres has sent to it. Read the mark first, then the state. */
export const holdsAll = (mark: IndexMark, state: IndexState): boolean =>
  mark.generation !== null && state.generation === mark.generation && state.position >= mark.position;

/** Copies from Postgres to the live index, and knows whether the copy is complete. */
@Injectable()
export class IndexCopy {
  constructor(
    private readonly source: IndexReadModel,
    private readonly marks: IndexMarkStore,
    private readonly index: LiveIndex,
    private readonly timers: Timers,
  ) {}

  /** Rejects when Postgres or the index cannot be reached. */
  async isComplete(): Promise<boolean> {
    const mark = await this.marks.loadMark();
    return holdsAll(mark, await this.index.state());
  }

  /** Writes the newest state of these rows. */
  async copyRows(ids: {
    readonly conversations: readonly string[];
    readonly staff: readonly string[];
  }): Promise<void> {
    await this.apply(
      await this.source.loadConversations(ids.conversations),
      await this.source.loadStaff(ids.staff),
    );
  }

  /** Applies the oldest notes and then tells of them; answers how many there were. When it rejects, the notes are kept. */
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
   * Empties the index first and reads Postgres afterwards, so a change during the rebuild is in that reading or newer than it.
   * False when another process began after this one and will finish.
   */
  async rebuild(name: string): Promise<boolean> {
    await this.index.beginRebuild(name);
    const { conversations, staff } = await this.source.loadEverything();
    await this.apply(conversations, staff);
    // Presence was lost too. If the index were complete at once, the first person to come back would be offered before those ahead of them.
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
    for (const some of inChunks(conversations, CHUNK))
      await Promise.all(some.map((entry) => this.index.syncConversation(entry)));
    for (const some of inChunks(staff, CHUNK))
      await Promise.all(some.map((entry) => this.index.syncResponder({ ...entry, load: load(entry) })));
  }
}

/** The index was restored from an older state: its notes wait until it is rebuilt. */
export class StaleIndex extends Error {}
