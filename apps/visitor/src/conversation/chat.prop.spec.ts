import fc, { type Scheduler } from 'fast-check';
import { joinThread, unsentMessagesInMemory } from '@warmline/client';
import { flush, ManualClock } from '@warmline/client/testing';
import { RestlessService, type Fate } from '../testing/restless-service';
import { Chat } from './chat';

type Step = 'write' | 'they_write' | 'cut' | 'wake' | 'reload' | 'wait';

const steps = fc.array(
  fc.constantFrom<Step>('write', 'write', 'they_write', 'cut', 'wake', 'reload', 'wait'),
  {
    minLength: 4,
    maxLength: 14,
  },
);
const fates = fc.array(
  fc.constantFrom<Fate>(
    'none',
    'request_lost',
    'reply_lost',
    'cut_before',
    'cut_after',
    'unavailable',
    'push_lost',
  ),
  { maxLength: 24 },
);

/** A visitor's page in a world where anything may overtake anything. */
class World {
  readonly clock = new ManualClock();
  readonly service: RestlessService;
  readonly written: string[] = [];
  readonly #outbox = unsentMessagesInMemory();
  #wake: () => void = () => {};
  #chat: Chat;

  constructor(scheduler: Scheduler, run: readonly Fate[]) {
    this.service = new RestlessService(scheduler, run);
    this.#chat = this.#open();
  }

  #open(): Chat {
    const chat = new Chat({
      transport: this.service,
      clock: this.clock,
      start: {
        token: 't',
        startId: 's',
        safety: 'unsaid',
        name: '',
        language: 'en',
        wants: [],
        started: true,
      },
      unsentMessages: this.#outbox,
      loadProof: () => import('../proof/make-proof'),
      newId: () => `mine-${this.written.length}`,
      random: () => 0.5,
      wakeUps: (wake) => {
        this.#wake = wake;
        return () => {};
      },
      isVisible: () => true,
      onStarted: () => {},
    });
    chat.open();
    return chat;
  }

  readonly #takes: Readonly<Record<Step, () => unknown>> = {
    write: () => {
      const body = `mine ${this.written.length}`;
      this.#chat.queue.add(body);
      this.written.push(body);
    },
    they_write: () =>
      this.service.append({ id: `theirs-${this.service.entries.length}`, body: 'theirs', from: 'responder' }),
    cut: () => this.service.drop(),
    wake: () => this.#wake(),
    reload: () => {
      this.#chat.stop();
      this.#chat = this.#open();
    },
    wait: () => this.clock.advance(3_000),
  };

  async take(step: Step): Promise<void> {
    await this.#takes[step]();
    this.look();
  }

  thread(): readonly { readonly id: string; readonly body: string }[] {
    const { entries } = this.#chat.feed.timeline.get();
    return joinThread(entries, this.#chat.queue.messages.get()).map((item) => {
      if (item.kind === 'outgoing') return item.message;
      return { id: item.entry.id, body: item.entry.kind === 'message' ? (item.entry.body ?? '') : '' };
    });
  }

  /** What must be so at every single moment. */
  look(): void {
    const { entries } = this.#chat.feed.timeline.get();
    expect(entries).toEqual(this.service.entries.slice(0, entries.length));
    const seen = this.thread().map(({ id }) => id);
    const stored = this.service.entries.map(({ id }) => id);
    const kept = new Set([...seen, ...stored]);
    const sent = this.#chat.queue.messages.get().filter(({ status }) => status.name === 'sent');
    expect({
      doubled: seen.length - new Set(seen).size,
      lost: this.written.filter((_, n) => !kept.has(`mine-${n}`)),
      pretended: sent.filter(({ id }) => !stored.includes(id)),
    }).toEqual({ doubled: 0, lost: [], pretended: [] });
  }

  async settle(scheduler: Scheduler): Promise<void> {
    this.service.heal();
    for (let round = 0; round < 12; round += 1) {
      while (scheduler.count() > 0) await this.oneMore(scheduler);
      this.service.heartbeat();
      await this.clock.advance(4_000);
    }
  }

  async oneMore(scheduler: Scheduler): Promise<void> {
    await scheduler.waitNext(1);
    await flush();
    this.look();
  }
}

const bodies = (things: readonly { readonly id: string; readonly body?: string }[]): readonly string[] =>
  things.filter(({ id }) => id.startsWith('mine-')).map(({ body = '' }) => body);

describe('a chat in any interleaving of answers, pushes, losses and reloads', () => {
  it('[MSG1] [MSG2] [MSG3] stores and shows every message once, in the order written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), steps, fates, async (scheduler, run, fate) => {
        const world = new World(scheduler, fate);
        const turns = run.map((step) => ({ label: step, builder: () => world.take(step) }));
        const script = scheduler.scheduleSequence(turns);
        while (!script.done && scheduler.count() > 0) await world.oneMore(scheduler);
        await world.settle(scheduler);
        const shown = world.thread();
        expect(shown.map(({ id }) => id)).toEqual(world.service.entries.map(({ id }) => id));
        expect(bodies(shown)).toEqual(world.written);
        for (const id of world.service.acknowledged) expect(shown.map((item) => item.id)).toContain(id);
      }),
      { seed: 90_210, numRuns: 150 },
    );
  });
});
