import type { AppendOutcome, MessageToAppend, TimelineAppender } from '@warmline/conversation';
import { errorCode } from '../work';

/** Messages in one round trip, at most. */
const BATCH_MAX = 500;
/** Messages waiting for their turn, at most; beyond this the store is not keeping up and says so. */
const WAITING_MAX = 20_000;
const TRIES = 3;

/** Deadlock, serialization failure, or two gateways met at a unique index: the same batch may well pass now. */
const REPEATABLE = new Set(['40P01', '40001', '23505']);
/** Nothing reached the database or its answer was lost: no use in trying the halves. */
const isConnectionLoss = (error: unknown): boolean => {
  const code = errorCode(error);
  return code === null || !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('08') || code.startsWith('57');
};

interface Pending {
  readonly message: MessageToAppend;
  readonly resolve: (outcome: AppendOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Sends a batch and answers in its order. */
type SendBatch = (messages: readonly MessageToAppend[]) => Promise<AppendOutcome[]>;

/** Thrown when the store is not keeping up; nothing was stored. */
export class AppendOverloaded extends Error {}

/**
 * Coalesces concurrent appends: while one batch is on its way the next one gathers, without any timer. A message that
 * the database refuses with an error fails alone: its batch is tried again and then in halves.
 */
export class GroupCommit implements TimelineAppender {
  private readonly waiting: Pending[] = [];
  private running = false;

  constructor(private readonly send: SendBatch) {}

  /** Rejects with `AppendOverloaded`, or with the database's error when nothing is known to be stored. */
  append(message: MessageToAppend): Promise<AppendOutcome> {
    if (this.waiting.length >= WAITING_MAX) return Promise.reject(new AppendOverloaded());
    return new Promise((resolve, reject) => {
      this.waiting.push({ message, resolve, reject });
      void this.drain();
    });
  }

  private async drain(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (this.waiting.length > 0) await this.commit(this.nextBatch());
    this.running = false;
  }

  /** A repeated id in one batch waits for the next, where it is already known. */
  private nextBatch(): Pending[] {
    const seen = new Set<string>();
    const batch: Pending[] = [];
    const later: Pending[] = [];
    for (const pending of this.waiting.splice(0, BATCH_MAX)) {
      const key = `${pending.message.conversation}/${pending.message.id}`;
      (seen.has(key) ? later : batch).push(pending);
      seen.add(key);
    }
    this.waiting.unshift(...later);
    return batch;
  }

  private async commit(batch: readonly Pending[]): Promise<void> {
    try {
      const outcomes = await this.sendPatiently(batch.map(({ message }) => message));
      batch.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome === undefined)
          reject(new TypeError('the store answered for fewer messages than it was given'));
        else resolve(outcome);
      });
    } catch (error) {
      if (batch.length === 1 || isConnectionLoss(error)) return batch.forEach(({ reject }) => reject(error));
      const middle = batch.length >> 1;
      await this.commit(batch.slice(0, middle));
      await this.commit(batch.slice(middle));
    }
  }

  private async sendPatiently(messages: readonly MessageToAppend[]): Promise<AppendOutcome[]> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.send(messages);
      } catch (error) {
        if (tries === TRIES || !REPEATABLE.has(errorCode(error) ?? '')) throw error;
      }
    }
  }
}
