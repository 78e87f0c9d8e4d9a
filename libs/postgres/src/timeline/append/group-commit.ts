import type { AppendOutcome, MessageToAppend, TimelineAppender } from '@warmline/conversation';
import type { ConversationId } from '@warmline/kernel';
import { errorCode } from '../../connection/unit-of-work';
import { ParkedMessages, type Pending } from './parked-messages';

/** Messages in one round trip, at most. */
const BATCH_MAX = 500;
/** Messages that may wait; beyond this the store rejects new ones as overloaded. */
const WAITING_MAX = 10_000;
const TRIES = 3;
/** Between two polls whether a locked conversation is free again (ms). */
const POLL_EVERY = 100;

const LOCKED = '55P03';
/** Deadlock, serialization failure, or two gateways at one unique index: the same batch may pass on the next try. */
const REPEATABLE = new Set(['40P01', '40001', '23505']);
/** The connection was lost, so trying the halves of the batch would not help. */
const isConnectionLoss = (error: unknown): boolean => {
  const code = errorCode(error);
  return code === null || !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('08') || code.startsWith('57');
};

/** Sends a batch and answers in its order. */
type SendBatch = (messages: readonly MessageToAppend[]) => Promise<AppendOutcome[]>;
/** Those conversations that another transaction has locked. */
type FindLocked = (conversations: readonly ConversationId[]) => Promise<ReadonlySet<ConversationId>>;

/** Thrown when the store is not keeping up; nothing was stored. */
export class AppendOverloaded extends Error {}

/** Thrown when another transaction has locked the conversation for seconds; nothing was stored. */
export class ConversationLocked extends Error {}

const nothingLocked: FindLocked = () => Promise.resolve(new Set());

/**
 * Appends messages in batches: while one batch is under way the next one collects, without a timer. A message that the database
 * refuses with an error fails alone: its batch is tried again, then in halves. Messages of a locked conversation are parked in
 * their order and hold up no other conversation.
 */
export class GroupCommit implements TimelineAppender {
  private readonly waiting: Pending[] = [];
  private readonly parked = new ParkedMessages();
  private running = false;
  private pollTimer: NodeJS.Timeout | null = null;
  private isPollDue = false;

  constructor(
    private readonly send: SendBatch,
    private readonly findLocked: FindLocked = nothingLocked,
  ) {}

  /** Rejects with `AppendOverloaded`, `ConversationLocked`, or the database's error when nothing is known to be stored. */
  append(message: MessageToAppend): Promise<AppendOutcome> {
    if (this.waiting.length + this.parked.size >= WAITING_MAX) return Promise.reject(new AppendOverloaded());
    return new Promise((resolve, reject) => {
      this.waiting.push({ message, resolve, reject });
      void this.drain();
    });
  }

  private async drain(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (this.waiting.length > 0 || this.isPollDue) {
      if (this.isPollDue) await this.pollLocked();
      const batch = this.nextBatch();
      if (batch.length > 0) await this.commit(batch);
    }
    this.running = false;
  }

  /** A repeated id in one batch waits for the next, where it is already known. */
  private nextBatch(): Pending[] {
    const seen = new Set<string>();
    const batch: Pending[] = [];
    const later: Pending[] = [];
    for (const pending of this.waiting.splice(0, BATCH_MAX)) {
      if (this.parked.follows(pending)) continue;
      const key = `${pending.message.conversation}/${pending.message.id}`;
      (seen.has(key) ? later : batch).push(pending);
      seen.add(key);
    }
    this.waiting.unshift(...later);
    return batch;
  }

  private async commit(batch: readonly Pending[], tries = 1): Promise<void> {
    try {
      const outcomes = await this.sendPatiently(batch.map(({ message }) => message));
      batch.forEach(({ resolve, reject }, index) => {
        const outcome = outcomes[index];
        if (outcome === undefined)
          reject(new TypeError('the store answered for fewer messages than it was given'));
        else resolve(outcome);
      });
    } catch (error) {
      await this.recover(batch, { error, tries });
    }
  }

  private async recover(
    batch: readonly Pending[],
    { error, tries }: { readonly error: unknown; readonly tries: number },
  ): Promise<void> {
    if (errorCode(error) === LOCKED && tries <= TRIES) {
      const rest = await this.parkLocked(batch);
      return rest.length === 0 ? undefined : this.commit(rest, tries + 1);
    }
    if (batch.length === 1 || isConnectionLoss(error)) return batch.forEach(({ reject }) => reject(error));
    const middle = batch.length >> 1;
    await this.commit(batch.slice(0, middle));
    await this.commit(batch.slice(middle));
  }

  /** Parks messages of locked conversations; answers the others. */
  private async parkLocked(batch: readonly Pending[]): Promise<readonly Pending[]> {
    const conversations = [...new Set(batch.map(({ message }) => message.conversation))];
    const locked = await this.findLocked(conversations).catch(() => new Set<ConversationId>());
    const isLocked = ({ message }: Pending): boolean => locked.has(message.conversation);
    for (const pending of batch.filter(isLocked)) this.parked.park(pending, performance.now());
    this.pollLater();
    return batch.filter((pending) => !isLocked(pending));
  }

  private pollLater(): void {
    if (this.parked.isEmpty || this.pollTimer !== null) return;
    this.pollTimer = setTimeout(() => {
      this.pollTimer = null;
      this.isPollDue = true;
      void this.drain();
    }, POLL_EVERY);
  }

  /** Messages of conversations that are free again go first, in their order; those parked for too long are rejected. */
  private async pollLocked(): Promise<void> {
    this.isPollDue = false;
    for (const { reject } of this.parked.overdue(performance.now())) reject(new ConversationLocked());
    const { conversations } = this.parked;
    if (conversations.length === 0) return;
    const locked = await this.findLocked(conversations).catch(() => new Set(conversations));
    const free = conversations.filter((conversation) => !locked.has(conversation));
    this.waiting.unshift(...free.flatMap((conversation) => this.parked.release(conversation)));
    this.pollLater();
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
