import type { Conversation } from '@warmline/conversation';
import type { StaffId } from '@warmline/kernel';
import type { Caseload, Offer } from '@warmline/routing';

export interface HoldingRow {
  readonly conversation: string;
  readonly epoch: number;
  readonly staff: StaffId;
  readonly open: boolean;
}

export interface WriteRow {
  readonly conversation: string;
  readonly staff: StaffId;
  readonly epoch: number;
}

/** All that is committed. */
export interface Rows {
  readonly conversations: ReadonlyMap<string, Conversation>;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly holdings: readonly HoldingRow[];
  readonly writes: readonly WriteRow[];
}

/** Lets anybody else go first, as a round trip to the database does. */
type Turn = (what: string) => Promise<void>;

interface Lock {
  readonly by: Transaction;
  readonly free: Promise<void>;
}

/** Row locks, READ COMMITTED, all or nothing: what the product's transactions stand on, and no more. */
export class TransactionalMemory {
  /** After each commit, oldest first; the first is the beginning. */
  readonly past: Rows[];
  readonly locks = new Map<string, Lock>();

  constructor(
    first: Rows,
    readonly turn: Turn,
    /** Without, every lock is forgotten: to see that the invariants would notice. */
    readonly isLocking = true,
  ) {
    this.past = [first];
  }

  get rows(): Rows {
    const rows = this.past.at(-1);
    if (rows === undefined) throw new Error('there is a beginning');
    return rows;
  }

  async run(work: (tx: Transaction) => Promise<void>): Promise<void> {
    const tx = new Transaction(this);
    try {
      await work(tx);
      await this.turn('commit');
      tx.commit();
    } finally {
      tx.unlock();
    }
  }
}

export class Transaction {
  private readonly changes: ((rows: Rows) => Rows)[] = [];
  private readonly keys: string[] = [];
  private free: () => void = () => undefined;
  private readonly freed = new Promise<void>((resolve) => {
    this.free = resolve;
  });

  constructor(private readonly memory: TransactionalMemory) {}

  async lock(key: string): Promise<void> {
    await this.memory.turn(`lock ${key}`);
    if (!this.memory.isLocking || this.keys.includes(key)) return;
    for (let held = this.memory.locks.get(key); held !== undefined; held = this.memory.locks.get(key))
      await held.free;
    this.memory.locks.set(key, { by: this, free: this.freed });
    this.keys.push(key);
  }

  /** What is committed at this moment. */
  async read(): Promise<Rows> {
    await this.memory.turn('read');
    return this.memory.rows;
  }

  change(how: (rows: Rows) => Rows): void {
    this.changes.push(how);
  }

  commit(): void {
    if (this.changes.length === 0) return;
    this.memory.past.push(this.changes.reduce((rows, change) => change(rows), this.memory.rows));
  }

  unlock(): void {
    for (const key of this.keys) this.memory.locks.delete(key);
    this.free();
  }
}

export const caseloadOf = ({ holdings }: Rows, staff: StaffId): Caseload => ({
  standard: holdings.filter((held) => held.open && held.staff === staff).length,
  answerFirst: 0,
  wrapUps: 0,
});
