import TinyQueue from 'tinyqueue';

/** How fast what a sender has used is forgotten: half of it in this time (ms). */
const HALF_LIFE = 10_000;

export interface QueueLimits {
  /** Commands that run at the same time, of everyone. */
  readonly running: number;
  /** Commands of one sender that run at the same time. */
  readonly runningPerSender: number;
  /** Commands of one sender that wait. */
  readonly waitingPerSender: number;
  /** Commands that wait, of everyone, besides urgent ones. */
  readonly waiting: number;
  /** Urgent commands that wait, of everyone. One more waits like any other command. */
  readonly waitingUrgent: number;
  /** A command that is not urgent waits at most this long (ms). No limit by default. */
  readonly waitsMost?: number;
}

/** Who asks for a turn. */
export interface Asker {
  /** Names the sender. */
  readonly key: string;
  /** Goes first, in every second turn at least, and waits for as long as it takes. */
  readonly isUrgent?: boolean;
}

interface Waiting {
  readonly isUrgent: boolean;
  readonly settle: (mayRun: boolean) => void;
}

interface Sender {
  readonly waiting: Waiting[];
  running: number;
  /** What it has used lately, in commands, as of `at`. */
  used: number;
  at: number;
  /** Its place among those who wait and may run; null while it has none. */
  place: Place | null;
}

/** A sender's place in the order of turns. It does not change as time passes, since everyone's use is forgotten equally fast. */
interface Place {
  readonly sender: Sender;
  /** The logarithm (base 2) of what its use will be worth at a fixed time: the smallest goes first. */
  readonly score: number;
  /** Of those who have used as much, who has waited longest. */
  readonly since: number;
  readonly isUrgent: boolean;
}

const byUse = (one: Place, other: Place): number =>
  one.score === other.score ? one.since - other.since : one.score - other.score;

const hasUrgent = ({ waiting }: Sender): boolean => waiting.some(({ isUrgent }) => isUrgent);

/** Places that were given up stay in the queue until they come first, or until there are this many times more of them. */
const STALE_MOST = 2;
const STALE_ALLOWED = 64;

/** Who goes next, found without looking at everyone who waits: thousands may. */
class Order {
  private places = new TinyQueue<Place>([], byUse);
  private valid = 0;

  add(place: Place): void {
    this.valid += 1;
    this.places.push(place);
  }

  /** Its sender has no place here any more. */
  gaveUp(): void {
    this.valid -= 1;
    if (this.places.length > STALE_ALLOWED + STALE_MOST * this.valid)
      this.places = new TinyQueue(this.places.data.filter(isTaken), byUse);
  }

  first(): Sender | null {
    for (let place = this.places.peek(); place !== undefined; place = this.places.peek()) {
      if (isTaken(place)) return place.sender;
      this.places.pop();
    }
    return null;
  }
}

const isTaken = (place: Place): boolean => place.sender.place === place;

export type Turn<Answer> =
  | { readonly isRun: true; readonly answer: Answer }
  | { readonly isRun: false; readonly why: 'too_fast' | 'server_busy' };

/**
 * Runs the command of the sender who has used the least lately. A person types a few commands a minute, so theirs go before
 * those of a sender who sends hundreds, however many of those there are: the honest do not wait behind an attacker.
 */
export class FairQueue {
  private readonly senders = new Map<string, Sender>();
  private readonly urgent = new Order();
  private readonly others = new Order();
  private placed = 0;
  private running = 0;
  private waitingUrgent = 0;
  private waitingOthers = 0;
  /** The last turn went to something urgent: the next is for another sender, if one waits. */
  private wasUrgent = false;

  /** `now`: ms of any clock that only moves forward. */
  constructor(
    private readonly limits: QueueLimits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Commands that wait now. */
  get waiting(): number {
    return this.waitingUrgent + this.waitingOthers;
  }

  /** Rejects only where `work` does. */
  async run<Answer>({ key, isUrgent = false }: Asker, work: () => Promise<Answer>): Promise<Turn<Answer>> {
    const sender = this.senderOf(key);
    if (sender.waiting.length >= this.limits.waitingPerSender) return { isRun: false, why: 'too_fast' };
    const goesFirst = isUrgent && this.waitingUrgent < this.limits.waitingUrgent;
    if (!goesFirst && this.waitingOthers >= this.limits.waiting) return { isRun: false, why: 'server_busy' };
    // Nobody waits for a turn that is free: the work begins at once.
    const turn = this.turnOf(sender, goesFirst);
    if (turn !== true && !(await turn)) return { isRun: false, why: 'server_busy' };
    try {
      return { isRun: true, answer: await work() };
    } finally {
      this.ended(key, sender);
    }
  }

  /** False when it waited for too long. */
  private turnOf(sender: Sender, isUrgent: boolean): Promise<boolean> | true {
    if (this.isFree(sender) && sender.waiting.length === 0) {
      this.begin(sender);
      return true;
    }
    const { waitsMost } = this.limits;
    return new Promise((resolve) => {
      const waiting: Waiting = {
        isUrgent,
        settle: (mayRun) => {
          clearTimeout(timer);
          resolve(mayRun);
        },
      };
      const timer =
        isUrgent || waitsMost === undefined
          ? undefined
          : setTimeout(() => this.giveUp(sender, waiting), waitsMost).unref();
      sender.waiting.push(waiting);
      this.count(waiting, 1);
      this.place(sender);
    });
  }

  private giveUp(sender: Sender, waiting: Waiting): void {
    const at = sender.waiting.indexOf(waiting);
    if (at === -1) return;
    sender.waiting.splice(at, 1);
    this.place(sender);
    this.count(waiting, -1);
    waiting.settle(false);
  }

  private count({ isUrgent }: Waiting, change: 1 | -1): void {
    if (isUrgent) this.waitingUrgent += change;
    else this.waitingOthers += change;
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
    this.place(sender);
    for (let next = this.next(); next !== null; next = this.next()) this.beginNext(next);
    if (sender.running === 0 && sender.waiting.length === 0 && this.usedNow(sender) < 1)
      this.senders.delete(key);
    this.forgetIdle();
  }

  private beginNext(sender: Sender): void {
    const next = sender.waiting.shift();
    if (next === undefined) return;
    this.count(next, -1);
    this.begin(sender);
    this.place(sender);
    next.settle(true);
  }

  /**
   * Of those who wait and may run, the one that has used the least. Those with something urgent go first, but not twice in
   * a row while others wait: a crowd that calls itself urgent leaves half of the turns to everyone else.
   */
  private next(): Sender | null {
    if (this.running >= this.limits.running) return null;
    const [urgent, other] = [this.urgent.first(), this.others.first()];
    if (urgent === null && other === null) return null;
    this.wasUrgent = urgent !== null && (other === null || !this.wasUrgent);
    return this.wasUrgent ? urgent : other;
  }

  /** Gives a sender the place that it has now, if it waits and may run. */
  private place(sender: Sender): void {
    const before = sender.place;
    const now = this.placeOf(sender);
    if (now !== null && before?.score === now.score && before.isUrgent === now.isUrgent) return;
    sender.place = now;
    if (before !== null) this.orderOf(before).gaveUp();
    if (now !== null) this.orderOf(now).add(now);
  }

  private placeOf(sender: Sender): Place | null {
    if (sender.waiting.length === 0 || sender.running >= this.limits.runningPerSender) return null;
    this.placed += 1;
    return {
      sender,
      score: sender.used === 0 ? -Infinity : Math.log2(sender.used) + sender.at / HALF_LIFE,
      since: sender.place?.since ?? this.placed,
      isUrgent: hasUrgent(sender),
    };
  }

  private orderOf({ isUrgent }: Place): Order {
    return isUrgent ? this.urgent : this.others;
  }

  private senderOf(key: string): Sender {
    const known = this.senders.get(key);
    // Kept in the order of use, so that the first is the one seen longest ago.
    if (known !== undefined) this.senders.delete(key);
    const sender = known ?? { waiting: [], running: 0, used: 0, at: this.now(), place: null };
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
