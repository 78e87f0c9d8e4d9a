import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  EMPTY_RANGE,
  TILE_HEIGHT,
  appendLeaves,
  headOf,
  inclusionProof,
  leafHash,
  verifyInclusion,
} from '@warmline/audit-log';
import { serviceId, staffId } from '@warmline/kernel';
import { AuditExportReadModel, UnitOfWork, database } from '@warmline/postgres';
import { figure, median, type Figure } from '../report/figure';
import type { Session } from '../resources';
import { on } from '../sides/databases';
import { Warmline } from '../sides/warmline';

const WRITERS = 8;
/** Facts a second, for the lag. */
const STEADY = 1_000;
/** Facts of one paced step. */
const STEP = 10;

/** Writes facts that are nothing but an audit row: what the log adds is largest beside them. */
class FactWriter {
  private constructor(
    private readonly work: UnitOfWork,
    private readonly save: (work: UnitOfWork) => Promise<void>,
    readonly close: () => Promise<void>,
  ) {}

  static async open(url: string): Promise<FactWriter> {
    const opened = await database({ url, poolSize: WRITERS }).initialize();
    const [ids] = await on(url, async (client) => {
      const { rows } = await client.query<{ service: string; staff: string }>(
        'select service_id as service, id as staff from staff limit 1',
      );
      return rows;
    });
    if (ids === undefined) throw new Error('the demo has staff');
    const fact = { service: serviceId(ids.service), staff: staffId(ids.staff) };
    return new FactWriter(
      new UnitOfWork(opened),
      (work) => work.inTransaction((stores) => stores.setup.saveExport({ type: 'audit_exported', ...fact })),
      () => opened.destroy(),
    );
  }

  /** As fast as it goes. @returns facts a second */
  async rate(seconds: number): Promise<number> {
    const since = performance.now();
    const until = since + seconds * 1_000;
    let facts = 0;
    const write = async (): Promise<void> => {
      for (; performance.now() < until; facts += 1) await this.save(this.work);
    };
    await Promise.all(Array.from({ length: WRITERS }, write));
    return (facts / (performance.now() - since)) * 1_000;
  }

  /** Facts that leave on time, whether or not those before them are stored. */
  async steady(seconds: number): Promise<void> {
    const since = performance.now();
    const all: Promise<void>[] = [];
    for (let sent = 0; sent < seconds * STEADY; sent += STEP) {
      await delay(Math.max(0, since + (sent / STEADY) * 1_000 - performance.now()));
      for (let fact = 0; fact < STEP; fact += 1) all.push(this.save(this.work));
    }
    await Promise.all(all);
  }
}

const withWorker = async (session: Session): Promise<Warmline> => {
  const warmline = await Warmline.start(session.resources, 0);
  warmline.startWorker();
  return warmline;
};

const storing = async (session: Session, logged: Warmline): Promise<Figure> => {
  const plain = await withWorker(session);
  await on(plain.database, (client) => client.query('drop trigger audit_entry_is_pending on audit_entry'));
  const [ours, baseline] = [await FactWriter.open(logged.database), await FactWriter.open(plain.database)];
  const [withLog, without]: [number[], number[]] = [[], []];
  for (let round = 0; round < session.blocks * 2; round += 1) {
    without.push(await baseline.rate(session.seconds));
    withLog.push(await ours.rate(session.seconds));
    session.resources.say(
      `    ${withLog.at(-1)?.toFixed(0)} facts/s with the log, ${without.at(-1)?.toFixed(0)} without`,
    );
  }
  await Promise.all([ours.close(), baseline.close()]);
  await plain.stop();
  return figure(
    { id: 'AUDIT', what: 'facts stored with the audit log ÷ without', goal: '>=0.9', unit: '/s' },
    { ours: median(withLog), baseline: median(without) },
  );
};

/** From a row to the first checkpoint that covers it; ms, by the clock of Postgres. */
const LAG = `
  select percentile_disc(0.99) within group (order by lag)::double precision as p99, count(*)::integer as rows from (
    select extract(epoch from (select min(c.at) from audit_checkpoint c where c.size > l.index) - e.at) * 1000 as lag
    from audit_entry e join audit_leaf l on l.entry_id = e.id where e.id > $1::bigint) lags`;

const lagging = async ({ seconds }: Session, logged: Warmline): Promise<Figure> => {
  const writer = await FactWriter.open(logged.database);
  const found = await on(logged.database, async (client) => {
    const before = await client.query<{ id: string }>('select coalesce(max(id), 0) as id from audit_entry');
    await writer.steady(seconds * 4);
    const isPending = async (): Promise<boolean> => {
      const { rows } = await client.query<{ open: boolean }>(
        `select exists (select 1 from audit_pending) or (select size from audit_tree) > (select max(size) from audit_checkpoint) as open`,
      );
      return rows[0]?.open === true;
    };
    while (await isPending()) await delay(50);
    const { rows } = await client.query<{ p99: number }>(LAG, [before.rows[0]?.id]);
    return rows[0]?.p99 ?? 0;
  });
  await writer.close();
  return figure(
    {
      id: 'AUDIT.lag',
      what: `a row to its checkpoint at ${STEADY} facts/s, p99`,
      goal: '<=2000',
      unit: 'ms',
    },
    { ours: found, baseline: null },
    false,
  );
};

const PAGE = 10_000;
const PROOFS = 100;

const leavesFrom = (from: number): Buffer[] =>
  Array.from({ length: PAGE }, (_, place) =>
    leafHash(
      createHash('sha256')
        .update(String(from + place))
        .digest(),
    ),
  );

/** A log of so many entries, as the sequencer leaves it. @returns its head */
const fill = (url: string, size: number): Promise<Buffer> =>
  on(url, async (client) => {
    let range = EMPTY_RANGE;
    for (let from = 0; from < size; from += PAGE) {
      const leaves = leavesFrom(from);
      const grown = appendLeaves(range, leaves);
      const stored = grown.completed.filter(({ level }) => level % TILE_HEIGHT === 0);
      range = grown.range;
      await client.query(
        `insert into audit_leaf (index, entry_id, hash)
         select $1::bigint + place - 1, $1::bigint + place, hash from unnest($2::bytea[]) with ordinality as r(hash, place)`,
        [from, leaves],
      );
      await client.query(
        'insert into audit_subtree (level, index, hash) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])',
        [stored.map(({ level }) => level), stored.map(({ index }) => index), stored.map(({ hash }) => hash)],
      );
    }
    await client.query('analyze audit_leaf, audit_subtree');
    return headOf(range);
  });

const proving = async ({ resources, isQuick }: Session): Promise<Figure> => {
  const size = isQuick ? 100_000 : 1_000_000;
  const warmline = await Warmline.start(resources, 0);
  const head = await fill(warmline.database, size);
  const opened = await database({ url: warmline.database, poolSize: 2 }).initialize();
  const log = new AuditExportReadModel(opened);
  const took: number[] = [];
  for (let number = 0; number < PROOFS; number += 1) {
    const entry = 1 + ((number * 7_919_993) % size);
    const since = performance.now();
    const index = await log.findPlace(String(entry));
    const proof = await inclusionProof(index ?? -1, size, (tile) => log.loadHashes(tile));
    took.push(performance.now() - since);
    const leaf = leafHash(createHash('sha256').update(String(index)).digest());
    if (!verifyInclusion(leaf, index ?? -1, { tree: { size, head }, proof }))
      throw new Error('the proof does not hold');
  }
  await opened.destroy();
  await warmline.stop();
  return figure(
    {
      id: 'AUDIT.proof',
      what: `a row’s proof from ${size.toLocaleString('en')} entries`,
      goal: '<=50',
      unit: 'ms',
    },
    { ours: median(took), baseline: null },
    false,
  );
};

/** What the audit log costs, how far it is behind, and how long a proof takes. */
export const auditLog = async (session: Session): Promise<Figure[]> => {
  const logged = await withWorker(session);
  const stored = await storing(session, logged);
  const lag = await lagging(session, logged);
  await logged.stop();
  return [stored, lag, await proving(session)];
};
