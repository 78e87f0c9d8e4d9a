import { setTimeout as delay } from 'node:timers/promises';

/** Where an attack goes, and within which bounds. */
export interface Orders {
  readonly kind: string;
  /** Of the gateway; loopback only. */
  readonly host: string;
  readonly port: number;
  readonly seconds: number;
  readonly seed: number;
  /** How many networks (/24) it comes from. */
  readonly prefixes: number;
  /** Second part of its addresses: each attack has networks of its own, so no limit is spent before it starts. */
  readonly block: number;
}

/** What came of an attack, counted. */
export type Tally = Record<string, number>;

/** Addresses in each network that take turns. */
const ADDRESSES = 200;

/** Someone without a session who means harm: their addresses, their luck, their time, and what they count. */
export class Stranger {
  readonly tally: Tally = {};
  readonly endsAt: number;
  private seed: number;
  private used = 0;

  constructor(readonly orders: Orders) {
    this.seed = orders.seed >>> 0;
    this.endsAt = performance.now() + orders.seconds * 1_000;
  }

  get isOver(): boolean {
    return performance.now() >= this.endsAt;
  }

  /** The next address to come from: its networks in turn. */
  address(): string {
    const { prefixes, block } = this.orders;
    const number = (this.used += 1);
    return `127.${block}.${1 + (number % prefixes)}.${1 + (Math.floor(number / prefixes) % ADDRESSES)}`;
  }

  count(what: string, times = 1): void {
    this.tally[what] = (this.tally[what] ?? 0) + times;
  }

  /** A whole number below `below`, from the seed. */
  random(below: number): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.seed / 2 ** 32) * below);
  }

  /** 43 characters, as a visitor's page makes them. */
  token(): string {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    return Array.from({ length: 43 }, () => alphabet.charAt(this.random(64))).join('');
  }

  /** The form of a UUID. */
  uuid(): string {
    const hex = Array.from({ length: 32 }, () => this.random(16).toString(16)).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** Waits so long (ms), but not past the end of the attack. */
  async pause(milliseconds: number): Promise<void> {
    await delay(Math.max(0, Math.min(milliseconds, this.endsAt - performance.now())));
  }

  /**
   * Acts at a steady rate (per second) until the time or `most` is used up. It does not wait for answers, as no attacker
   * does, but at most `atOnce` acts are under way.
   */
  async atRate(
    { rate, most, atOnce }: { readonly rate: number; readonly most: number; readonly atOnce: number },
    act: () => Promise<void>,
  ): Promise<void> {
    const since = performance.now();
    let [begun, underWay] = [0, 0];
    const begin = (): void => {
      begun += 1;
      underWay += 1;
      void act()
        .catch(() => this.count('failed'))
        .finally(() => (underWay -= 1));
    };
    while (!this.isOver && begun < most) {
      const due = Math.min(most, Math.floor(((performance.now() - since) * rate) / 1_000) + 1);
      while (begun < due && underWay < atOnce) begin();
      await this.pause(Math.max(5, 1_000 / rate));
    }
    this.count('begun', begun);
  }

  /** Runs so many at once, each again and again until the time is over. */
  async together(count: number, act: () => Promise<void>): Promise<void> {
    const again = async (): Promise<void> => {
      while (!this.isOver) {
        const startedAt = performance.now();
        await act().catch(() => this.count('failed'));
        this.count('begun');
        // A refused connection fails at once: the attack is bounded then too.
        if (performance.now() - startedAt < 20) await this.pause(20);
      }
    };
    await Promise.all(Array.from({ length: count }, again));
  }
}
