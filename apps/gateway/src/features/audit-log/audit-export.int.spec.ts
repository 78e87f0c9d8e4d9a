import { readHistoryFile, verifyExport, verifyHistory } from '@warmline/audit-log';
import { auditStateSchema } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aStaffMember, signIn } from '../../../test/deployment/staff';
import { aVisitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ timeScale: 0.1 });
});
afterAll(() => deployment.stop());

const exportAs = async (role: 'supervisor' | 'responder' | 'administrator'): Promise<Response> => {
  const gateway = deployment.gateway();
  const cookie = await signIn(gateway, await aStaffMember(deployment, { role }));
  return fetch(`${gateway.url}/api/audit/export`, { headers: { cookie } });
};
const newestNote = async (): Promise<string> =>
  (
    await deployment.database.one<{ note: string }>(
      'select note from audit_checkpoint order by size desc limit 1',
    )
  ).note;

describe('the export of the audit log', () => {
  it('[AUD1] is recorded before it is sent, and can be checked against a checkpoint that was kept', async () => {
    await aVisitor().waitingAt(deployment.gateway());
    await until('a checkpoint', async () => (await deployment.database.count('audit_checkpoint')) > 0);
    const kept = await newestNote();
    const answer = await exportAs('supervisor');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="warmline-audit.jsonl"');
    const lines = (await answer.text()).trimEnd().split('\n');
    expect(await deployment.database.count(`audit_entry where action = 'audit_exported'`)).toBe(1);
    const verdict = await verifyExport(lines, { notes: [kept], keys: [] });
    expect(verdict).toMatchObject({ outcome: 'sound', findings: [], erased: 0 });
    expect(verdict.covered).toBeGreaterThan(0);
  });

  it.each(['csv', 'json'] as const)(
    '[AUD3] of a range of time is a file (%s) that can be checked by itself',
    async (format) => {
      await until(
        'a checkpoint over several entries',
        async () => (await deployment.database.count('audit_checkpoint where size > 1')) > 0,
      );
      const gateway = deployment.gateway();
      const cookie = await signIn(gateway, await aStaffMember(deployment, { role: 'auditor' }));
      const ask = (query: string): Promise<Response> =>
        fetch(`${gateway.url}/api/audit/${query}`, { headers: { cookie } });
      const answer = await ask(`history?format=${format}&from=0&until=${Date.now() + 60_000}`);
      const file = readHistoryFile(await answer.text());
      expect(file.entries.length).toBeGreaterThan(1);
      expect(verifyHistory(file, { notes: [file.checkpoint], keys: [] })).toMatchObject({
        outcome: 'sound',
        findings: [],
      });
      expect(
        await deployment.database.count(`audit_entry where action = 'history_exported'`),
      ).toBeGreaterThan(0);
      const { size } = auditStateSchema.parse(await (await ask('state')).json());
      expect(size).toBeGreaterThanOrEqual(file.entries.length);
      expect((await ask('history?format=pdf&from=0&until=1')).status).toBe(400);
    },
  );

  it.each(['responder', 'administrator'] as const)('is refused to a %s', async (role) => {
    const answer = await exportAs(role);
    expect([answer.status, await answer.json()]).toEqual([403, { refusal: 'not_allowed' }]);
  });

  it('is sent to one person at a time', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => exportAs('supervisor')));
    const statuses = new Set(answers.map(({ status }) => status));
    for (const answer of answers) await answer.text();
    expect([...statuses].filter((status) => ![200, 503].includes(status))).toEqual([]);
    expect((await exportAs('supervisor')).status).toBe(200);
  });

  it('[AUD4] holds no salt of a whole conversation', async () => {
    const text = await (await exportAs('supervisor')).text();
    const salts = await deployment.database.sql<{ salt: string }>(
      `select encode(salt, 'hex') as salt from audit_salt`,
    );
    expect(salts.length).toBeGreaterThan(0);
    for (const { salt } of salts) expect(text).not.toContain(salt);
  });
});
