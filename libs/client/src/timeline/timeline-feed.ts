import type { Entry, TimelinePage } from '@warmline/contracts';
import type { Cancel, Clock, Random } from '../clock';
import { isTemporary, type Outcome } from '../connection/outcome';
import { retryDelay } from '../connection/retry-delay';
import { Signal, type ReadableSignal } from '../signal';
import { emptyTimeline, isBehind, mergeEntries, mergePage, noticeHead, type Timeline } from './timeline';

export interface TimelineFeedPorts {
  /** Asks the server once for what follows number `after`. */
  readonly read: (after: number) => Promise<Outcome<TimelinePage>>;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Keeps one conversation's timeline complete. Whatever made it incomplete (a lost push, a reconnect, a head seen
 * elsewhere), the cure is the same: read after the last number without a hole, page by page, until the head.
 */
export class TimelineFeed {
  readonly #ports: TimelineFeedPorts;
  readonly #timeline = new Signal<Timeline>(emptyTimeline);
  #reading = false;
  #askedAgain = false;
  #failures = 0;
  #cancelRetry: Cancel | null = null;
  #stopped = false;

  constructor(ports: TimelineFeedPorts) {
    this.#ports = ports;
  }

  get timeline(): ReadableSignal<Timeline> {
    return this.#timeline;
  }

  /** Entries the server pushed, or that came with a view. */
  push(entries: readonly Entry[]): void {
    this.#timeline.set(mergeEntries(this.#timeline.get(), entries));
    this.#catchUp();
  }

  /** A view or an acknowledgement named this number. */
  noticeHead(head: number): void {
    this.#timeline.set(noticeHead(this.#timeline.get(), head));
    this.#catchUp();
  }

  /** After each return of the line: asks even when nothing seems missing, since pushes may have been lost. */
  resume(): void {
    this.#failures = 0;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#askedAgain = true;
    this.#catchUp();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelRetry?.();
  }

  #catchUp(): void {
    if (this.#stopped || this.#reading || this.#cancelRetry !== null) return;
    if (!this.#askedAgain && !isBehind(this.#timeline.get())) return;
    this.#askedAgain = false;
    this.#reading = true;
    const after = this.#timeline.get().entries.length;
    void this.#ports.read(after).then((outcome) => {
      this.#reading = false;
      if (!this.#stopped) this.#judge(after, outcome);
    });
  }

  #judge(after: number, outcome: Outcome<TimelinePage>): void {
    if (outcome.kind === 'done') {
      this.#timeline.set(mergePage(this.#timeline.get(), after, outcome.value));
      const timeline = this.#timeline.get();
      // A page that brought nothing although more is there: asked again, but never in a tight circle.
      if (timeline.entries.length === after && isBehind(timeline)) return this.#readLater();
      this.#failures = 0;
      return this.#catchUp();
    }
    // Not ours (any more), or a server that does not know us: asking again would not help until the next resume.
    if (outcome.kind === 'refused' && !isTemporary(outcome.refusal)) return;
    // While the line is down its owner resumes on return; asking into the void would only delay that.
    if (outcome.kind === 'unknown' && outcome.why !== 'timeout') return;
    this.#readLater();
  }

  #readLater(): void {
    const delay = retryDelay(this.#failures, this.#ports.random);
    this.#failures += 1;
    this.#cancelRetry = this.#ports.clock.after(delay, () => {
      this.#cancelRetry = null;
      this.#askedAgain = true;
      this.#catchUp();
    });
  }
}
