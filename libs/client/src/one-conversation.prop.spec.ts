import fc from 'fast-check';
import type { Acknowledgement, Entry, TimelinePage } from '@warmline/contracts';
import type { Outcome } from './connection/outcome';
import { SendQueue } from './sending/send-queue';
import { unsentMessagesInMemory, type UnsentMessage } from './sending/unsent-messages';
import { ManualClock } from './testing/manual-clock';
import { joinThread } from './timeline/timeline';
import { TimelineFeed } from './timeline/timeline-feed';

type Step = 'write' | 'reload' | 'wake' | 'other_side_writes' | 'time_passes';
type Fault = 'none' | 'request_lost' | 'reply_lost' | 'unavailable' | 'push_lost';

const steps = fc.array(
  fc.record({
    step: fc.constantFrom<Step>('write', 'reload', 'wake', 'other_side_writes', 'time_passes'),
    fault: fc.constantFrom<Fault>('none', 'request_lost', 'reply_lost', 'unavailable', 'push_lost'),
  }),
  { maxLength: 40 },
);

/** Appends once per id, like the real one; loses requests, replies and pushes as told. */
class FaultyServer {
  readonly entries: Entry[] = [];
  fault: Fault = 'none';
  onPush: (entries: readonly Entry[]) => void = () => {};

  append(id: string, body: string): Entry {
    const known = this.entries.find((entry) => entry.id === id);
    if (known !== undefined) return known;
    const seq = this.entries.length + 1;
    const entry: Entry = { kind: 'message', seq, id, from: 'visitor', name: '', body, at: seq };
    this.entries.push(entry);
    if (this.fault !== 'push_lost') this.onPush([entry]);
    return entry;
  }

  async send({ id, body }: UnsentMessage): Promise<Outcome<Acknowledgement>> {
    if (this.fault === 'request_lost') return { kind: 'unknown', why: 'timeout' };
    if (this.fault === 'unavailable') return { kind: 'refused', refusal: 'unavailable' };
    const { seq, at } = this.append(id, body);
    if (this.fault === 'reply_lost') return { kind: 'unknown', why: 'disconnected' };
    return { kind: 'done', value: { id, seq, at } };
  }

  async read(after: number): Promise<Outcome<TimelinePage>> {
    if (this.fault === 'request_lost' || this.fault === 'reply_lost')
      return { kind: 'unknown', why: 'timeout' };
    if (this.fault === 'unavailable') return { kind: 'refused', refusal: 'unavailable' };
    return {
      kind: 'done',
      value: { entries: this.entries.slice(after, after + 3), head: this.entries.length },
    };
  }
}

class Page {
  readonly clock = new ManualClock();
  readonly server = new FaultyServer();
  readonly written: string[] = [];
  readonly #store = unsentMessagesInMemory();
  #queue = this.#newQueue();
  #feed = this.#newFeed();

  #newQueue(): SendQueue {
    return new SendQueue({
      store: this.#store,
      clock: this.clock,
      random: () => 0.5,
      newId: () => `id-${this.written.length}`,
      deliver: (message) => this.server.send(message),
    });
  }

  #newFeed(): TimelineFeed {
    const feed = new TimelineFeed({
      clock: this.clock,
      random: () => 0.5,
      read: (after) => this.server.read(after),
    });
    this.server.onPush = (entries) => feed.push(entries);
    return feed;
  }

  async take(step: Step): Promise<void> {
    if (step === 'write') {
      this.#queue.add(`message ${this.written.length}`);
      this.written.push(`message ${this.written.length}`);
    }
    if (step === 'other_side_writes') this.server.append(`theirs-${this.server.entries.length}`, 'theirs');
    if (step === 'wake') this.wake();
    if (step === 'reload') this.reload();
    await this.clock.advance(step === 'time_passes' ? 6_000 : 0);
    // What the person sees, at every single moment: each message of theirs once, and no hole above it.
    const seen = this.thread();
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    for (const body of this.written) expect(seen.map((item) => item.body)).toContain(body);
  }

  reload(): void {
    this.#queue.stop();
    this.#feed.stop();
    this.#queue = this.#newQueue();
    this.#feed = this.#newFeed();
    const acknowledged = this.server.entries.length;
    this.#feed.push(this.server.entries.slice(0, acknowledged));
    this.wake();
  }

  wake(): void {
    this.#queue.wake();
    this.#feed.resume();
  }

  thread(): readonly { readonly id: string; readonly body: string }[] {
    const entries = this.#feed.timeline.get().entries;
    return joinThread(entries, this.#queue.messages.get()).map((item) =>
      item.kind === 'outgoing'
        ? item.message
        : { id: item.entry.id, body: item.entry.kind === 'message' ? (item.entry.body ?? '') : '' },
    );
  }
}

describe('one conversation over a poor connection', () => {
  it('[MSG1] ends with every message stored and shown once, in the order written', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (run) => {
        const page = new Page();
        for (const { step, fault } of run) {
          page.server.fault = fault;
          await page.take(step);
        }
        page.server.fault = 'none';
        page.wake();
        await page.clock.advance(60_000);
        const stored = page.server.entries.map((entry) => (entry.kind === 'message' ? entry.body : ''));
        expect(stored.filter((body) => body !== 'theirs')).toEqual(page.written);
        expect(page.thread().map(({ body }) => body)).toEqual(stored);
      }),
      { seed: 7_412, numRuns: 200 },
    );
  });
});
