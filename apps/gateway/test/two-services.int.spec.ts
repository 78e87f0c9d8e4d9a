import type { SetupList } from '@warmline/contracts';
import type { ServiceId } from '@warmline/kernel';
import { aService, until } from '@warmline/test-kit';
import { addService } from '../src/features/setup';
import { Deployment, PUBLIC_URL } from './deployment/deployment';
import { RunningGateway, RunningWorker } from './deployment/running';
import { aResponder, aStaffMember, aSupervisor, Console, signIn } from './deployment/staff';
import { aVisitor, Visitor } from './deployment/visitor';

const ANY = { responder: null, safety: null, ended: null, outcome: null, topic: null };

let deployment: Deployment;
let other: ServiceId;
/** Of the second service: the same database and Redis, processes of its own. */
let gateway: RunningGateway;
let worker: RunningWorker;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 1, worker: true });
  other = await aService(deployment.database.opened, 'Young people');
  gateway = await RunningGateway.start({ ...deployment.config, SERVICE_ID: other }, deployment.log);
  worker = await RunningWorker.start({ ...deployment.workerConfig, SERVICE_ID: other }, deployment.log);
});
afterAll(async () => {
  await worker.stop();
  await gateway.stop();
  await deployment.stop();
});

const theirs = async (role: 'responder' | 'supervisor'): Promise<Console> => {
  const person = await aStaffMember({ database: deployment.database, service: other }, { role });
  return Console.connected(gateway, { person, cookie: await signIn(gateway, person) });
};
const statusOf = async (at: RunningGateway, path: string, init: RequestInit): Promise<number> =>
  (await fetch(`${at.url}${path}`, init)).status;

describe('two services in one deployment', () => {
  it('[ASG1] each has its own queue: a visitor is offered to the people of their service alone', async () => {
    const sam = await (await aResponder(deployment)).becomesAvailable();
    const robin = await aVisitor().waitingAt(gateway);
    const kai = await (await theirs('responder')).becomesAvailable();
    const offer = await kai.isOffered();
    expect(offer.conversationId).toBe(robin.id);
    const alex = await aVisitor().waitingAt(deployment.gateway());
    expect((await sam.isOffered()).conversationId).toBe(alex.id);
    await kai.takes(robin.id);
    await sam.takes(alex.id);
    const held = await deployment.database.sql(
      'select count(*)::integer as n from holding h join staff s on s.id = h.staff_id join conversation c on c.id = h.conversation_id where s.service_id <> c.service_id',
    );
    expect(held).toEqual([{ n: 0 }]);
  });

  it('[SEC3] nobody of one service signs in, or goes on with their session, at the other', async () => {
    const jo = await aStaffMember(deployment);
    const cookie = await signIn(deployment.gateway(), jo);
    await expect(signIn(gateway, jo)).rejects.toThrow('401');
    const session = { headers: { cookie } };
    expect(await statusOf(deployment.gateway(), '/api/session', session)).toBe(200);
    expect(await statusOf(gateway, '/api/session', session)).toBe(401);
  });

  it('[SEC3] a supervisor of one sees, reads and finds nothing of the other', async () => {
    const robin = await aVisitor().waitingAt(gateway);
    const ana = await aSupervisor(deployment);
    const view = await ana.must('live_view:open', {});
    expect(JSON.stringify(view)).not.toContain(robin.id);
    for (const [command, payload] of [
      ['conversation:observe', { conversationId: robin.id }],
      ['timeline:read', { conversationId: robin.id, after: 0 }],
    ] as const)
      expect(await ana.ask(command, payload)).toMatchObject({ ok: false });
    const history = await ana.must('history:list', {
      before: null,
      filter: { ...ANY, from: null, until: null },
    });
    expect(JSON.stringify(history)).not.toContain(robin.id);
    const kit = await theirs('supervisor');
    expect(JSON.stringify(await kit.must('live_view:open', {}))).toContain(robin.id);
  });

  it('[SEC3] a sign-in name of one is taken at the other: the list of people says so at its row', async () => {
    const jo = await aStaffMember(deployment);
    const person = await aStaffMember(
      { database: deployment.database, service: other },
      { role: 'administrator' },
    );
    const cookie = await signIn(gateway, person);
    const headers = { cookie, origin: PUBLIC_URL, 'content-type': 'application/json' };
    const people = `${gateway.url}/api/setup/people`;
    const { version, rows } = (await (await fetch(people, { headers })).json()) as SetupList;
    const added = {
      ...rows[0],
      sign_in_name: jo.signInName,
      role: 'responder',
      further_roles: '',
      active: 'yes',
    };
    const body = JSON.stringify({ version, checkOnly: false, rows: [...rows, added] });
    const saved = await fetch(people, { method: 'POST', headers, body });
    const problem = { row: rows.length + 1, column: 'sign_in_name', problem: 'name_taken' };
    expect(await saved.json()).toEqual({ outcome: 'problems', problems: [problem], count: 1 });
  });

  it('[PRV1] a visitor’s token opens nothing at the other service', async () => {
    const robin = await aVisitor().waitingAt(gateway);
    const page = await Visitor.connected(deployment.gateway(), robin.token);
    expect(await page.ask('conversation:open', {})).toEqual({ ok: false, refusal: 'not_found' });
  });

  it('[ACC1] a new one begins with a link that works at its own address alone, and takes nobody before it is opened', async () => {
    const { service, link } = await addService(deployment.database.opened, {
      name: 'Carers',
      publicUrl: 'https://carers.example',
    });
    expect(link).toMatch(/^https:\/\/carers\.example\/console\/#setup=/);
    const token = link.split('#setup=')[1] ?? '';
    const account = { token, name: 'Lee', signInName: 'lee', password: 'nine slow rivers by night' };
    const ask = (at: RunningGateway): Promise<number> =>
      statusOf(at, '/api/session/setup', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(account),
      });
    expect(await ask(gateway)).toBe(410);
    const carers = await RunningGateway.start({ ...deployment.config, SERVICE_ID: service }, deployment.log);
    await until('the new service to be closed', async () => {
      const summary = (await (await fetch(`${carers.url}/api/service`)).json()) as { opening: string };
      return summary.opening === 'closed';
    });
    expect(await ask(carers)).toBe(200);
    await carers.stop();
  });
});
