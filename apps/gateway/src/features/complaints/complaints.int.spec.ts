import { randomUUID } from 'node:crypto';
import { Deployment } from '../../../test/deployment/deployment';
import { RunningGateway } from '../../../test/deployment/running';
import { aConsole, aSupervisor } from '../../../test/deployment/staff';

let deployment: Deployment;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
});
beforeEach(() => deployment.database.sql('delete from complaint_note; delete from complaint'));
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const WORDS = 'I waited and nobody came';

const post = async (body: unknown, gateway = deployment.gateway(0)): Promise<number> => {
  const { status } = await fetch(`${gateway.url}/v/complaint`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return status;
};
const aComplaint = (words = WORDS) => ({ complaintId: randomUUID(), words });

describe('a complaint', () => {
  it('[AFT2] comes without a chat or a name, is sealed, and stays with supervisors until one closes it', async () => {
    const ana = await aSupervisor(deployment, deployment.gateway(1));
    await ana.must('help:open', {});
    const heard = ana.hears('help:changed', ({ complaints }) => complaints.length > 0);
    const complaint = aComplaint();
    const { complaintId } = complaint;
    // A page without an answer sends it again.
    for (const gateway of [deployment.gateway(0), deployment.gateway(1)])
      expect(await post(complaint, gateway)).toBe(204);
    expect((await heard).complaints).toMatchObject([{ id: complaintId }]);
    const { row } = await deployment.database.one<{ row: string }>('select c::text as row from complaint c');
    expect(row).not.toContain(Buffer.from(WORDS).toString('hex'));
    expect(row).not.toContain('waited');
    expect(await ana.must('complaint:read', { complaintId })).toMatchObject({ words: WORDS, closed: null });
    const note = { complaintId, noteId: randomUUID(), words: 'we changed the rota' };
    await ana.must('complaint:note', { ...note, closes: false });
    expect((await ana.must('help:open', {})).complaints).toHaveLength(1);
    for (let twice = 0; twice < 2; twice += 1)
      await ana.must('complaint:note', { ...note, noteId: note.noteId, closes: true });
    expect(await ana.refusal('complaint:note', { ...note, words: 'other words', closes: true })).toBe(
      'different_body',
    );
    const settled = await ana.must('complaint:read', { complaintId });
    expect(settled.notes.map(({ by, words }) => [by, words])).toEqual([
      [ana.person.name, 'we changed the rota'],
    ]);
    expect(settled.closed).toMatchObject({ by: ana.person.name });
    expect((await ana.must('help:open', {})).complaints).toEqual([]);
    const audited = await deployment.database.sql(
      `select action, actor_kind as by from audit_entry where action like 'complaint%' order by id`,
    );
    expect(audited).toEqual([
      { action: 'complaint_made', by: 'visitor' },
      { action: 'complaint_read', by: 'staff' },
      { action: 'complaint_noted', by: 'staff' },
      { action: 'complaint_closed', by: 'staff' },
      { action: 'complaint_read', by: 'staff' },
    ]);
  });

  it('[AFT2] what a colleague passes on is sealed, with their name, and for supervisors alone', async () => {
    const kim = await aConsole(deployment, deployment.gateway(0));
    const complaintId = randomUUID();
    for (let twice = 0; twice < 2; twice += 1)
      await kim.must('complaint:pass_on', { complaintId, words: 'the heating is off' });
    expect(await kim.refusal('complaint:read', { complaintId })).toBe('not_allowed');
    const { row } = await deployment.database.one<{ row: string }>('select c::text as row from complaint c');
    expect(row).not.toContain(Buffer.from('the heating').toString('hex'));
    const ana = await aSupervisor(deployment);
    const toldBy = kim.person.name;
    expect(await ana.must('complaint:read', { complaintId })).toMatchObject({
      words: 'the heating is off',
      toldBy,
    });
    expect((await ana.must('complaint:list', {})).complaints).toMatchObject([{ id: complaintId, toldBy }]);
  });

  it('[AFT2] is for supervisors alone, and is no one’s to find in another service', async () => {
    const complaint = aComplaint();
    await post(complaint);
    const kim = await aConsole(deployment, deployment.gateway(0));
    expect((await kim.must('help:open', {})).complaints).toEqual([]);
    const { complaintId } = complaint;
    expect(await kim.refusal('complaint:read', { complaintId })).toBe('not_allowed');
    expect(await kim.refusal('complaint:list', {})).toBe('not_allowed');
    const ana = await aSupervisor(deployment);
    expect(await ana.refusal('complaint:read', { complaintId: randomUUID() })).toBe('not_found');
    expect((await ana.must('complaint:list', {})).complaints).toMatchObject([
      { id: complaintId, closed: null },
    ]);
  });

  it('[AFT2] more than fifty open ones are all counted, and listed part by part, open ones first', async () => {
    const first = aComplaint();
    await post(first);
    // As many as a person with a script sends in an hour, each with the sealed words of the first.
    await deployment.database.sql(
      `insert into complaint (id, service_id, at, words_sealed, dek_wrapped, kek_day)
       select gen_random_uuid(), service_id, at + (n / 2) * interval '1 microsecond', words_sealed, dek_wrapped, kek_day
       from complaint, generate_series(1, 120) n`,
    );
    const ana = await aSupervisor(deployment);
    const { complaintId } = first;
    await ana.must('complaint:note', { complaintId, noteId: randomUUID(), words: 'done', closes: true });
    expect(await ana.must('help:open', {})).toMatchObject({ complaintsOpen: 120 });
    const listed = await ana.must('complaint:list', {});
    expect(listed).toMatchObject({ inAll: { kept: 121, open: 120 } });
    const after = { id: listed.complaints[49]?.id ?? '', isClosed: false };
    const second = await ana.must('complaint:more', { after });
    // The last one of a part is closed before the next part is read.
    const last = second.complaints[49]?.id ?? '';
    const { id: by } = ana.person;
    await deployment.database.sql(
      'update complaint set closed_at = clock_timestamp(), closed_by = $2 where id = $1',
      [last, by],
    );
    const third = await ana.must('complaint:more', { after: { id: last, isClosed: false } });
    expect(third.inAll).toEqual({ kept: 121, open: 119 });
    const ids = [listed, second, third].flatMap(({ complaints }) => complaints.map(({ id }) => id));
    expect(new Set(ids).size).toBe(121);
    expect(third.complaints.map(({ closed }) => closed !== null)).toEqual([
      ...Array.from({ length: 20 }, () => false),
      ...[true, true],
    ]);
  });

  it.each([
    ['nothing to read', { complaintId: randomUUID(), words: ' \u200b ' }],
    ['too many words', aComplaint('x'.repeat(2_001))],
    ['a name as well', { ...aComplaint(), name: 'Robin' }],
  ])('[AFT2] with %s is refused', async (_, body) => {
    expect(await post(body)).toBe(400);
    expect(await deployment.database.count('complaint')).toBe(0);
  });

  it('[AFT2] is taken only so often from one network, and a larger body not at all', async () => {
    expect(await post(aComplaint('x'.repeat(20_000)))).toBe(413);
    const config = { ...deployment.config, STARTS_PER_MINUTE: 60 };
    const busy = await RunningGateway.start(config, deployment.log);
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(aComplaint(), busy)));
    await busy.stop();
    expect(answers.filter((status) => status === 204)).toHaveLength(10);
    expect(answers.filter((status) => status === 429)).toHaveLength(10);
  });
});
