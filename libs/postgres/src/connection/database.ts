import { DataSource } from 'typeorm';
import {
  conversationTable,
  holdingTable,
  observationTable,
  timelineEntryTable,
} from '../conversations/conversation-tables';
import { handoverTable } from '../handovers/handover-table';
import { FirstConversation1700000000001 } from '../migrations/0001-first-conversation';
import { Leases1700000000002 } from '../migrations/0002-leases';
import { Handover1700000000003 } from '../migrations/0003-handover';
import { Outages1700000000004 } from '../migrations/0004-outages';
import { Wellbeing1700000000005 } from '../migrations/0005-wellbeing';
import { Door1700000000006 } from '../migrations/0006-door';
import { Supervision1700000000007 } from '../migrations/0007-supervision';
import { Setup1700000000008 } from '../migrations/0008-setup';
import { Administration1700000000009 } from '../migrations/0009-administration';
import { StaffSeen1700000000010 } from '../migrations/0010-staff-seen';
import { Help1700000000011 } from '../migrations/0011-help';
import { MoreWellbeing1700000000012 } from '../migrations/0012-more-wellbeing';
import { SessionsOfStaff1700000000013 } from '../migrations/0013-sessions-of-staff';
import { PlainNames1700000000014 } from '../migrations/0014-plain-names';
import {
  offerTable,
  resourceTable,
  serviceTable,
  starterTable,
  staffSessionTable,
  staffTable,
} from '../setup/service-tables';
import { PreparedStatementClient } from './prepared-statement-client';
import { socketWithReadTimeout } from './socket-with-read-timeout';

export type Database = DataSource;

export interface DatabaseOptions {
  readonly url: string;
  /** Connections of the pool, beside the appender's own. */
  readonly poolSize: number;
  /** A question that is not answered within this (ms) fails, and its connection is dropped. For ever unless given. */
  readonly readTimeout?: number;
  /**
   * A transaction whose process says nothing for this long (ms) is ended by Postgres, and its locks are free: a process that
   * is frozen, or cut off, would keep a conversation from everybody. For ever unless given.
   */
  readonly abandonTransactionAfter?: number;
  /** Waiting for a row that somebody else has locked is given up after this (ms). For ever unless given. */
  readonly lockTimeout?: number;
}

/**
 * Compiling a question takes longer than any of ours, and so does planning one anew for each list of ids. What is planned once
 * goes by index: planned while a table is empty it would scan it ever after, and be the slower the more is written. Transactions
 * are told once how to read, whatever the server's default is, rather than each of them.
 */
const SESSION =
  '-c jit=off -c enable_seqscan=off -c plan_cache_mode=force_generic_plan -c default_transaction_isolation=read\\ committed';

const limitsOf = ({
  readTimeout: answerWithin,
  abandonTransactionAfter: abandonedAfter,
  lockTimeout: lockWithin,
}: Omit<DatabaseOptions, 'url' | 'poolSize'>) => ({
  ...(answerWithin === undefined ? {} : { stream: socketWithReadTimeout(answerWithin) }),
  ...(abandonedAfter === undefined ? {} : { idle_in_transaction_session_timeout: abandonedAfter }),
  ...(lockWithin === undefined ? {} : { lock_timeout: lockWithin }),
});

/** In their order. */
const MIGRATIONS = [
  FirstConversation1700000000001,
  Leases1700000000002,
  Handover1700000000003,
  Outages1700000000004,
  Wellbeing1700000000005,
  Door1700000000006,
  Supervision1700000000007,
  Setup1700000000008,
  Administration1700000000009,
  StaffSeen1700000000010,
  Help1700000000011,
  MoreWellbeing1700000000012,
  SessionsOfStaff1700000000013,
  PlainNames1700000000014,
] as const;

/** Not yet connected: call `initialize()`. Errors carry no parameters into the log. */
export const database = ({ url, poolSize, ...within }: DatabaseOptions): Database =>
  new DataSource({
    type: 'postgres',
    url,
    poolSize,
    connectTimeoutMS: 3_000,
    extra: { Client: PreparedStatementClient, options: SESSION, ...limitsOf(within) },
    applicationName: 'warmline',
    synchronize: false,
    migrationsRun: false,
    migrationsTransactionMode: 'all',
    logging: false,
    entities: [
      serviceTable,
      staffTable,
      staffSessionTable,
      conversationTable,
      timelineEntryTable,
      holdingTable,
      observationTable,
      offerTable,
      handoverTable,
      starterTable,
      resourceTable,
    ],
    migrations: [...MIGRATIONS],
  });
