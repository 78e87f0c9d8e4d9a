import type { EntityManager } from 'typeorm';
import { instant, type Instant } from '@warmline/kernel';
import { Audit } from '../audit/audit';
import { Conversations } from '../conversations/conversations';
import { Holdings } from '../conversations/holdings';
import { HOLDING_LEASE } from '../conversations/leases';
import { Observations } from '../conversations/observations';
import { Handovers } from '../handovers/handover-store';
import { Everyone } from '../help/everyone';
import { HelpCalls } from '../help/help-calls';
import { Offers } from '../offers/offers';
import { DoorStore } from '../opening/opening-store';
import { Outbox } from '../outbox/outbox';
import { SetupStore } from '../setup/setup-store';
import { Staff } from '../staff/staff';
import { Supervision } from '../staff/supervision';
import { PromiseStore } from '../waiting-time/wait-estimate-store';
import { Shifts } from '../wellbeing/shifts';
import type { Database } from './database';

/** Everything one transaction may touch. Lock order: conversation, then staff, then offer or handover, then a call for help. */
export interface Stores {
  readonly conversations: Conversations;
  readonly holdings: Holdings;
  readonly handovers: Handovers;
  readonly help: HelpCalls;
  readonly everyone: Everyone;
  readonly offers: Offers;
  readonly observations: Observations;
  readonly shifts: Shifts;
  readonly staff: Staff;
  readonly doors: DoorStore;
  readonly promises: PromiseStore;
  readonly setup: SetupStore;
  readonly supervision: Supervision;
  /** The database's clock: the only one that judges deadlines. */
  now(): Promise<Instant>;
}

const storesOf = (tx: EntityManager, lease: number): Stores => {
  const facts = { tx, audit: new Audit(tx), outbox: new Outbox(tx) };
  return {
    conversations: new Conversations(tx, facts),
    holdings: new Holdings(tx, facts, lease),
    handovers: new Handovers(tx, facts, lease),
    help: new HelpCalls(tx, facts),
    everyone: new Everyone(tx, facts),
    offers: new Offers(tx, facts),
    observations: new Observations(tx, facts),
    shifts: new Shifts(tx, facts),
    staff: new Staff(tx, facts),
    doors: new DoorStore(tx, facts),
    promises: new PromiseStore(tx),
    setup: new SetupStore(tx, facts),
    supervision: new Supervision(tx, facts),
    now: async () => {
      const [row]: [{ now: Date }] = await tx.query('select clock_timestamp() as now');
      return instant(row.now.getTime());
    },
  };
};

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
const TRIES = 3;

const isWorthRepeating = (error: unknown): boolean => {
  const code = errorCode(error);
  return code === DEADLOCK || code === SERIALIZATION;
};

/** The SQLSTATE of a database error, or null for anything else. */
export const errorCode = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;

/** Whether two transactions met at a unique index and this one came second. */
export const isTaken = (error: unknown): boolean => errorCode(error) === '23505';

/** One transaction at READ COMMITTED: state, timeline, holding, audit row and outbox row together, or none of them. */
export class Work {
  /** `lease` is that of a new holding, in ms. */
  constructor(
    private readonly database: Database,
    private readonly lease = HOLDING_LEASE,
  ) {}

  /** Runs it, again after a deadlock, and resolves after COMMIT. What it throws rolls everything back. */
  async run<Result>(work: (stores: Stores) => Promise<Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.database.transaction((tx) => work(storesOf(tx, this.lease)));
      } catch (error) {
        if (tries === TRIES || !isWorthRepeating(error)) throw error;
      }
    }
  }
}
