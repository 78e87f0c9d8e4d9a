import {
  CheckpointSigner,
  entryLeaf,
  entrySalt,
  inclusionProof,
  openCheckpoint,
  verifyExport,
  verifyInclusion,
  type Verdict,
} from '@warmline/audit-log';
import {
  AuditExportReadModel,
  AuditKeyStore,
  AuditLogStore,
  database,
  ROLES,
  type Database,
} from '@warmline/postgres';
import { Scene } from '@warmline/test-kit';
import { ExportAudit } from './export-audit';
import { OneExport } from './one-export';
import { Sequencer } from './sequencer';

let scene: Scene;
let sequencing: Database;
let reading: Database;
let owning: Database;
let signer: CheckpointSigner;
/** What someone outside keeps as time goes by. */
let kept: string[];
const openAs = (role: (typeof ROLES)['sequencer' | 'app' | 'owner']): Promise<Database> =>
  database({ url: scene.database.urlOf(role), poolSize: 2 }).initialize();
beforeEach(async () => {
  kept = [];
  scene = await Scene.open();
  sequencing = await openAs(ROLES.sequencer);
  reading = await openAs(ROLES.app);
  owning = await openAs(ROLES.owner);
  const keys = new AuditKeyStore(sequencing);
  signer = new CheckpointSigner(Buffer.alloc(32, 7), (await keys.loadLog()).origin);
  await keys.recordKey(signer.publicKey);
});
afterEach(async () => {
  await Promise.all([sequencing.destroy(), reading.destroy(), owning.destroy()]);
  await scene.close();
});

const sequence = (): Promise<void> => new Sequencer(new AuditLogStore(sequencing), signer).sequencePending();
const newestNote = async (): Promise<string> =>
  (await scene.database.one<{ note: string }>('select note from audit_checkpoint order by size desc limit 1'))
    .note;

/** Facts enter, and the checkpoint of them is kept where the operator cannot reach it. */
const factsUnderACheckpoint = async (facts: number): Promise<void> => {
  for (let count = 0; count < facts; count += 1) await scene.waiting();
  await sequence();
  kept.push(await newestNote());
};

const verify = async (...notes: readonly string[]): Promise<Verdict> => {
  const lines: string[] = [];
  const { id: staff } = await scene.person({ role: 'supervisor' });
  const exporter = new ExportAudit(scene.work, new AuditExportReadModel(reading), new OneExport());
  await exporter.exportTo({ service: scene.service, staff }, async (parts) => {
    for await (const part of parts) lines.push(...part.split('\n').filter((line) => line !== ''));
  });
  return verifyExport(lines, { notes, keys: [signer.publicKey] });
};

/** As the owner of the tables: it may do everything that the app and the sequencer may not. */
const asOwner = async (...statements: readonly string[]): Promise<void> => {
  for (const statement of statements) await owning.query(statement);
};
const PAST_THE_TRIGGER = (statement: string): readonly string[] => [
  'alter table audit_entry disable trigger user',
  statement,
  'alter table audit_entry enable trigger user',
];
/** Builds the log again from the rows as they are now, and signs it with the right key: what an operator could do. */
const signAgain = async (): Promise<void> => {
  await asOwner(
    'truncate audit_leaf, audit_subtree, audit_checkpoint, audit_pending',
    `update audit_tree set size = 0, heads = '{}'`,
    'insert into audit_pending select id from audit_entry',
  );
  await sequence();
};
const rowAt = async (index: number): Promise<string> =>
  (
    await scene.database.one<{ id: string }>('select entry_id as id from audit_leaf where index = $1', [
      index,
    ])
  ).id;

/** Two leaves change places, with their hashes: every row still fits its leaf. */
const SWAP_LEAVES = `
  update audit_leaf set index = case index when 3 then 9000 else 9001 end where index in (3, 8);
  update audit_leaf set index = case index when 9000 then 8 else 3 end where index >= 9000`;

/** Everything of the log and its rows goes back to what it was after `size` entries. */
const goBackTo = (size: number, heads: string): readonly string[] => [
  `delete from audit_entry where id in (select entry_id from audit_leaf where index >= ${size})`,
  `delete from audit_leaf where index >= ${size}`,
  `delete from audit_checkpoint where size > ${size}`,
  `update audit_tree set size = ${size}, heads = '${heads}'`,
];
const headsNow = async (): Promise<string> =>
  (await scene.database.one<{ heads: string }>('select heads::text from audit_tree')).heads;

/** What is done to a log of twelve rows, whose checkpoint was kept, and the words that tell of it. */
interface Way {
  readonly how: () => Promise<void>;
  readonly says?: RegExp;
  readonly outcome?: Verdict['outcome'];
}

const WAYS: Record<string, Way> = {
  'a row is changed': {
    how: async () => asOwner(`update audit_entry set reason = 'band_1' where id = ${await rowAt(4)}`),
    says: /^Entry 4 \(audit row \d+\) is not what entered the log/,
  },
  'a row is deleted': {
    how: async () => asOwner(`delete from audit_entry where id = ${await rowAt(4)}`),
    says: /^Entry 4 has no audit row any more/,
  },
  'a row is inserted past the trigger': {
    how: () =>
      asOwner(
        ...PAST_THE_TRIGGER(
          `insert into audit_entry (at, service_id, action, actor_kind) values (now() - interval '1 day', '${scene.service}', 'wrapped_up', 'staff')`,
        ),
      ),
    says: /^Audit row \d+ is in the database, and never entered the log/,
  },
  'two entries change places in the log': {
    how: () => asOwner(...SWAP_LEAVES.split(';')),
    says: /^From entry 0 to entry 11 the log differs from the checkpoint at 12 entries/,
  },
  'the end is cut off, rows and hashes and checkpoints': {
    how: async () => {
      const heads = await headsNow();
      await factsUnderACheckpoint(3);
      await asOwner(...goBackTo(12, heads));
    },
    // It may also be an export of before the checkpoint: the next export shows which. It is never sound.
    outcome: 'too_old',
  },
  'what two rows say is swapped': {
    how: async () => {
      const [one, other] = [await rowAt(2), await rowAt(9)];
      await asOwner(
        `update audit_entry e set conversation_id = o.conversation_id from audit_entry o
         where (e.id, o.id) in ((${one}, ${other}), (${other}, ${one}))`,
      );
    },
    says: /^Entry 2 \(audit row \d+\) is not what entered the log/,
  },
  'a hash is changed': {
    how: () => asOwner(`update audit_leaf set hash = sha256('other') where index = 6`),
    says: /^Entry 6 \(audit row \d+\) is not what entered the log/,
  },
  'a leaf is dropped with its row': {
    how: async () =>
      asOwner(
        `delete from audit_entry where id = ${await rowAt(6)}`,
        'delete from audit_leaf where index = 6',
      ),
    says: /^Entry 6 is missing: the log goes on with entry 7/,
  },
  'a row is changed, and the whole log is made and signed again': {
    how: async () => {
      await asOwner(`update audit_entry set reason = 'band_1' where id = ${await rowAt(4)}`);
      await signAgain();
    },
    says: /^From entry 0 to entry 11 the log differs from the checkpoint at 12 entries/,
  },
  'the database goes back to an older checkpoint, and goes on from there': {
    how: async () => {
      const heads = await headsNow();
      await factsUnderACheckpoint(4);
      await asOwner(...goBackTo(12, heads));
      await factsUnderACheckpoint(9);
    },
    says: /^From entry 12 to entry 15 the log differs from the checkpoint at 16 entries/,
  },
};
/** These leave a log that fits itself: only a checkpoint that was kept elsewhere shows them. */
const SEEN_ONLY_FROM_ELSEWHERE = /cut off|signed again|older checkpoint/;

describe('an audit log that its owner tampered with', () => {
  it('[AUD3] is sound before', async () => {
    await factsUnderACheckpoint(12);
    expect(await verify(...kept)).toMatchObject({ outcome: 'sound', size: 12, covered: 12, findings: [] });
    expect(await verify()).toMatchObject({ outcome: 'unproven' });
  });

  it.each(Object.entries(WAYS))(
    '[AUD3] is found out by a kept checkpoint when %s',
    async (name, { how, says = /^$/, outcome = 'altered' }) => {
      await factsUnderACheckpoint(12);
      await how();
      const verdict = await verify(...kept);
      expect(verdict.outcome).toBe(outcome);
      expect(verdict.findings[0] ?? '').toMatch(says);
      const alone = await verify();
      expect(alone.outcome).toBe(SEEN_ONLY_FROM_ELSEWHERE.test(name) ? 'unproven' : 'altered');
    },
  );
});

describe('a conversation whose salt is erased', () => {
  it('[AUD4] is linked to no leaf any more, and every proof still holds', async () => {
    await factsUnderACheckpoint(12);
    const erased = await rowAt(4);
    await asOwner(
      `delete from audit_salt where of_id = (select conversation_id from audit_entry where id = ${erased})`,
    );
    // No erasure is recorded, so the verifier does not believe it.
    const { outcome, erased: lacking, findings } = await verify(...kept);
    expect([outcome, lacking, findings.length]).toEqual(['altered', 1, 1]);
    expect(findings[0]).toMatch(/^Entry 4 .* has lost its salt, and no record of an erasure/);
    const log = new AuditExportReadModel(reading);
    const leaves = await log.loadLeaves(0, 12);
    const [leaf] = leaves.filter(({ index }) => index === 4);
    if (leaf?.row == null) throw new Error('the row is still there');
    expect(leaf.row.salt).toBeNull();
    // A person who has every salt that is left, and the row itself, cannot tell that this leaf is of this row.
    const { entry } = leaf.row;
    const salts = leaves.flatMap(({ row }) => (row?.salt == null ? [] : [row.salt]));
    for (const salt of salts)
      expect(entryLeaf(entry, entrySalt(salt, entry.id)).equals(leaf.hash)).toBe(false);
    const { size, head } = openCheckpoint(kept[0] ?? '', [signer.publicKey]);
    const proof = await inclusionProof(4, size, (tile) => log.loadHashes(tile));
    expect(verifyInclusion(leaf.hash, 4, { tree: { size, head }, proof })).toBe(true);
  });
});
