import { FRAME_MAX_BYTES, type Refusal } from '@warmline/vocabulary';
import type { Cancel, Clock, Random } from '../clock';
import { Signal, type ReadableSignal } from '../signal';
import {
  nextConnectionState,
  type ConnectionEvent,
  type ConnectionState,
  type LossReason,
} from './connection-state';
import { outcomeOf, type Outcome } from './outcome';
import { parseNotice, parseReply } from './parse-reply';
import { RETRY_CAP_MS, retryDelay } from './retry-delay';
import type { Transport } from './transport';

/** The server pings every 5 s; twice that without a word means the line is dead, whatever TCP believes. */
const SILENCE_MS = 10_000;
const ANSWER_TIMEOUT_MS = 8_000;
/** A try that neither comes up nor fails, for instance behind a proxy that swallows everything. */
const TRY_TIMEOUT_MS = 12_000;
/** A device that wakes says so in several ways at once; one try is enough. */
const WAKE_GAP_MS = 1_000;

export type CommandMap = { readonly [name: string]: { readonly payload: unknown; readonly reply: unknown } };
export type NoticeMap = { readonly [name: string]: unknown };

export interface ConnectionPorts {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: Random;
  /** Signals from the device that now is a good moment to try: it came online, the page came to the front. */
  readonly wakeUps?: (wake: () => void) => Cancel;
}

const FINAL_WORDS: readonly Refusal[] = [
  'protocol_mismatch',
  'malformed',
  'not_signed_in',
  'session_changed',
  'not_allowed',
];

/** Leaves room for what the protocol puts around the payload. Most are so short that no byte needs counting. */
const isTooLargeForAFrame = (command: string, payload: unknown): boolean => {
  const text = JSON.stringify([command, payload]);
  const most = FRAME_MAX_BYTES - 256;
  return text.length * 3 > most && new Blob([text]).size > most;
};

/**
 * The page's one line to the server. After every return to `online` its owner opens its view and resumes its
 * timelines; nothing is replayed here.
 */
export class Connection<Commands extends CommandMap, Notices extends NoticeMap> {
  readonly #ports: ConnectionPorts;
  readonly #state: Signal<ConnectionState>;
  readonly #handlers = new Map<keyof Notices, Set<(payload: unknown) => void>>();
  readonly #waiting = new Set<() => void>();
  #lastHeardAt: number;
  #lastAnswerAt = Number.NEGATIVE_INFINITY;
  #triedAt = Number.NEGATIVE_INFINITY;
  /** Tries since the server last answered anything: a line that only comes up is no reason to hurry. */
  #failures = 0;
  #cancelTimer: Cancel = () => {};
  #cancelWakeUps: Cancel = () => {};

  constructor(ports: ConnectionPorts) {
    this.#ports = ports;
    this.#lastHeardAt = ports.clock.now();
    this.#state = new Signal<ConnectionState>({ name: 'idle', since: this.#lastHeardAt });
    ports.transport.listen({
      connected: () => this.#cameUp(),
      disconnected: (why = 'closed') => this.#lose(why),
      failed: (word) => this.#failed(word),
      heard: () => this.#heard(),
      notice: (name, payload) => this.#tell(name, payload),
    });
  }

  get state(): ReadableSignal<ConnectionState> {
    return this.#state;
  }

  /** Device time in ms at which anything last came from the server; the start of this page if nothing ever did. */
  get lastHeardAt(): number {
    return this.#lastHeardAt;
  }

  start(): void {
    if (this.#state.get().name !== 'idle') return;
    this.#cancelWakeUps = this.#ports.wakeUps?.(() => this.#wake()) ?? this.#cancelWakeUps;
    this.#happened({ type: 'start_asked', at: this.#now() });
    this.#try();
  }

  /** Tries at once, also after a refusal. Does nothing while online, stopped or not yet started. */
  retryNow(): void {
    const { name } = this.#state.get();
    if (name !== 'reconnecting' && name !== 'refused') return;
    this.#happened({ type: 'start_asked', at: this.#now() });
    this.#failures = 0;
    this.#ports.transport.close();
    this.#try();
  }

  /** For good. Asks under way end as unknown. */
  stop(): void {
    this.#cancelTimer();
    this.#cancelWakeUps();
    this.#happened({ type: 'stop_asked', at: this.#now() });
    this.#ports.transport.close();
    this.#endAsks();
  }

  on<Name extends keyof Notices & string>(name: Name, handler: (payload: Notices[Name]) => void): Cancel {
    const handlers = this.#handlers.get(name) ?? new Set();
    this.#handlers.set(name, handlers);
    const registered = (payload: unknown): void => handler(parseNotice<Notices[Name]>(payload));
    handlers.add(registered);
    return () => handlers.delete(registered);
  }

  /** Asks once; never repeats by itself. A payload no frame can carry is refused here as `message_too_long`. */
  send<Name extends keyof Commands & string>(
    command: Name,
    payload: Commands[Name]['payload'],
  ): Promise<Outcome<Commands[Name]['reply']>> {
    if (isTooLargeForAFrame(command, payload))
      return Promise.resolve({ kind: 'refused', refusal: 'message_too_long' });
    if (this.#state.get().name !== 'online') return Promise.resolve({ kind: 'unknown', why: 'offline' });
    return new Promise((resolve) => {
      const settle = (outcome: Outcome<Commands[Name]['reply']>): void => {
        cancelTimeout();
        this.#waiting.delete(onLoss);
        resolve(outcome);
      };
      const onLoss = (): void => settle({ kind: 'unknown', why: 'disconnected' });
      const askedAt = this.#now();
      const cancelTimeout = this.#ports.clock.after(ANSWER_TIMEOUT_MS, () => {
        settle({ kind: 'unknown', why: 'timeout' });
        if (this.#lastAnswerAt < askedAt) this.#cutAndLose('unanswered');
      });
      this.#waiting.add(onLoss);
      this.#ports.transport.send(command, payload, (raw) => {
        this.#heard();
        this.#lastAnswerAt = this.#lastHeardAt;
        this.#failures = 0;
        const reply = parseReply<Commands[Name]['reply']>(raw);
        // What cannot be read is no answer: the ask ends as unknown.
        if (reply !== null) settle(outcomeOf(reply));
      });
    });
  }

  #now(): number {
    return this.#ports.clock.now();
  }

  #happened(event: ConnectionEvent): void {
    this.#state.set(nextConnectionState(this.#state.get(), event));
  }

  #try(): void {
    this.#triedAt = this.#now();
    this.#setTimer(TRY_TIMEOUT_MS, () => this.#cutAndLose('unreachable'));
    this.#ports.transport.open();
  }

  #cameUp(): void {
    this.#triedAt = Number.NEGATIVE_INFINITY;
    this.#lastHeardAt = this.#now();
    this.#watchSilence();
    this.#happened({ type: 'came_up', at: this.#lastHeardAt });
  }

  #heard(): void {
    this.#lastHeardAt = this.#now();
  }

  #watchSilence(): void {
    this.#setTimer(Math.max(0, this.#lastHeardAt + SILENCE_MS - this.#now()), () => {
      if (this.#isSilent()) this.#cutAndLose('silent');
      else this.#watchSilence();
    });
  }

  #isSilent(): boolean {
    return this.#now() - this.#lastHeardAt >= SILENCE_MS;
  }

  #cutAndLose(why: LossReason): void {
    this.#ports.transport.close();
    this.#lose(why);
  }

  #lose(why: LossReason, leastDelay = 0): void {
    const { name } = this.#state.get();
    if (name !== 'online' && name !== 'connecting' && name !== 'reconnecting') return;
    const isAtOnce = why === 'moved' && this.#failures === 0;
    const delay = isAtOnce ? 0 : Math.max(leastDelay, retryDelay(this.#failures, this.#ports.random));
    this.#setTimer(delay, () => this.#try());
    this.#failures += 1;
    this.#happened({ type: 'lost', lostAt: why === 'silent' ? this.#lastHeardAt : this.#now(), why });
    this.#endAsks();
  }

  #failed(word: string): void {
    const refusal = FINAL_WORDS.find((final) => final === word);
    if (refusal === undefined) return this.#lose('unreachable', word === 'too_fast' ? this.#restDelay() : 0);
    this.#cancelTimer();
    this.#happened({ type: 'refused', at: this.#now(), refusal });
    this.#endAsks();
  }

  /** A page that was too fast waits longer than others, and not as long as the next one. */
  #restDelay(): number {
    return Math.round(RETRY_CAP_MS * (1 + this.#ports.random()));
  }

  #wake(): void {
    // Timers are late after a device sleeps, so check here first whether the connection fell silent.
    if (this.#state.get().name === 'online' && this.#isSilent()) this.#cutAndLose('silent');
    const isTrying = this.#now() - this.#triedAt < WAKE_GAP_MS;
    if (this.#state.get().name === 'reconnecting' && !isTrying) this.retryNow();
  }

  #tell(name: string, payload: unknown): void {
    for (const handler of [...(this.#handlers.get(name) ?? [])]) handler(payload);
  }

  #endAsks(): void {
    for (const end of [...this.#waiting]) end();
  }

  #setTimer(milliseconds: number, run: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#ports.clock.after(milliseconds, run);
  }
}
