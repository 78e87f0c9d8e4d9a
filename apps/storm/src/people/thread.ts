import {
  unsentMessagesInMemory,
  newMessageId,
  SendQueue,
  TimelineFeed,
  type Outcome,
  type OutgoingMessage,
} from '@warmline/client';
import type { Acknowledgement, Entry, TimelinePage } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import { bodyPrint, digestOf, heardEntry } from '../history/fingerprint';
import type { Who } from '../history/history-event';
import type { Random } from './seeded-random';
import type { Setting } from './setting';

interface Sending {
  readonly id: string;
  readonly body: string;
}

export interface ThreadOptions {
  readonly setting: Setting;
  readonly random: Random;
  readonly who: Who;
  readonly conversation: string;
  readonly role: 'visitor' | 'responder';
  readonly epoch: number | null;
  readonly lineNow: () => { readonly line: number; readonly gateway: number };
  readonly read: (after: number) => Promise<Outcome<TimelinePage>>;
  readonly send: (message: Sending) => Promise<Outcome<Acknowledgement>>;
  readonly refused?: (refusal: Refusal) => void;
}

/** One conversation on one page, with the very queue and feed that the product's pages have, and all of it written down. */
export class Thread {
  readonly feed: TimelineFeed;
  readonly queue: SendQueue;
  private readonly options: ThreadOptions;
  private readonly shown = new Set<string>();
  private shownUpTo = 0;
  private over = false;

  constructor(options: ThreadOptions) {
    this.options = options;
    const { setting, random } = options;
    const { clock } = setting;
    this.feed = new TimelineFeed({ read: (after) => this.read(after), clock, random });
    this.queue = new SendQueue({
      deliver: (message) => this.deliver(message),
      store: unsentMessagesInMemory(),
      newId: newMessageId,
      clock,
      random,
    });
    this.feed.timeline.subscribe(({ entries }) => this.show(entries));
    this.queue.messages.subscribe((messages) => this.dropRefused(messages));
  }

  /** Messages on their way. */
  get pending(): number {
    return this.queue.messages.get().filter(({ status }) => status.name !== 'sent').length;
  }

  /** Resolves when nothing is on its way any more. */
  async isThrough(): Promise<void> {
    while (this.pending > 0) {
      await new Promise<void>((resolve) => {
        const cancel = this.queue.messages.subscribe(() => {
          cancel();
          resolve();
        });
      });
    }
  }

  pushed(entries: readonly Entry[]): void {
    this.hear({ via: 'push', after: null, head: null, entries });
    this.feed.push(entries);
  }

  /** What came with a view: the first page. */
  opened(entries: readonly Entry[], head: number): void {
    this.hear({ via: 'page', after: 0, head, entries });
    this.feed.push(entries);
    this.feed.noticeHead(head);
  }

  /** It is connected again. */
  resume(): void {
    this.feed.resume();
    this.queue.wake();
  }

  stop(): void {
    this.over = true;
    this.feed.stop();
    this.queue.stop();
  }

  /** Resolves when all up to `head` is shown, nobody reads here any more, or it is `deadline` (as performance.now() counts). */
  async shows(head: number, deadline: number): Promise<void> {
    while (!this.over && this.feed.timeline.get().entries.length < head && performance.now() < deadline)
      await this.options.setting.pause(20);
  }

  settle(connected: boolean, head: number): void {
    const { setting, who, conversation } = this.options;
    const { entries } = this.feed.timeline.get();
    const digest = digestOf(entries.map(heardEntry));
    setting.history.write({
      k: 'settled',
      who,
      conversation,
      connected,
      head,
      count: entries.length,
      digest,
    });
  }

  /** One try, under way by any line; written down with what came of it. */
  async attempt(
    { id, body }: Sending,
    gateway: number,
    send: ThreadOptions['send'],
  ): Promise<Outcome<Acknowledgement>> {
    const { setting, who, conversation, role, epoch } = this.options;
    const n = setting.nextTry();
    const print = bodyPrint(role, body);
    setting.history.write({ k: 'try', n, who, conversation, id, body: print, role, epoch, gateway });
    const outcome = await send({ id, body });
    if (outcome.kind === 'done')
      setting.history.write({ k: 'ack', n, seq: outcome.value.seq, at: outcome.value.at });
    else if (outcome.kind === 'refused') setting.history.write({ k: 'no', n, refusal: outcome.refusal });
    else setting.history.write({ k: 'unknown', n, why: outcome.why });
    return outcome;
  }

  private async deliver(message: Sending): Promise<Outcome<Acknowledgement>> {
    const outcome = await this.attempt(message, this.options.lineNow().gateway, this.options.send);
    if (outcome.kind === 'done') this.options.setting.acked += 1;
    return outcome;
  }

  private async read(after: number): Promise<Outcome<TimelinePage>> {
    const outcome = await this.options.read(after);
    if (outcome.kind === 'done') this.hear({ via: 'page', after, ...outcome.value });
    return outcome;
  }

  private hear(heard: {
    readonly via: 'push' | 'page';
    readonly after: number | null;
    readonly head: number | null;
    readonly entries: readonly Entry[];
  }): void {
    const { setting, who, conversation, lineNow } = this.options;
    const { via, after, head } = heard;
    const entries = heard.entries.map(heardEntry);
    setting.history.write({ k: 'heard', who, line: lineNow().line, conversation, via, after, head, entries });
  }

  private show(entries: readonly Entry[]): void {
    if (entries.length < this.shownUpTo) this.shownUpTo = 0;
    for (const { id } of entries.slice(this.shownUpTo)) this.shown.add(id);
    this.shownUpTo = entries.length;
    this.queue.dropShown((id) => this.shown.has(id));
  }

  private dropRefused(messages: readonly OutgoingMessage[]): void {
    for (const { id, status } of messages) {
      if (status.name !== 'refused') continue;
      this.queue.discard(id);
      this.options.refused?.(status.refusal);
    }
  }
}
