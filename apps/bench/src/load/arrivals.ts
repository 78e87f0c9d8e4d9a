import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { STAFF_PROTOCOL_VERSION, STAFF_NAMESPACE, type Desk } from '@warmline/contracts';
import { aToken, visitorAt } from './begin-conversations';
import type { Arrived, Job } from './jobs';
import { connect, must } from './load-client';
import { spreadOf } from './meter';

/** Sockets that connect at once. */
const AT_ONCE = 20;
/** How long visitors still in the queue at the end are waited for (ms). */
const PATIENCE = 10_000;
/** Warm-up of the load (ms); nothing counts before. */
const WARM_UP = 1_000;

const inTurns = async <Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
): Promise<Made[]> => {
  const made: Made[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE)
    made.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(make))));
  return made;
};

/** When each conversation was entered, and when it was first shown to a responder. */
class Meetings {
  private readonly entered = new Map<string, number>();
  private readonly shown = new Map<string, number>();
  readonly latencies: number[] = [];

  constructor(private readonly counts: (since: number) => boolean) {}

  get unmet(): number {
    return this.entered.size;
  }

  enter(id: string, since: number): void {
    this.entered.set(id, since);
    this.meet(id);
  }

  show(id: string): void {
    if (!this.shown.has(id)) this.shown.set(id, performance.now());
    this.meet(id);
  }

  has(id: string): boolean {
    return this.shown.has(id);
  }

  private meet(id: string): void {
    const [since, shown] = [this.entered.get(id), this.shown.get(id)];
    if (since === undefined || shown === undefined) return;
    this.entered.delete(id);
    if (this.counts(since)) this.latencies.push(shown - since);
  }
}

/** A responder who is available, and reports what they are shown. */
const responderAt = async (url: string, cookie: string, shown: (id: string) => void): Promise<Socket> => {
  const socket = await connect({
    url: `${url}${STAFF_NAMESPACE}`,
    auth: { protocol: STAFF_PROTOCOL_VERSION },
    cookie,
  });
  socket.on('desk:changed', ({ offer }: Desk) => {
    if (offer !== null) shown(offer.conversationId);
  });
  await must(socket, 'desk:open', {});
  await must(socket, 'shift:check_in', { answer: 'yes', takesSurge: false });
  await must(socket, 'availability:set', { availability: 'available' });
  return socket;
};

/** Leaves after being shown to a responder, so that this responder is free for the next visitor. */
const comeAndGo = async (visitor: Socket, due: number, meetings: Meetings): Promise<void> => {
  const start = { startId: randomUUID(), safety: 'safe', name: '', language: 'en' };
  const { id } = await must<{ id: string }>(visitor, 'conversation:start', start);
  meetings.enter(id, due);
  for (let waited = 0; !meetings.has(id) && waited < PATIENCE; waited += 5) await delay(5);
  await must(visitor, 'conversation:end', {});
  visitor.disconnect();
};

/**
 * Visitors enter the queue at a steady rate, each for a free responder. Latency counts from when each was due to enter
 * until a responder's page was told of the offer. Their sockets are connected before, so connecting is not measured.
 */
export const arrivals = async ({
  url,
  cookies,
  rate,
  seconds,
}: Extract<Job, { job: 'arrivals' }>): Promise<Arrived> => {
  const began = { at: Number.POSITIVE_INFINITY };
  const meetings = new Meetings((since) => since - began.at >= WARM_UP);
  const responders = await inTurns(cookies, (cookie) => responderAt(url, cookie, (id) => meetings.show(id)));
  const count = Math.ceil(rate * (seconds + WARM_UP / 1_000));
  const visitors = await inTurns(Array.from({ length: count }, aToken), (token) =>
    connect(visitorAt(url, token)),
  );
  began.at = performance.now();
  const coming = visitors.map(async (visitor, number) => {
    const due = began.at + (number * 1_000) / rate;
    await delay(Math.max(0, due - performance.now()));
    await comeAndGo(visitor, due, meetings);
  });
  await Promise.all(coming);
  for (const responder of responders) responder.disconnect();
  return { shown: spreadOf(meetings.latencies), unmet: meetings.unmet };
};
