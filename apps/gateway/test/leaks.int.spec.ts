import { createHash, randomBytes } from 'node:crypto';
import { postgresAtRest, redisAtRest, temporaryFiles, until, walFile } from '@warmline/test-kit';
import { aCanaryNetwork } from './deployment/canary-network';
import { Deployment } from './deployment/deployment';
import { proposesTo } from './deployment/handing-over';
import { aBrief } from './deployment/payloads';
import { aResponder, aSupervisor, aWrapUp, Console, PASSWORD, type HeldHere } from './deployment/staff';
import { Visitor } from './deployment/visitor';

const word = (): string => `canary ${randomBytes(12).toString('hex')} sings`;
const SECRET_TEXTS = {
  message: word(),
  answer: word(),
  note: word(),
  name: word().slice(0, 38),
  lost: word(),
  brief: word(),
};
const WRONG_PASSWORD = word();
const NETWORK = aCanaryNetwork();

let deployment: Deployment;
let visitor: Visitor;
let responder: Console;
let supervisor: Console;
let walBefore: string;
let begunAt: number;
/** Bodies and headers of everything asked over HTTP but the sign-in that issued the cookie. */
const http: string[] = [];

const fetched = async (path: string, init: RequestInit = {}): Promise<void> => {
  const headers = { ...NETWORK.headers, ...init.headers };
  const answer = await fetch(`${deployment.gateway().url}${path}`, { ...init, headers });
  http.push(JSON.stringify([...answer.headers]), await answer.text());
};

/** Something fails while a message is on its way, so that the log has an error to tell. */
const failOnTheWay = async (page: Visitor): Promise<void> => {
  await deployment.database.sql('alter function append_messages rename to append_messages_away');
  expect(await page.refusal('message:send', { id: crypto.randomUUID(), body: SECRET_TEXTS.lost })).toBe(
    'unavailable',
  );
  await deployment.database.sql('alter function append_messages_away rename to append_messages');
};

/** Connections and requests that are refused, each for another reason: a refusal must not say in a log who was refused. */
const isRefusedOnTheWay = async (): Promise<void> => {
  const gateway = deployment.gateway(1);
  const from = { ...NETWORK.direct, auth: { token: 'short', protocol: 3 } };
  await expect(Visitor.connectedWith(gateway, from)).rejects.toThrow('malformed');
  const stranger = await Visitor.connectedWith(gateway, NETWORK.direct);
  expect(await stranger.tell('no:such', {})).toEqual({ ok: false, refusal: 'unknown_command' });
  await expect(Console.reaches(gateway, 'a=b', { from: NETWORK.throughProxy })).rejects.toThrow();
  await Console.reaches(gateway, responder.cookie, { from: NETWORK.direct });
  await fetched('/api/session', {
    method: 'POST',
    body: '{',
    headers: { 'content-type': 'application/json' },
  });
  await fetched('/api/setup/people', { method: 'PUT', body: '{}' });
  await fetched('/no/such', { headers: { origin: 'https://elsewhere.example' } });
};

/** Goes to another responder, with a brief; from here on they are the one who answers. */
const isHandedOver = async (held: HeldHere): Promise<HeldHere> => {
  const receiver = await aResponder(deployment, deployment.gateway(0));
  const brief = aBrief(SECRET_TEXTS.brief);
  const { id: handoverId } = await proposesTo(responder, receiver, { ...held, brief });
  await receiver.must('handover:accept', { handoverId });
  await visitor.must('handover:answer', { handoverId, agrees: true });
  await receiver.must('handover:confirm_brief', { handoverId });
  const now = await receiver.must('handover:take_control', { handoverId });
  await receiver.must('handover:settle', { handoverId });
  responder = receiver;
  await responder.reads(now);
  return now;
};

beforeAll(async () => {
  begunAt = Date.now();
  deployment = await Deployment.start({ gateways: 2, more: { TRUSTED_PROXIES: '127.0.0.1' } });
  walBefore = await walFile(deployment.database);
  const [here, there] = [deployment.gateway(0), deployment.gateway(1)];
  visitor = await Visitor.connectedWith(here, NETWORK.throughProxy);
  await visitor.starts({ name: SECRET_TEXTS.name, safety: 'unsure' });
  await visitor.says(SECRET_TEXTS.message);
  responder = await aResponder(deployment, there);
  supervisor = await aSupervisor(deployment, here);
  await supervisor.must('live_view:open', {});
  await supervisor.must('wallboard:open', {});
  let held = await responder.takes(visitor.id);
  await responder.reads(held);
  await supervisor.must('conversation:observe', { conversationId: visitor.id });
  await responder.says(held, SECRET_TEXTS.answer);
  await visitor.hears('timeline:appended');
  await failOnTheWay(visitor);
  held = await isHandedOver(held);
  const headers = { cookie: responder.cookie };
  for (const path of ['/api/session', '/api/content', '/api/service', '/', '/console/'])
    await fetched(path, { headers });
  await fetched('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInName: responder.person.signInName, password: WRONG_PASSWORD }),
  });
  await isRefusedOnTheWay();
  await fetched('/v/exit', { method: 'POST', headers: { authorization: `Bearer ${visitor.token}` } });
  await responder.hears('timeline:appended', ({ entries }) =>
    entries.some((entry) => entry.kind === 'event'),
  );
  await responder.must('conversation:end', { ...held, reason: 'responder_ended_agreed' });
  await responder.must('wrap_up:finish', { ...held, wrapUp: aWrapUp(SECRET_TEXTS.note) });
  await fetched('/api/session', { method: 'DELETE', headers: { cookie: supervisor.cookie } });
});
afterAll(() => deployment.stop());

/** As it is, and as a table, a key or a header might spell it. */
const spellings = (secret: string): string[] => {
  const bytes = Buffer.from(secret);
  return [
    secret,
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    encodeURIComponent(secret),
  ];
};
const secretOf = ({ cookie }: Console): string => cookie.split('=')[1] ?? '';
const tokens = (): Record<string, string> => ({
  'the visitor’s token': visitor.token,
  'the responder’s session': secretOf(responder),
  'the supervisor’s session': secretOf(supervisor),
  'the password': PASSWORD,
  'a wrong password': WRONG_PASSWORD,
});

/** Whether any of these files or texts holds it, in any spelling. */
const isIn = (content: readonly Buffer[], secret: string): boolean =>
  spellings(secret).some((spelling) => content.some((file) => file.includes(spelling)));
const asFiles = async (text: Promise<string> | string): Promise<Buffer[]> => [Buffer.from(await text)];

interface Place {
  readonly look: () => Promise<Buffer[]>;
  /** Something harmless that is there, so that not finding a secret means something. */
  readonly holds: () => string;
}
const places: Record<string, Place> = {
  'the tables': { look: () => asFiles(deployment.database.everything()), holds: () => visitor.id },
  Redis: { look: () => asFiles(deployment.redis.everything()), holds: () => deployment.redis.prefix },
  'the log': { look: () => asFiles(deployment.log.lines.join('')), holds: () => 'a command failed' },
  'the heap of Postgres': {
    look: async () => (await postgresAtRest(deployment.database, walBefore)).heap,
    holds: () => responder.person.signInName,
  },
  'the write-ahead log': {
    look: async () => (await postgresAtRest(deployment.database, walBefore)).wal,
    holds: () => responder.person.signInName,
  },
  'temporary files': {
    look: () => temporaryFiles(deployment.database, begunAt),
    // Of the pages that this deployment serves: they are in a temporary folder too.
    holds: () => '<!doctype html>',
  },
  'the append-only file': { look: () => redisAtRest(deployment.redis), holds: () => visitor.id },
};

describe.each(Object.entries(places))('%s', (_place, { look, holds }) => {
  let content: Buffer[] = [];
  beforeAll(async () => {
    await until('something harmless to be there', async () => isIn((content = await look()), holds()));
  });

  it('[PRV3] holds no token, session or password', () => {
    for (const [name, secret] of Object.entries(tokens()))
      expect([name, isIn(content, secret)]).toEqual([name, false]);
  });

  it('[PRV1] holds no address, network or browser of anyone', () => {
    for (const [name, traces] of Object.entries(NETWORK.traces))
      expect([name, traces.some((trace) => content.some((file) => file.includes(trace)))]).toEqual([
        name,
        false,
      ]);
  });

  it('[PRV2] holds nothing that anybody wrote', () => {
    for (const [name, text] of Object.entries(SECRET_TEXTS))
      expect([name, isIn(content, text)]).toEqual([name, false]);
  });
});

describe('answers', () => {
  it('[PRV1] show nobody an address, a network or a browser, in a figure neither', () => {
    const told = Buffer.from([visitor, responder, supervisor].map((page) => page.everything()).join('\n'));
    for (const [name, traces] of Object.entries(NETWORK.traces))
      expect([name, traces.some((trace) => told.includes(trace))]).toEqual([name, false]);
  });

  it('[PRV3] tell nobody a token, a session or a password, their owner neither', () => {
    const told = [visitor.everything(), responder.everything(), supervisor.everything(), ...http].join('\n');
    for (const text of [SECRET_TEXTS.message, SECRET_TEXTS.answer, SECRET_TEXTS.name, SECRET_TEXTS.brief])
      expect(told).toContain(text);
    for (const [name, secret] of Object.entries(tokens()))
      for (const spelling of spellings(secret))
        expect([name, told.includes(spelling)]).toEqual([name, false]);
  });

  it('[PRV3] rest on the SHA-256 of each, which is all that is stored', async () => {
    const tables = await deployment.database.everything();
    for (const secret of [visitor.token, secretOf(responder), secretOf(supervisor)])
      expect(tables).toContain(createHash('sha256').update(secret).digest('hex'));
  });
});
