import { CheckpointSigner, openCheckpoint } from '@warmline/audit-log';
import {
  AuditKeyStore,
  AuditLogStore,
  database,
  LostLead,
  ROLES,
  SequencerLock,
  type Database,
} from '@warmline/postgres';
import { Scene, until } from '@warmline/test-kit';
import { Sequencer } from './sequencer';

let scene: Scene;
let signer: CheckpointSigner;
beforeAll(async () => {
  scene = await Scene.open();
  const opened = await open();
  const keys = new AuditKeyStore(opened);
  signer = new CheckpointSigner(Buffer.alloc(32, 7), (await keys.loadLog()).origin);
  await keys.recordKey(signer.publicKey);
  await opened.destroy();
});
afterAll(() => scene.close());

const open = (): Promise<Database> =>
  database({ url: scene.database.urlOf(ROLES.sequencer), poolSize: 2 }).initialize();

interface Asks {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** Calls `step` before each statement. */
const stepping = <Asked extends Asks>(asked: Asked, step: () => Promise<void>): Asked =>
  new Proxy(asked, {
    get: (target, name) => {
      if (name === 'query')
        return async (sql: string, parameters?: unknown[]) => {
          await step();
          return target.query(sql, parameters);
        };
      const value: unknown = Reflect.get(target, name);
      if (name === 'transaction' && typeof value === 'function')
        return (work: (tx: Asks) => Promise<unknown>): unknown =>
          value.call(target, (tx: Asks) => work(stepping(tx, step)));
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

/** A process that keeps the log, and is killed before its statement `at`. */
class Worker {
  private statements = 0;
  private at = Number.POSITIVE_INFINITY;
  private readonly lock: SequencerLock;
  private readonly sequencer: Sequencer;

  private constructor(private readonly opened: Database) {
    this.lock = new SequencerLock(opened);
    this.sequencer = new Sequencer(new AuditLogStore(stepping(opened, () => this.count())), signer);
  }

  static async start(): Promise<Worker> {
    return new Worker(await open());
  }

  /** Rejects when it was killed. @returns whether it was the leader */
  async sequence(): Promise<boolean> {
    let isLeader = false;
    await this.lock.runIfLeader(async () => {
      isLeader = true;
      await this.sequencer.sequencePending();
    });
    return isLeader;
  }

  dieAt(statement: number): void {
    [this.statements, this.at] = [0, statement];
  }

  async stop(): Promise<void> {
    await this.lock.release();
    await this.opened.destroy();
  }

  /** Its connections end in the middle of whatever they do, and the lock with them. */
  private async count(): Promise<void> {
    this.statements += 1;
    if (this.statements !== this.at) return;
    await scene.database.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = $1`,
      [ROLES.sequencer],
    );
    throw new Error('killed');
  }
}

const expectAllLoggedOnce = async (): Promise<void> => {
  const rows = await scene.database.sql<{ id: string }>('select id from audit_entry order by id');
  const leaves = await scene.database.sql<{ id: string; index: string }>(
    'select entry_id as id, index from audit_leaf order by index',
  );
  expect(leaves.map(({ index }) => Number(index))).toEqual(rows.map((_, index) => index));
  expect(leaves.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
  const { note } = await scene.database.one<{ note: string }>(
    'select note from audit_checkpoint order by size desc limit 1',
  );
  expect(openCheckpoint(note, [signer.publicKey]).size).toBe(rows.length);
};

describe('the sequencer', () => {
  it('[AUD3] loses no entry and takes none twice, at whichever statement it is killed, and another goes on', async () => {
    let kills = 0;
    for (let wasKilled = true, statement = 1; wasKilled; statement += 1) {
      const [first, second] = [await Worker.start(), await Worker.start()];
      await scene.waiting();
      expect(await first.sequence()).toBe(true);
      expect(await second.sequence()).toBe(false);
      await scene.waiting();
      await scene.waiting();
      first.dieAt(statement);
      wasKilled = await first.sequence().then(
        () => false,
        () => true,
      );
      if (wasKilled) {
        kills += 1;
        await until('the other to lead', () => second.sequence().catch(() => false));
      }
      await expectAllLoggedOnce();
      await Promise.all([first.stop(), second.stop()]);
    }
    // Every statement of one pass: the lock of the tree, taking, salts, leaves, the tree, and the checkpoint.
    expect(kills).toBeGreaterThanOrEqual(8);
  });

  it('[AUD3] that was frozen while another took over changes nothing when it wakes', async () => {
    const [frozen, other] = [await open(), await open()];
    await scene.waiting();
    const store = new AuditLogStore(frozen);
    const stale = await store.beginEpoch();
    await new Sequencer(new AuditLogStore(other), signer).sequencePending();
    await scene.waiting();
    const failing = store.appendPending(stale, 100, ({ size, heads }) => ({
      range: { size, heads },
      leaves: [],
      subtrees: [],
    }));
    await expect(failing).rejects.toThrow(LostLead);
    await new Sequencer(new AuditLogStore(other), signer).sequencePending();
    await expectAllLoggedOnce();
    await Promise.all([frozen.destroy(), other.destroy()]);
  });

  it('[AUD3] does not skip a row whose transaction was open when it passed', async () => {
    const opened = await open();
    const sequence = (): Promise<void> => new Sequencer(new AuditLogStore(opened), signer).sequencePending();
    await scene.database.session(async (client) => {
      await client.query('begin');
      await client.query(
        `insert into audit_entry (service_id, action, actor_kind) values ($1, 'wrapped_up', 'system')`,
        [scene.service],
      );
      // Later numbers are committed first, and the sequencer passes them.
      await scene.waiting();
      await sequence();
      await client.query('commit');
    });
    await sequence();
    await expectAllLoggedOnce();
    await opened.destroy();
  });
});
