import { setTimeout as delay } from 'node:timers/promises';
import type { Entry } from '@warmline/contracts';
import type { ClientSetUp, Measured } from './jobs';
import { LoadClient, must } from './load-client';
import { Meter } from './meter';

/** Warm-up of each block (ms); nothing counts before. */
const WARM_UP = 500;
/** How long messages in flight at the end of a block are waited for (ms). */
const PATIENCE = 10_000;
/** Sockets that connect at once. */
const AT_ONCE = 20;

interface Page {
  readonly entries: readonly Entry[];
  readonly head: number;
}

/** A group of sockets that stays connected from block to block. */
export class Crew {
  private readonly clients: LoadClient[] = [];

  async connect(setUps: readonly ClientSetUp[]): Promise<void> {
    for (let from = 0; from < setUps.length; from += AT_ONCE)
      this.clients.push(
        ...(await Promise.all(setUps.slice(from, from + AT_ONCE).map((setUp) => LoadClient.open(setUp)))),
      );
  }

  leave(): void {
    for (const client of this.clients) client.leave();
  }

  /** Every writing socket keeps one message in flight. */
  async closed(seconds: number, count?: number): Promise<Measured> {
    const writing = this.writing.slice(0, count);
    let isOver = false;
    return this.block(seconds, () => {
      const next = (client: LoadClient): void => {
        if (!isOver) client.send(performance.now(), () => next(client));
      };
      for (const client of writing) next(client);
      return () => {
        isOver = true;
      };
    });
  }

  /** Sends at a steady rate, the sockets in turn. A late send counts as late. */
  async open(seconds: number, rate: number): Promise<Measured> {
    const { writing } = this;
    return this.block(seconds, () => {
      const since = performance.now();
      let sent = 0;
      const timer = setInterval(() => {
        const due = Math.floor(((performance.now() - since) * rate) / 1_000);
        for (; sent < due; sent += 1) writing[sent % writing.length]?.send(since + (sent * 1_000) / rate);
      }, 1);
      return () => clearInterval(timer);
    });
  }

  async fill(each: number): Promise<null> {
    const fill = (client: LoadClient): Promise<void> =>
      new Promise((resolve) => {
        let [left, underWay] = [each, 0];
        const next = (): void => {
          for (; left > 0 && underWay < 50; left -= 1, underWay += 1)
            client.send(0, () => {
              underWay -= 1;
              if (left === 0 && underWay === 0) resolve();
              else next();
            });
        };
        next();
      });
    await Promise.all(this.writing.map(fill));
    return null;
  }

  /** Reads the whole timeline of the first socket, page by page; returns ms. */
  async resume(): Promise<number> {
    const [client] = this.clients;
    if (client === undefined) throw new Error('nobody is there to resume');
    const since = performance.now();
    let [after, head] = [0, 1];
    while (after < head) {
      const page: Page = await must(client.socket, 'timeline:read', { after });
      after = page.entries.at(-1)?.seq ?? page.head;
      ({ head } = page);
    }
    return performance.now() - since;
  }

  private get writing(): readonly LoadClient[] {
    return this.clients.filter(({ isWriting }) => isWriting);
  }

  /** One block: a warm-up, the time that counts, and a wait for messages in flight. */
  private async block(seconds: number, start: () => () => void): Promise<Measured> {
    const meter = new Meter(new Set(this.clients.map(({ setUp }) => setUp.role)).size > 1);
    for (const client of this.clients) client.meter = meter;
    const stop = start();
    await delay(WARM_UP);
    meter.begin();
    await delay(seconds * 1_000);
    meter.end();
    stop();
    for (let waited = 0; meter.unfinished > 0 && waited < PATIENCE; waited += 50) await delay(50);
    for (const client of this.clients) client.meter = null;
    return meter.measured();
  }
}
