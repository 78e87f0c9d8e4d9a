import type { Scheduler } from 'fast-check';
import type { Transport, TransportListener } from '@warmline/client';
import type { Entry } from '@warmline/contracts';

interface Fields {
  readonly [name: string]: unknown;
}

interface Written {
  readonly id: string;
  readonly body: string;
  readonly from: 'visitor' | 'responder';
}

/** What happens to one question on its way. */
export type Fate =
  'none' | 'request_lost' | 'reply_lost' | 'cut_before' | 'cut_after' | 'unavailable' | 'push_lost';

/**
 * A service that runs every request, answer and push as a task of a scheduler, so they arrive in any order.
 * `fates` says, request by request, when its connection is lost. Requests sent before a loss may still arrive.
 */
export class RestlessService implements Transport {
  readonly entries: Entry[] = [];
  readonly acknowledged = new Set<string>();
  readonly #scheduler: Scheduler;
  #fates: readonly Fate[];
  #asked = 0;
  #line = 0;
  #isUp = false;
  #listener: TransportListener | null = null;

  constructor(scheduler: Scheduler, fates: readonly Fate[]) {
    this.#scheduler = scheduler;
    this.#fates = fates;
  }

  /** From now on nothing goes wrong any more. */
  heal(): void {
    this.#fates = [];
  }

  listen(listener: TransportListener): void {
    this.#listener = listener;
  }

  open(): void {
    const line = (this.#line += 1);
    this.#soon('up', () => {
      if (line !== this.#line) return;
      this.#isUp = true;
      this.#listener?.connected();
    });
  }

  close(): void {
    this.#line += 1;
    this.#isUp = false;
  }

  /** As a network does: neither side is asked. */
  drop(): void {
    if (!this.#isUp) return;
    this.close();
    this.#listener?.disconnected();
  }

  heartbeat(): void {
    if (this.#isUp) this.#listener?.heard();
  }

  send(command: string, payload: unknown, answered: (reply: unknown) => void): void {
    const fate = this.#fates[this.#asked] ?? 'none';
    this.#asked += 1;
    const line = this.#line;
    if (fate === 'cut_before') this.#soon('cut', () => line === this.#line && this.drop());
    if (fate === 'request_lost') return;
    this.#soon(command, () => {
      const reply =
        fate === 'unavailable'
          ? { ok: false, refusal: fate }
          : this.#answer(command, payload as Fields, fate);
      if (fate === 'cut_after' && line === this.#line) this.drop();
      if (fate === 'reply_lost') return;
      this.#soon(`answer to ${command}`, () => {
        if (line !== this.#line) return;
        if (command === 'message:send' && fate !== 'unavailable')
          this.acknowledged.add(String((payload as Fields)['id']));
        answered(reply);
      });
    });
  }

  append({ id, body, from }: Written, fate: Fate = 'none'): Entry {
    const known = this.entries.find((entry) => entry.id === id);
    if (known !== undefined) return known;
    const seq = this.entries.length + 1;
    const entry: Entry = { kind: 'message', seq, id, from, name: 'Sam', body, at: seq };
    this.entries.push(entry);
    const line = this.#line;
    if (fate !== 'push_lost')
      this.#soon('push', () => {
        if (this.#isUp && line === this.#line)
          this.#listener?.notice('timeline:appended', { entries: [entry] });
      });
    return entry;
  }

  #soon(what: string, run: () => void): void {
    void this.#scheduler.schedule(Promise.resolve(what), what).then(run);
  }

  #answer(command: string, payload: Fields, fate: Fate): unknown {
    if (command === 'timeline:read') {
      const after = Number(payload['after']);
      return {
        ok: true,
        value: { entries: this.entries.slice(after, after + 2), head: this.entries.length },
      };
    }
    if (command === 'message:send') {
      const id = String(payload['id']);
      const { seq, at } = this.append({ id, body: String(payload['body']), from: 'visitor' }, fate);
      return { ok: true, value: { id, seq, at } };
    }
    return { ok: true, value: command.startsWith('conversation:') ? this.#view() : {} };
  }

  #view(): Fields {
    return {
      id: '00000000-0000-4000-8000-000000000001',
      state: 'talking',
      version: this.entries.length,
      responder: { name: 'Sam', present: true },
      handover: null,
      wait: 'unknown',
      waitingSince: 1,
      head: this.entries.length,
      receipts: { visitor: 0, responder: 0 },
      endReason: null,
    };
  }
}
