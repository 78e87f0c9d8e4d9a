import { setTimeout as delay } from 'node:timers/promises';

/** The items in their order, in groups of at most `size`. */
export const inChunks = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

/** Does one item after the other, also when another fails. Throws an AggregateError of the failures at the end. */
export const forEachSettled = async <Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${items.length} could not be done`);
};

export interface BatchOptions {
  /** Keys in one batch, at most. */
  readonly size: number;
  /** Time between the end of a batch and the start of the next (ms). */
  readonly pause: number;
  /** Told of a batch that failed. Its keys are forgotten: a later poll finds what they asked for. */
  readonly onError: (error: unknown) => void;
}

/**
 * Collects keys and answers them in batches. The first batch starts at the end of the turn. Keys that are added while a
 * batch runs, or during the pause after it, wait for the next: a busy moment costs one query for many keys.
 */
export class BatchLoader<Key> {
  private readonly waiting = new Set<Key>();
  private isRunning = false;

  constructor(
    private readonly answer: (keys: readonly Key[]) => Promise<void>,
    private readonly options: BatchOptions,
  ) {}

  add(keys: Iterable<Key>): void {
    for (const key of keys) this.waiting.add(key);
    if (this.isRunning || this.waiting.size === 0) return;
    this.isRunning = true;
    setImmediate(() => void this.answerWaiting());
  }

  private async answerWaiting(): Promise<void> {
    const { size, pause, onError } = this.options;
    while (this.waiting.size > 0) {
      const keys = [...this.waiting].slice(0, size);
      for (const key of keys) this.waiting.delete(key);
      try {
        await this.answer(keys);
      } catch (error) {
        onError(error);
      }
      if (pause > 0) await delay(pause);
    }
    this.isRunning = false;
  }
}
