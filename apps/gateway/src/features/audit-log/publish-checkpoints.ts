import { instant, later, MINUTE, SECOND, type Instant } from '@warmline/kernel';
import type { AuditLogStore, CheckpointCopyStore } from '@warmline/postgres';
import type { CheckpointFolder } from './checkpoint-folder';
import { CheckpointNotTaken, type CheckpointPlace, type PlaceName } from './places/checkpoint-place';

/** Checkpoints of one turn, at most; the next turn takes the others. */
const TURN = 500;
/** Between two attempts at a place that failed (ms): the first, then twice as long each time, up to the longest. */
const [AGAIN_FIRST, AGAIN_LONGEST] = [10 * SECOND, 10 * MINUTE];
/** A failure of another kind than a place answers. */
const UNKNOWN = 'failed';

interface Progress {
  /** Entries of the newest checkpoint that is there. */
  size: number;
  failures: number;
  /** Nothing is tried before this moment. */
  notBefore: Instant;
}

export interface Publishing {
  readonly folder: CheckpointFolder | null;
  readonly places: readonly CheckpointPlace[];
  readonly store: AuditLogStore;
  readonly copies: CheckpointCopyStore;
  /** Shortens every span, for tests. */
  readonly scaled: (span: number) => number;
  readonly now?: () => number;
}

/** How long a place that failed so often in a row is left alone (ms). */
export const pauseAfter = (failures: number): number =>
  Math.min(AGAIN_FIRST * 2 ** Math.min(failures - 1, 10), AGAIN_LONGEST);

/**
 * Takes checkpoints out of the database's reach: each into a folder, the newest to every other place. What could not be delivered is
 * tried again, less and less often. Where each place is, is stored, so that a page can show it and a restart goes on.
 */
export class PublishCheckpoints {
  /** Size of the newest checkpoint in the folder; null until it was looked up. */
  private filed: number | null = null;
  private progress: Map<PlaceName, Progress> | null = null;

  constructor(private readonly parts: Publishing) {}

  /** Whether checkpoints go anywhere. */
  get hasPlace(): boolean {
    return this.parts.folder !== null || this.parts.places.length > 0;
  }

  async fileNew(): Promise<void> {
    const { folder, store, copies } = this.parts;
    if (folder === null) return;
    const before = (this.filed ??= await folder.findNewest());
    for (const checkpoint of await store.findCheckpoints(before, TURN)) {
      await folder.add(checkpoint);
      this.filed = checkpoint.size;
    }
    if (this.filed !== before) await copies.noteCopied('folder', this.filed);
  }

  /** Gives the newest checkpoint to each place that is due. One that fails holds up no other; its failure is stored. */
  async tellNewest(): Promise<void> {
    const newest = await this.parts.store.findNewestCheckpoint();
    if (newest === null || this.parts.places.length === 0) return;
    this.progress ??= await this.loadProgress();
    for (const place of this.parts.places) {
      const progress = this.progress.get(place.name) ?? { size: 0, failures: 0, notBefore: instant(0) };
      this.progress.set(place.name, progress);
      if (newest.size <= progress.size || this.now() < progress.notBefore) continue;
      const failure = await this.failureOf(() => place.publish(newest));
      await this.settle(place, progress, { failure, size: newest.size });
    }
  }

  private async settle(
    { name, every }: CheckpointPlace,
    progress: Progress,
    { failure, size }: { readonly failure: string | null; readonly size: number },
  ): Promise<void> {
    const { copies, scaled } = this.parts;
    progress.failures = failure === null ? 0 : progress.failures + 1;
    progress.notBefore = later(this.now(), scaled(failure === null ? every : pauseAfter(progress.failures)));
    if (failure !== null) return copies.noteFailed(name, failure);
    progress.size = size;
    await copies.noteCopied(name, size);
  }

  private async failureOf(publish: () => Promise<void>): Promise<string | null> {
    try {
      await publish();
      return null;
    } catch (error) {
      return error instanceof CheckpointNotTaken ? error.message : UNKNOWN;
    }
  }

  /** After a restart a place waits as long as it would have: a daily e-mail stays a daily one. */
  private async loadProgress(): Promise<Map<PlaceName, Progress>> {
    const { copies, places, scaled } = this.parts;
    const stored = await copies.loadCopies();
    return new Map(
      places.flatMap(({ name, every }) => {
        const known = stored.find(({ place }) => place === name);
        if (known === undefined) return [];
        const notBefore = known.copiedAt === null ? instant(0) : later(known.copiedAt, scaled(every));
        return [[name, { size: known.size, failures: 0, notBefore }]];
      }),
    );
  }

  private now(): Instant {
    return instant((this.parts.now ?? Date.now)());
  }
}
