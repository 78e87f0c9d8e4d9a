import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { Deployment } from './deployment/deployment';
import { aHandoverOf, told, type Warm } from './deployment/handing-over';
import { RunningGateway } from './deployment/running';
import { aSupervisor, type Console } from './deployment/staff';
import type { Visitor } from './deployment/visitor';

const CHANGE_A_BYTE = `set_byte(sealed, length(sealed) - 1, get_byte(sealed, length(sealed) - 1) # 1)`;

let deployment: Deployment;
/** Has no key in memory: it reads everything as it is stored. */
let fresh: RunningGateway;
/** A conversation with one damaged message, in a handover with a damaged brief. */
let handedOver: Warm;
/** A conversation whose key is damaged. */
let keyless: Warm;

beforeAll(async () => {
  deployment = await Deployment.start();
  handedOver = await aHandoverOf(deployment).asked();
  const spoiled = await handedOver.visitor.says('spoiled');
  await handedOver.visitor.says('whole');
  keyless = await aHandoverOf(deployment).asked();
  await keyless.visitor.says('gone with its key');
  await deployment.database.sql(`update timeline_entry set sealed = ${CHANGE_A_BYTE} where id = $1`, [
    spoiled.id,
  ]);
  await deployment.database.sql(`update handover set brief_sealed = '\\x01'`);
  await deployment.database.sql(`update conversation set dek_wrapped = '\\x01' where id = $1`, [
    keyless.visitor.id,
  ]);
  fresh = await deployment.startGateway();
});
afterAll(() => deployment.stop());

const messagesOf = (entries: readonly Entry[]): (string | null)[] =>
  told(entries.filter(({ kind }) => kind === 'message'));

describe('a stored text that cannot be opened', () => {
  it('[OPS2] keeps its place among the others, for the visitor and for the responder', async () => {
    const visitor = await handedOver.visitor.again(fresh);
    const holder = await handedOver.sender.again(fresh);
    for (const page of [await visitor.reads(), await holder.reads(handedOver.held)])
      expect(messagesOf(page.entries)).toEqual([null, 'whole']);
  });

  it('takes down neither the desk around it nor the conversation, which goes on', async () => {
    const visitor = await handedOver.visitor.again(fresh);
    const holder = await handedOver.sender.again(fresh);
    await holder.says(handedOver.held, 'we go on');
    expect(messagesOf((await visitor.reads()).entries)).toEqual([null, 'whole', 'we go on']);
  });

  it('leaves a handover whose brief it is, for both sides', async () => {
    const pages: Console[] = [handedOver.sender, handedOver.receiver];
    for (const page of pages) {
      const { handovers } = await (await page.again(fresh)).must('desk:open', {});
      expect(handovers.map(({ id, brief }) => [id, brief])).toEqual([[handedOver.handoverId, null]]);
    }
  });

  it('is every message of a conversation whose key is damaged, and its desk is shown', async () => {
    const pages: Visitor[] = [await keyless.visitor.again(fresh)];
    const holder = await keyless.sender.again(fresh);
    const { caseload } = await holder.must('desk:open', {});
    expect(caseload.map(({ conversationId }) => conversationId)).toEqual([keyless.visitor.id]);
    for (const page of pages) expect(messagesOf((await page.reads()).entries)).toEqual([null]);
  });

  it('is counted in the supervisors’ live view and told in the log, without a word of it', async () => {
    const supervisor = await aSupervisor(deployment, fresh);
    const view = await until('the live view to count them', async () => {
      const read = await supervisor.must('live_view:open', {});
      return read.unreadable >= 3 && read;
    });
    expect(view.conversations).toHaveLength(2);
    const alarms = deployment.log.lines.filter((line) => line.includes('a stored text cannot be opened'));
    expect(alarms.length).toBeGreaterThanOrEqual(3);
    expect(alarms.join()).not.toContain('spoiled');
  });
});

describe('a keyring that does not open the open conversations', () => {
  it('refuses the start in one line that says what to do, and is started on request only', async () => {
    const { database } = deployment;
    await database.sql(`update conversation set state = 'ended' where id = $1`, [keyless.visitor.id]);
    const empty = await mkdtemp(join(tmpdir(), 'warmline-empty-keys-'));
    const config = { ...deployment.config, KEYRING_DIR: empty };
    await expect(RunningGateway.start(config, deployment.log)).rejects.toThrow(
      /^The keyring in .* does not open 1 open conversation\(s\).*KEYRING_LOST=1/,
    );
    const anyway = await RunningGateway.start({ ...config, KEYRING_LOST: '1' }, deployment.log);
    expect(messagesOf((await (await handedOver.visitor.again(anyway)).reads()).entries)).toEqual([
      null,
      null,
      null,
    ]);
    await anyway.stop();
    await rm(empty, { recursive: true });
  });
});
