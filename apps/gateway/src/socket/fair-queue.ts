/** How fast what a sender has used is forgotten: half of it in this time (ms). */
const HALF_LIFE = 10_000;

export interface QueueLimits {
  /** Commands that run at the same time, of everyone. */
  readonly running: number;
  /** Commands of one sender that run at the same time. */
  readonly runningPerSender: number;
  /** Commands of one sender that wait. */
  readonly waitingPerSender: number;
  /** Commands that wait, of everyone. */
  readonly waiting: number;
}

interface Sender {
  readonly waiting: (() => void)[];
  running: number;
  /** What it has used lately, in commands, as of `at`. */
  used: number;
  at: number;
}

export type Turn<Answer> =
  | { readonly isRun: true; readonly answer: Answer }
  | { readonly isRun: false; readonly why: 'too_fast' | 'server_busy' };

/**
 * Runs the command of the sender who has used the least lately. A person types a few commands a minute, so theirs go before
 * those of a sender who sends hundreds, however many of those there are: the honest do not wait behind an attacker.
 */
export class FairQueue {
  private readonly senders = new Map<string, Sender>();
  /** Senders with commands that wait. */
  private readonly ready = new Set<Sender>();
  private running = 0;
  private waitingCount = 0;

  /** `now`: ms of any clock that only moves forward. */
  constructor(
    private readonly limits: QueueLimits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Commands that wait now. */
  get waiting(): number {
    return this.waitingCount;
  }

  /** Rejects only where `work` does. */
  async run<Answer>(key: string, work: () => Promise<Answer>): Promise<Turn<Answer>> {
    const sender = this.senderOf(key);
    if (sender.waiting.length >= this.limits.waitingPerSender) return { isRun: false, why: 'too_fast' };
    if (this.waitingCount >= this.limits.waiting) return { isRun: false, why: 'server_busy' };
    await this.turnOf(sender);
    try {
      return { isRun: true, answer: await work() };
    } finally {
      this.ended(key, sender);
    }
  }

  private turnOf(sender: Sender): Promise<void> | undefined {
    if (this.isFree(sender) && sender.waiting.length === 0) {
      this.begin(sender);
      return undefined;
    }
    return new Promise((resolve) => {
      sender.waiting.push(resolve);
      this.waitingCount += 1;
      this.ready.add(sender);
    });
  }

  private isFree(sender: Sender): boolean {
    return this.running < this.limits.running && sender.running < this.limits.runningPerSender;
  }

  private begin(sender: Sender): void {
    this.running += 1;
    sender.running += 1;
    sender.used = this.usedNow(sender) + 1;
    sender.at = this.now();
  }

  private ended(key: string, sender: Sender): void {
    this.running -= 1;
    sender.running -= 1;
    for (let next = this.next(); next !== null; next = this.next()) this.beginNext(next);
    if (sender.running === 0 && sender.waiting.length === 0 && this.usedNow(sender) < 1)
      this.senders.delete(key);
    this.forgetIdle();
  }

  private beginNext(sender: Sender): void {
    const resolve = sender.waiting.shift();
    if (sender.waiting.length === 0) this.ready.delete(sender);
    if (resolve === undefined) return;
    this.waitingCount -= 1;
    this.begin(sender);
    resolve();
  }

  /** Of those who wait and may run, the one that has used the least. */
  private next(): Sender | null {
    if (this.running >= this.limits.running) return null;
    let [least, used]: [Sender | null, number] = [null, Infinity];
    for (const sender of this.ready) {
      if (sender.running >= this.limits.runningPerSender) continue;
      const theirs = this.usedNow(sender);
      if (theirs < used) [least, used] = [sender, theirs];
    }
    return least;
  }

  private senderOf(key: string): Sender {
    const known = this.senders.get(key);
    // Kept in the order of use, so that the first is the one seen longest ago.
    if (known !== undefined) this.senders.delete(key);
    const sender = known ?? { waiting: [], running: 0, used: 0, at: this.now() };
    this.senders.set(key, sender);
    return sender;
  }

  private usedNow({ used, at }: Sender): number {
    return used * 0.5 ** ((this.now() - at) / HALF_LIFE);
  }

  /** Forgets the sender seen longest ago once it has used nothing to speak of, so that memory stays bounded. */
  private forgetIdle(): void {
    const [first] = this.senders;
    if (first === undefined) return;
    const [key, sender] = first;
    if (sender.running === 0 && sender.waiting.length === 0 && this.usedNow(sender) < 1)
      this.senders.delete(key);
  }
}
