import { randomUUID } from 'node:crypto';
import type { Entry } from '@warmline/contracts';
import { Deployment } from '../../../test/deployment/deployment';
import type { RunningGateway } from '../../../test/deployment/running';
import { aResponder, type Console, type HeldHere } from '../../../test/deployment/staff';
import { aVisitor, Visitor } from '../../../test/deployment/visitor';

let deployment: Deployment;
let here: RunningGateway;
let there: RunningGateway;
beforeAll(async () => {
  deployment = await Deployment.start({ gateways: 2 });
  [here, there] = [deployment.gateway(0), deployment.gateway(1)];
});
afterEach(() => deployment.clear());
afterAll(() => deployment.stop());

const texts = (entries: readonly Entry[]): (string | null)[] =>
  entries.flatMap((entry) => (entry.kind === 'message' ? [entry.body] : []));

describe('a connection that breaks before the acknowledgement', () => {
  /** How the line breaks: by the page, by the server, or late, with the answer on its way. */
  const breaks: Record<string, (visitor: Visitor, gateway: RunningGateway) => void> = {
    'by the page at once': (visitor) => visitor.cut(),
    'by the gateway at once': (_visitor, gateway) => gateway.dropEveryone(),
    'by the gateway a moment later': (_visitor, gateway) => void setImmediate(() => gateway.dropEveryone()),
    'by the page a moment later': (visitor) => void setImmediate(() => visitor.cut()),
  };

  it.each(Object.entries(breaks))(
    '[MSG1] [MSG2] %s: a retry to the other gateway stores it exactly once, and the responder gets it',
    async (_how, breakLine) => {
      const first = await aVisitor().waitingAt(here);
      const responder = await aResponder(deployment, there);
      const held = await responder.takes(first.id);
      await responder.reads(held);
      let page = first;
      const said: string[] = [];
      for (let count = 0; count < 8; count += 1) {
        const message = { id: randomUUID(), body: `message ${count}` };
        const gateway = count % 2 === 0 ? here : there;
        page = await page.again(gateway);
        const unanswered = page.socket.timeout(2_000).emitWithAck('message:send', message);
        breakLine(page, gateway);
        await unanswered.catch(() => undefined);
        page = await page.again(count % 2 === 0 ? there : here);
        await page.says(message.body, message.id);
        said.push(message.body);
      }
      const { entries, head } = await page.reads();
      expect(texts(entries)).toEqual(said);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, place) => place + 1));
      const reader = responder.socket.connected ? responder : await responder.again(there);
      expect((await reader.reads(held)).head).toBe(head);
      expect(texts((await reader.reads(held)).entries)).toEqual(said);
    },
  );
});

describe('a page that reconnects', () => {
  it('[MSG1] a page that retries a message before it has opened its conversation is known by its token', async () => {
    const first = await aVisitor().waitingAt(here);
    const early = await Visitor.connected(there, first.token);
    const { seq } = await early.says('sent a little early');
    await early.opens();
    const { entries } = await early.reads();
    expect(entries.find((entry) => entry.seq === seq)).toMatchObject({ body: 'sent a little early' });
  });
});

describe('a message that is sent more than once', () => {
  it('[MSG2] a message that is sent to two gateways at once gets one number', async () => {
    const one = await aVisitor().waitingAt(here);
    const other = await one.again(there);
    const id = randomUUID();
    const answers = await Promise.all(
      [one, other, one, other, other].map((page) => page.says('only once', id)),
    );
    expect(new Set(answers.map(({ seq }) => seq))).toEqual(new Set([2]));
    expect(new Set(answers.map(({ at }) => at)).size).toBe(1);
    expect(texts((await other.reads()).entries)).toEqual(['only once']);
  });

  it('[MSG2] a second message with the same id and another body is refused, and the first body is kept', async () => {
    const one = await aVisitor().waitingAt(here);
    const id = randomUUID();
    await one.says('first', id);
    const other = await one.again(there);
    expect(await other.refusal('message:send', { id, body: 'second' })).toBe('different_body');
    expect(texts((await other.reads()).entries)).toEqual(['first']);
  });

  it('[MSG2] one token and start id begin one conversation, however often they are sent', async () => {
    const one = await aVisitor().arrivingAt(here);
    const other = await Visitor.connected(there, one.token);
    const startId = randomUUID();
    const views = await Promise.all([one, other, one].map((page) => page.starts({ startId })));
    expect(new Set(views.map(({ id }) => id)).size).toBe(1);
    const start = { startId: randomUUID(), safety: 'safe', name: '', language: 'en' } as const;
    expect(await other.refusal('conversation:start', start)).toBe('already_started');
  });
});

describe('what is stored', () => {
  it('[MSG6] a message reads as it was sent on both sides, and is unreadable in the tables', async () => {
    const visitor = await aVisitor().named('Zoë Canary').waitingAt(here);
    const bodies = [
      'plain canary',
      '‮ right to left',
      '👩‍👩‍👧 tab\tand line\nend',
      '{{constructor}} <b>',
      ' x ',
      '\n\n',
    ];
    const kept = bodies.filter((body) => body.trim() !== '');
    for (const body of kept) await visitor.says(body);
    const responder = await aResponder(deployment, there);
    const held = await responder.takes(visitor.id);
    expect(texts((await responder.reads(held)).entries)).toEqual(kept);
    expect(texts((await visitor.reads()).entries)).toEqual(kept);
    const rows = await deployment.database.sql<{ sealed: Buffer }>(
      'select sealed from timeline_entry where conversation_id = $1 and sealed is not null',
      [visitor.id],
    );
    expect(rows).toHaveLength(kept.length);
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('canary');
    expect(await deployment.database.everything()).not.toContain('Zoë Canary');
  });

  it('[MSG6] a message says who wrote it, and no one can write as another person', async () => {
    const visitor = await aVisitor().waitingAt(here);
    const stranger = await aVisitor().waitingAt(there);
    const responder = await aResponder(deployment, there);
    const held: HeldHere = await responder.takes(visitor.id);
    await stranger.tell('message:send', { id: randomUUID(), body: 'x', conversationId: visitor.id });
    await visitor.tell('message:send', { id: randomUUID(), body: 'x', from: 'responder' });
    await responder.tell('message:send', { ...held, id: randomUUID(), body: 'x', from: 'visitor' });
    await visitor.says('from the visitor');
    await responder.says(held, 'from the responder');
    const { entries } = await visitor.reads();
    expect(entries.flatMap((entry) => (entry.kind === 'message' ? [[entry.from, entry.body]] : []))).toEqual([
      ['visitor', 'from the visitor'],
      ['responder', 'from the responder'],
    ]);
  });
});

describe('a connected responder', () => {
  it('[MSG1] [MSG3] a console gets every entry once and in order, while both gateways append', async () => {
    const visitor = await aVisitor().waitingAt(here);
    const other = await visitor.again(there);
    const responder: Console = await aResponder(deployment, here);
    const held = await responder.takes(visitor.id);
    const { head } = await responder.reads(held);
    const pageOf = (count: number): Visitor => (count % 2 === 0 ? visitor : other);
    await Promise.all(Array.from({ length: 24 }, (_, count) => pageOf(count).says(`message ${count}`)));
    await responder.hears('timeline:appended', ({ entries }) => entries.at(-1)?.seq === head + 24);
    const pushed = responder
      .notices('timeline:appended')
      .filter(({ conversationId }) => conversationId === visitor.id)
      .flatMap(({ entries }) => entries.map(({ seq }) => seq))
      .filter((seq) => seq > head);
    expect(pushed).toEqual(Array.from({ length: 24 }, (_, count) => head + 1 + count));
  });
});
