import {
  newMessageId,
  SeenCursor,
  SendQueue,
  TimelineFeed,
  TypingIndicator,
  TypingReporter,
  type Cancel,
  type Clock,
  type Connection,
  type Outcome,
  type UnsentMessageStore,
  type Random,
  type UnsentMessage,
} from '@warmline/client';
import type { Acknowledgement, Entry, StaffCommands, StaffNotices } from '@warmline/contracts';
import type { Thread } from './live-store';

export type StaffConnection = Connection<StaffCommands, StaffNotices>;

export interface ConversationClientPorts {
  readonly connection: StaffConnection;
  readonly conversationId: string;
  readonly outbox: UnsentMessageStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly isVisible: () => boolean;
  readonly onChange: (thread: Thread) => void;
}

const unheld: Promise<Outcome<never>> = Promise.resolve({ kind: 'refused', refusal: 'stale_epoch' });

/** Everything that goes on in one conversation, read or held: its timeline, what is on its way, who types, what was seen. */
export class ConversationClient {
  readonly #ports: ConversationClientPorts;
  readonly #feed: TimelineFeed;
  readonly #queue: SendQueue;
  readonly #seen: SeenCursor;
  readonly #signal: TypingReporter;
  readonly #shown: { readonly visitor: TypingIndicator; readonly responder: TypingIndicator };
  readonly #cancels: readonly Cancel[];
  /** The holding each message was written under: a later holding must not carry an earlier one's words by itself. */
  readonly #writtenUnder = new Map<string, number>();
  #epoch: number | null = null;
  #shownUpTo = 0;

  constructor(ports: ConversationClientPorts) {
    const { connection, conversationId, outbox, clock, random, isVisible } = ports;
    this.#ports = ports;
    this.#feed = new TimelineFeed({
      read: (after) => connection.send('timeline:read', { conversationId, after }),
      clock,
      random,
    });
    this.#queue = new SendQueue({
      deliver: (message) => this.#deliver(message),
      store: outbox,
      newId: newMessageId,
      clock,
      random,
    });
    this.#seen = new SeenCursor({ tell: (seq) => this.#tellSeen(seq), isVisible, clock });
    this.#signal = new TypingReporter((typing) => this.#tellTyping(typing), clock);
    this.#shown = { visitor: new TypingIndicator(clock), responder: new TypingIndicator(clock) };
    this.#cancels = this.#watch();
  }

  get thread(): Thread {
    return {
      timeline: this.#feed.timeline.get(),
      outgoing: this.#queue.messages.get(),
      typing: { visitor: this.#shown.visitor.typing.get(), responder: this.#shown.responder.typing.get() },
      shown: this.#shownUpTo,
    };
  }

  /** The present holding, or null when it is read only. */
  hold(epoch: number | null): void {
    this.#epoch = epoch;
  }

  push(entries: readonly Entry[]): void {
    for (const entry of entries) if (entry.kind === 'message') this.#shown[entry.from].heard(false);
    this.#feed.push(entries);
  }

  noticeHead(head: number): void {
    this.#feed.noticeHead(head);
  }

  heardTyping(from: 'visitor' | 'responder', typing: boolean): void {
    this.#shown[from].heard(typing);
  }

  /** Called once the connection and the desk are open again. */
  resume(): void {
    this.#feed.resume();
    this.#queue.wake();
    this.#seen.shown(0);
  }

  /** Returns whether the text was taken in; what was not stays in the composer. */
  write(body: string): boolean {
    const taken = this.#queue.add(body);
    if (!('id' in taken)) return false;
    if (this.#epoch !== null) this.#writtenUnder.set(taken.id, this.#epoch);
    this.#signal.stopped();
    return true;
  }

  retry(messageId: string): void {
    this.#writtenUnder.delete(messageId);
    this.#queue.retry(messageId);
  }

  discard(messageId: string): void {
    this.#queue.discard(messageId);
  }

  typed(hasText: boolean): void {
    if (hasText) this.#signal.typed();
    else this.#signal.stopped();
  }

  markShown(seq: number): void {
    this.#seen.shown(seq);
    if (seq <= this.#shownUpTo) return;
    this.#shownUpTo = seq;
    this.#changed();
  }

  /** What was seen in an earlier sitting, by the server's word. */
  alreadyShown(seq: number): void {
    if (seq <= this.#shownUpTo) return;
    this.#shownUpTo = seq;
    this.#changed();
  }

  stop(): void {
    for (const cancel of this.#cancels) cancel();
    this.#feed.stop();
    this.#queue.stop();
    this.#seen.stop();
    this.#signal.stopped();
  }

  #watch(): readonly Cancel[] {
    return [
      this.#feed.timeline.subscribe(({ entries }) => {
        const shown = new Set(entries.map(({ id }) => id));
        this.#queue.dropShown((id) => shown.has(id));
        this.#changed();
      }),
      this.#queue.messages.subscribe(() => this.#changed()),
      this.#shown.visitor.typing.subscribe(() => this.#changed()),
      this.#shown.responder.typing.subscribe(() => this.#changed()),
    ];
  }

  #changed(): void {
    this.#ports.onChange(this.thread);
  }

  async #deliver({ id, body }: UnsentMessage): Promise<Outcome<Acknowledgement>> {
    const epoch = this.#writtenUnder.get(id) ?? this.#epoch;
    if (epoch === null) return unheld;
    const { connection, conversationId } = this.#ports;
    const outcome = await connection.send('message:send', { conversationId, epoch, id, body });
    if (outcome.kind === 'done') this.#feed.noticeHead(outcome.value.seq);
    return outcome;
  }

  #tellSeen(seq: number): Promise<Outcome<unknown>> {
    const { connection, conversationId } = this.#ports;
    if (this.#epoch === null) return unheld;
    return connection.send('receipt:seen', { conversationId, epoch: this.#epoch, seq });
  }

  #tellTyping(typing: boolean): void {
    const { connection, conversationId } = this.#ports;
    if (this.#epoch !== null)
      void connection.send('typing:set', { conversationId, epoch: this.#epoch, typing });
  }
}
