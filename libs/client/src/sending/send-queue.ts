import type { Acknowledgement } from '@warmline/contracts';
import { messageFlaw, withoutControlCharacters, type MessageFlaw, type Refusal } from '@warmline/vocabulary';
import type { Cancel, Clock, Random } from '../clock';
import { isTemporary, type Outcome } from '../connection/outcome';
import { RETRY_CAP_MS, retryDelay } from '../connection/retry-delay';
import { Signal, type ReadableSignal } from '../signal';
import type { UnsentMessageStore, UnsentMessage } from './unsent-messages';

/** A message not acknowledged this long after it was handed in, in ms, is shown as not sent yet. */
export const NOT_SENT_YET_AFTER_MS = 4_000;
/** Messages kept on the way at most; further text stays where it was written. */
export const OUTGOING_MAX = 100;

export type OutgoingStatus =
  | { readonly name: 'sending' }
  /** Still being tried. `why`: what the server said to the last try, or null where nothing came back. */
  | { readonly name: 'not_sent_yet'; readonly why: Refusal | null }
  /** Acknowledged, which means stored; shown from here until the timeline has it. */
  | { readonly name: 'sent'; readonly seq: number; readonly at: number }
  /** Not tried again by itself. The text stays until retried or discarded. */
  | { readonly name: 'refused'; readonly refusal: Refusal };

export interface OutgoingMessage {
  readonly id: string;
  readonly body: string;
  readonly status: OutgoingStatus;
}

export interface SendQueuePorts {
  /** Asks the server once. The owner adds what its side needs, such as the conversation and the epoch. */
  readonly deliver: (message: UnsentMessage) => Promise<Outcome<Acknowledgement>>;
  readonly store: UnsentMessageStore;
  readonly newId: () => string;
  readonly clock: Clock;
  readonly random: Random;
}

const isUnsettled = ({ status }: OutgoingMessage): boolean =>
  status.name === 'sending' || status.name === 'not_sent_yet';

/**
 * One conversation's outgoing messages, in the order they were written. One is under way at a time, so that order
 * holds over any retry; an id is made once and kept over retries, reconnects and reloads.
 */
export class SendQueue {
  readonly #ports: SendQueuePorts;
  readonly #messages: Signal<readonly OutgoingMessage[]>;
  readonly #markTimers = new Map<string, Cancel>();
  #underWay: string | null = null;
  #failures = 0;
  #cancelRetry: Cancel | null = null;
  #stopped = false;

  constructor(ports: SendQueuePorts) {
    this.#ports = ports;
    // After a reload nobody saw them leave, so they are not sent yet until proven otherwise.
    const kept = ports.store
      .load()
      .map(({ id, body }): OutgoingMessage => ({ id, body, status: { name: 'not_sent_yet', why: null } }));
    this.#messages = new Signal<readonly OutgoingMessage[]>(kept);
  }

  get messages(): ReadableSignal<readonly OutgoingMessage[]> {
    return this.#messages;
  }

  /**
   * Takes a message in and returns its id, or the flaw for which the text should stay in the composer. A draft that has
   * an id already keeps it, so that a copy of the draft in a second tab is the same message. Characters that the server
   * refuses and no one sees, which a paste may bring along, are left out.
   */
  add(
    written: string,
    draftId?: string,
  ): { readonly id: string } | { readonly flaw: MessageFlaw | 'outgoing_full' } {
    const body = withoutControlCharacters(written);
    const flaw = messageFlaw(body);
    if (flaw !== null) return { flaw };
    if (this.#messages.get().length >= OUTGOING_MAX) return { flaw: 'outgoing_full' };
    const id = draftId ?? this.#ports.newId();
    this.#change([...this.#messages.get(), { id, body, status: { name: 'sending' } }]);
    this.#markLater(id);
    this.#pump();
    return { id };
  }

  /** Tries to send now. Call it once the connection and the conversation are open again. */
  wake(): void {
    this.#failures = 0;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#pump();
  }

  /** Tries a refused message again, under its old id. */
  retry(id: string): void {
    const message = this.#find(id);
    if (message?.status.name !== 'refused') return;
    this.#mark(id, { name: 'sending' });
    this.#markLater(id);
    this.wake();
  }

  /**
   * Forgets a message that is not acknowledged, so that it can be changed or left unsaid. One that was tried may have
   * arrived, and then the timeline will show it: only a refused one is known not to be stored.
   */
  discard(id: string): void {
    if (this.#find(id)?.status.name === 'sent') return;
    this.#forgetTimer(id);
    this.#change(this.#messages.get().filter((message) => message.id !== id));
  }

  /** Tells which entries the timeline shows by now; those need no showing here. */
  dropShown(isShown: (id: string) => boolean): void {
    const left = this.#messages.get().filter((message) => !isShown(message.id));
    if (left.length !== this.#messages.get().length) this.#change(left);
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelRetry?.();
    for (const cancel of this.#markTimers.values()) cancel();
    this.#markTimers.clear();
  }

  #find(id: string): OutgoingMessage | undefined {
    return this.#messages.get().find((message) => message.id === id);
  }

  #pump(): void {
    if (this.#stopped || this.#underWay !== null || this.#cancelRetry !== null) return;
    const next = this.#messages.get().find(isUnsettled);
    if (next === undefined) return;
    this.#underWay = next.id;
    const lost = (): Outcome<never> => ({ kind: 'unknown', why: 'disconnected' });
    void this.#ports
      .deliver({ id: next.id, body: next.body })
      .catch(lost)
      .then((outcome) => {
        this.#underWay = null;
        if (!this.#stopped) this.#judge(next.id, outcome);
      });
  }

  #judge(id: string, outcome: Outcome<Acknowledgement>): void {
    if (outcome.kind === 'unknown') return this.#tryLater(id, null);
    if (outcome.kind === 'refused' && isTemporary(outcome.refusal))
      return this.#tryLater(id, outcome.refusal);
    this.#failures = 0;
    this.#forgetTimer(id);
    if (outcome.kind === 'done')
      this.#mark(id, { name: 'sent', seq: outcome.value.seq, at: outcome.value.at });
    else this.#mark(id, { name: 'refused', refusal: outcome.refusal });
    this.#pump();
  }

  #tryLater(id: string, why: Refusal | null): void {
    const status = this.#find(id)?.status;
    // The first miss is often over in a moment; from the second on it is said. Of a refusal it is known at once.
    if (status !== undefined && (this.#failures > 0 || why !== null || status.name === 'not_sent_yet'))
      this.#markNotSentYet(id, why);
    const least = why === 'too_fast' ? RETRY_CAP_MS : 0;
    const delay = Math.max(least, retryDelay(this.#failures, this.#ports.random));
    this.#failures += 1;
    this.#cancelRetry = this.#ports.clock.after(delay, () => {
      this.#cancelRetry = null;
      this.#pump();
    });
  }

  #markLater(id: string): void {
    this.#forgetTimer(id);
    this.#markTimers.set(
      id,
      this.#ports.clock.after(NOT_SENT_YET_AFTER_MS, () => this.#markNotSentYet(id, null)),
    );
  }

  #markNotSentYet(id: string, why: Refusal | null): void {
    this.#forgetTimer(id);
    const status = this.#find(id)?.status;
    const isSaid = status?.name === 'not_sent_yet' && status.why === why;
    if (status !== undefined && !isSaid) this.#mark(id, { name: 'not_sent_yet', why });
  }

  #forgetTimer(id: string): void {
    this.#markTimers.get(id)?.();
    this.#markTimers.delete(id);
  }

  #mark(id: string, status: OutgoingStatus): void {
    this.#change(
      this.#messages.get().map((message) => (message.id === id ? { ...message, status } : message)),
    );
  }

  #change(messages: readonly OutgoingMessage[]): void {
    const unsent = messages
      .filter(({ status }) => status.name !== 'sent')
      .map(({ id, body }) => ({ id, body }));
    this.#ports.store.save(unsent);
    this.#messages.set(messages);
  }
}
