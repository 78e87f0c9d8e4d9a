import { setTimeout as delay } from 'node:timers/promises';
import type { Entry } from '@warmline/contracts';
import type { LineSetUp, Measured } from './jobs';
import { Line, must } from './line';
import { Meter } from './meter';

/** Of each block, before anything counts (ms). */
const WARM_UP = 500;
/** For what is still under way at the end of a block (ms). */
const PATIENCE = 10_000;
/** Sockets that connect at once. */
const AT_ONCE = 20;

interface Page {
  readonly entries: readonly Entry[];
  readonly head: number;
}

/** A group of lines that stays connected from block to block. */
export class Crew {
  private readonly lines: Line[] = [];

  async connect(setUps: readonly LineSetUp[]): Promise<void> {
    for (let from = 0; from < setUps.length; from += AT_ONCE)
      this.lines.push(
        ...(await Promise.all(setUps.slice(from, from + AT_ONCE).map((setUp) => Line.open(setUp)))),
      );
  }

  leave(): void {
    for (const line of this.lines) line.leave();
  }

  /** Every writing line keeps one message under way. */
  async closed(seconds: number, count?: number): Promise<Measured> {
    const writing = this.writing.slice(0, count);
    let isOver = false;
    return this.block(seconds, () => {
      const next = (line: Line): void => {
        if (!isOver) line.send(performance.now(), () => next(line));
      };
      for (const line of writing) next(line);
      return () => {
        isOver = true;
      };
    });
  }

  /** At a steady rate, the lines in turn; whoever is late is late, and that counts. */
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
    const fill = (line: Line): Promise<void> =>
      new Promise((resolve) => {
        let [left, underWay] = [each, 0];
        const next = (): void => {
          for (; left > 0 && underWay < 50; left -= 1, underWay += 1)
            line.send(0, () => {
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

  /** The whole timeline of the first line, page by page; answers with ms. */
  async resume(): Promise<number> {
    const [line] = this.lines;
    if (line === undefined) throw new Error('nobody is there to resume');
    const since = performance.now();
    let [after, head] = [0, 1];
    while (after < head) {
      const page: Page = await must(line.socket, 'timeline:read', { after });
      after = page.entries.at(-1)?.seq ?? page.head;
      ({ head } = page);
    }
    return performance.now() - since;
  }

  private get writing(): readonly Line[] {
    return this.lines.filter(({ isWriting }) => isWriting);
  }

  /** One block: a warm-up, the time that counts, and patience for what is still under way. */
  private async block(seconds: number, start: () => () => void): Promise<Measured> {
    const meter = new Meter(new Set(this.lines.map(({ setUp }) => setUp.role)).size > 1);
    for (const line of this.lines) line.meter = meter;
    const stop = start();
    await delay(WARM_UP);
    meter.begin();
    await delay(seconds * 1_000);
    meter.end();
    stop();
    for (let waited = 0; meter.unfinished > 0 && waited < PATIENCE; waited += 50) await delay(50);
    for (const line of this.lines) line.meter = null;
    return meter.measured();
  }
}
