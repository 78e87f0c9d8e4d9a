import { createHmac } from 'node:crypto';
import type { NewOnCallContact, OnCallAdded, OnCallContact, OnCallView } from '@warmline/contracts';
import { until } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { RunningWorker } from '../../../test/deployment/running';
import { aResponder, aStaffMember, aSupervisor, signIn } from '../../../test/deployment/staff';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';
import { MailReceiver, WebhookReceiver } from '../../../test/receivers/receivers';

/** A tenth: alarmed after 1 s, told after 3 s, and again after 30 s. */
const TIME_SCALE = 0.1;
const TEXT = 'Warmline: someone is waiting who needs you';

let deployment: Deployment;
let second: RunningWorker;
let webhooks: WebhookReceiver;
let mails: MailReceiver;
let cookie: string;
beforeAll(async () => {
  [webhooks, mails] = await Promise.all([WebhookReceiver.start(), MailReceiver.start()]);
  const more = {
    SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
    SMTP_FROM: 'chat@charity.example',
    SMTP_PLAIN: '1',
    WEBHOOKS_PRIVATE: '1',
  };
  deployment = await Deployment.start({ gateways: 2, timeScale: TIME_SCALE, more });
  second = await RunningWorker.start(deployment.workerConfig, deployment.log);
  const administrator = await aStaffMember(deployment, { role: 'administrator' });
  cookie = await signIn(deployment.gateway(), administrator);
});
afterEach(async () => {
  await deployment.clear();
  await deployment.database.sql('delete from on_call_contact');
  webhooks.status = 204;
});
afterAll(async () => {
  await second.stop();
  await deployment.stop();
  await Promise.all([webhooks.stop(), mails.stop()]);
});

const asked = async <Answer>(method: string, path = '', body?: object): Promise<Answer> => {
  const answer = await fetch(`${deployment.gateway().url}/api/on-call${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as Answer;
};
const add = async (contact: NewOnCallContact): Promise<Extract<OnCallAdded, { outcome: 'added' }>> => {
  const answer = await asked<OnCallAdded>('POST', '', contact);
  if (answer.outcome !== 'added') throw new Error(answer.problem);
  return answer;
};
const contactsNow = async (): Promise<OnCallContact[]> => (await asked<OnCallView>('GET')).contacts;

const received = (path: string) => webhooks.received.filter((one) => one.path === path);
const mailed = (box: string) => mails.received.filter(({ to }) => to.includes(box));
const settled = (): Promise<void> =>
  until(
    'every message to be done',
    async () => (await deployment.database.count('on_call_message where done_at is null')) === 0,
  ).then(() => undefined);
/** As if every alarm so far had been made 30 s (5 min in service) earlier. */
const repeats = (): Promise<unknown> =>
  deployment.database.sql(`update on_call_message set made_at = made_at - interval '31 seconds'`);
const inDanger = (): Promise<Visitor> =>
  aVisitor().inDanger().named('Robin').waitingAt(deployment.gateway(0));
const told = (result: string): Promise<number> =>
  deployment.database.count(`audit_entry where action = 'on_call_told' and reason = '${result}'`);

/** What the two contacts were sent: this text, signed, and nothing about anyone. */
const expectNothingBut = (text: string, visitor: string, secret: string): void => {
  const [first] = received('/told');
  if (first === undefined) throw new Error('nothing came');
  const { body, headers } = first;
  const sent = JSON.parse(body) as Record<string, unknown>;
  expect(Object.keys(sent).sort()).toEqual(['id', 'sentAt', 'text', 'type']);
  expect(sent).toMatchObject({ type: 'warmline.on_call', text });
  const parts = /^t=(\d+),v1=([\da-f]{64})$/.exec(String(headers['warmline-signature'])) ?? [];
  expect(parts[2]).toBe(createHmac('sha256', secret).update(`${parts[1]}.${body}`).digest('hex'));
  const source = mailed('duty@charity.example')[0]?.source;
  expect(source).toMatch(new RegExp(`^Subject: ${text}\\r$`, 'm'));
  for (const written of [body, source]) expect(written).not.toMatch(new RegExp(`Robin|${visitor}`));
};

describe('on-call contacts', () => {
  it('[SAF1] hear by webhook and e-mail, once from two workers and again after the interval, that someone in danger waits and no supervisor is connected', async () => {
    const { secret } = await add({ kind: 'webhook', label: 'Pager', address: webhooks.url('/told') });
    await add({ kind: 'email', label: 'Duty', address: 'duty@charity.example' });
    const visitor = await inDanger();
    await until(
      'both to be told',
      async () => received('/told').length > 0 && mailed('duty@charity.example').length > 0,
    );
    // A worker that is replaced, and one that goes on, find the alarm as it is: made once.
    await deployment.stopWorker();
    await deployment.startWorker();
    for (const times of [1, 2]) {
      if (times === 2) await repeats();
      await until(
        `alarm ${times}`,
        async () => received('/told').length >= times && mailed('duty@charity.example').length >= times,
      );
      await settled();
      expect([received('/told').length, mailed('duty@charity.example').length]).toEqual([times, times]);
    }
    expectNothingBut(TEXT, visitor.id, secret ?? '');
    expect(await told('danger_sent')).toBe(4);
    expect((await visitor.opens()).helpFirst).toBe(true);
    expect(
      await deployment.database.count(
        `audit_entry where action = 'danger_unheard' and conversation_id = '${visitor.id}'`,
      ),
    ).toBe(1);
    expect((await contactsNow()).map((contact) => [contact.address, contact.sent, contact.failed])).toEqual([
      [`127.0.0.1:${webhooks.port}`, 2, 0],
      ['d…@charity.example', 2, 0],
    ]);
    const stored = await deployment.database.sql('select * from on_call_contact');
    expect(JSON.stringify(stored.map((row) => Object.values(row).map(String)))).not.toMatch(/duty@|\/told/);
  });

  it('[SAF1] hear of an open call for help, and nothing while a supervisor is connected or once one has answered', async () => {
    await add({ kind: 'webhook', label: 'Pager', address: webhooks.url('/help') });
    const supervisor = await aSupervisor(deployment);
    const responder = await aResponder(deployment, deployment.gateway(1));
    const callId = crypto.randomUUID();
    await responder.must('help:call', { callId, conversationId: null, urgency: 'normal' });
    await deployment.database.sql(`update help_call set called_at = called_at - interval '1 minute'`);
    // Two looks of both workers later nobody was told.
    const before = await deployment.database.count('on_call_message');
    await supervisor.hears('help:changed', () => true);
    expect(await deployment.database.count('on_call_message')).toBe(before);
    supervisor.cut();
    await deployment.database.sql(`update staff_presence set at = at - interval '1 minute'`);
    await until('the contact to be told', async () => received('/help').length > 0);
    await settled();
    expect(received('/help')).toHaveLength(1);
    const back = await aSupervisor(deployment);
    await back.must('help:answer', { callId });
    expect(await told('help_sent')).toBe(1);
  });

  it('[SAF1] one that cannot be reached is tried five times, then shown as failing; a redirect is not followed', async () => {
    await add({ kind: 'webhook', label: 'Pager', address: webhooks.url('/moved') });
    webhooks.status = 302;
    await inDanger();
    await until('the message to be given up', async () => {
      await deployment.database.sql(
        `update on_call_message set next_try_at = clock_timestamp() - interval '1 hour' where tries > 0 and done_at is null and next_try_at < clock_timestamp() + interval '10 seconds'`,
      );
      return (await told('danger_redirected')) === 1;
    });
    expect(received('/moved')).toHaveLength(5);
    expect(new Set(received('/moved').map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    expect(received('/elsewhere')).toEqual([]);
    const [contact] = await contactsNow();
    expect(contact).toMatchObject({ failed: 1, sent: 0, last: { result: 'redirected' } });
  });

  it('are tested by an administrator, seldom, and an address that cannot be used is refused with the reason', async () => {
    const { view } = await add({ kind: 'email', label: 'Duty', address: 'test@charity.example' });
    const id = view.contacts[0]?.id ?? '';
    await asked('POST', `/${id}/test`);
    expect(await asked('POST', `/${id}/test`)).toEqual({ refusal: 'too_fast' });
    await until('the test to arrive', async () => mailed('test@charity.example').length === 1);
    await until('the result to be shown', async () => (await contactsNow())[0]?.last?.result === 'sent');
    expect(mailed('test@charity.example')[0]?.source).toContain('this is a test');
    const problem = (address: string, kind: 'webhook' | 'email' = 'webhook') =>
      asked<OnCallAdded>('POST', '', { kind, label: 'x', address });
    expect(await problem('http://example.org/hook')).toEqual({ outcome: 'problem', problem: 'not_https' });
    expect(await problem('nobody', 'email')).toEqual({ outcome: 'problem', problem: 'not_an_address' });
    expect((await asked<OnCallView>('DELETE', `/${id}`)).contacts).toEqual([]);
    expect(await asked('POST', `/${id}/test`)).toEqual({ refusal: 'not_found' });
  });
});
