import type { QueryRunner } from 'typeorm';
import type { ServiceId } from '@warmline/kernel';
import type { Database } from './database';
import { flag } from './parse-rows';
import { RowQuery } from './row-query';

/** Any fixed numbers: they keep these locks apart from each other and from other advisory locks. */
const MATCHER = 7_001;
const SEQUENCER = 7_002;
const KEYRING = 7_003;

const TRY_LOCK = new RowQuery<{ readonly taken: boolean }>(
  { taken: flag },
  'select pg_try_advisory_lock($1, hashtext($2)) as taken',
);

/** Makes one process the leader: an advisory lock on a connection of its own, so that it is free again as soon as the process dies. */
abstract class LeaderLock {
  private runner: QueryRunner | null = null;
  /** One question at a time: the connection runs one query at a time. */
  private acquiring: Promise<boolean> | null = null;

  constructor(
    private readonly database: Database,
    private readonly kind: number,
    private readonly name: string,
  ) {}

  /** Whether this process is the leader now. It becomes the leader when no other process is. Calls at the same time share the answer. */
  acquire(): Promise<boolean> {
    this.acquiring ??= this.acquireNow().finally(() => {
      this.acquiring = null;
    });
    return this.acquiring;
  }

  private async acquireNow(): Promise<boolean> {
    if (this.runner !== null && (await this.isAlive(this.runner))) return true;
    const runner = this.database.createQueryRunner();
    try {
      const { taken } = await TRY_LOCK.one(runner.manager, [this.kind, this.name]);
      if (taken) this.runner = runner;
      return taken;
    } finally {
      if (this.runner !== runner) await runner.release();
    }
  }

  /** Does the work only if this process is the leader. When it fails, another process may become it: that one may reach what this one does not. */
  async runIfLeader(work: () => Promise<void>): Promise<void> {
    if (!(await this.acquire())) return;
    try {
      await work();
    } catch (error) {
      await this.release();
      throw error;
    }
  }

  async release(): Promise<void> {
    const runner = this.runner;
    this.runner = null;
    if (runner === null) return;
    await runner.query('select pg_advisory_unlock_all()').catch(() => undefined);
    await runner.release();
  }

  private async isAlive(runner: QueryRunner): Promise<boolean> {
    try {
      await runner.query('select 1');
      return true;
    } catch {
      this.runner = null;
      await runner.release().catch(() => undefined);
      return false;
    }
  }
}

/** Makes one process the matcher of a service. */
export class MatcherLock extends LeaderLock {
  constructor(database: Database, service: ServiceId) {
    super(database, MATCHER, service);
  }
}

/** Makes one process the sequencer of the audit log, which all services of the database share. */
export class SequencerLock extends LeaderLock {
  constructor(database: Database) {
    super(database, SEQUENCER, 'audit log');
  }
}

/** One process at a time re-wraps the keys of the keyring. */
export class KeyringLock extends LeaderLock {
  constructor(database: Database) {
    super(database, KEYRING, 'keyring');
  }
}
