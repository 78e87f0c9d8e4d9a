import { unsentMessagesInMemory } from '@warmline/client';
import { FakeTransport, flush, ManualClock } from '@warmline/client/testing';
import { VISITOR_TOKEN_GRACE } from '@warmline/vocabulary';
import { Chat } from './chat';

const view = {
  id: '00000000-0000-4000-8000-000000000001',
  state: 'talking',
  version: 1,
  responder: { name: 'Sam', present: true },
  handover: null,
  wait: 'unknown',
  waitingSince: 1,
  head: 0,
  receipts: { visitor: 0, responder: 0 },
  endReason: null,
};

const aChat = () => {
  const [wire, clock] = [new FakeTransport(), new ManualClock()];
  let made = 0;
  const chat = new Chat({
    transport: wire,
    clock,
    start: { token: 't', startId: 's', safety: 'unsaid', name: '', language: 'en', wants: [], started: true },
    unsentMessages: unsentMessagesInMemory(),
    newId: () => `message-${(made += 1)}`,
    random: () => 0,
    wakeUps: () => () => {},
    isVisible: () => true,
    loadProof: () => import('../proof/make-proof'),
    onStarted: () => {},
  });
  chat.open();
  const commands = (): readonly string[] => wire.sent.map(({ command }) => command);
  const opened = async (): Promise<void> => {
    wire.sent
      .filter(({ command }) => command === 'conversation:open')
      .at(-1)
      ?.answer({ ok: true, value: view });
    await flush();
  };
  return { chat, wire, clock, commands, opened };
};

describe('a chat whose line came back', () => {
  it('sends nothing before its conversation is opened on the new line, and everything after', async () => {
    const { chat, wire, clock, commands, opened } = aChat();
    wire.listener.connected();
    await opened();
    wire.listener.disconnected();
    chat.queue.add('written without a line');
    await clock.advance(2_000);
    wire.listener.connected();
    chat.queue.add('written while it opens');
    await clock.advance(3_000);
    expect(commands()).not.toContain('message:send');
    await opened();
    expect(commands()).toContain('message:send');
    expect(wire.sent.at(-1)?.payload).toMatchObject({ body: 'written without a line' });
  });
});

describe('a chat that is gone', () => {
  const gone = async (awayMs: number) => {
    const page = aChat();
    page.wire.listener.connected();
    await page.opened();
    page.wire.listener.disconnected();
    await page.clock.advance(awayMs);
    page.wire.listener.connected();
    page.wire.sent.at(-1)?.answer({ ok: false, refusal: 'not_found' });
    await flush();
    expect(page.chat.refusal.get()).toBe('not_found');
    return page;
  };

  it('counts as left in another tab, however long the page stays open after that', async () => {
    const { chat, clock } = await gone(2_000);
    expect(chat.wasAwayForLong).toBe(false);
    await clock.advance(60 * 60_000);
    expect(chat.wasAwayForLong).toBe(false);
  });

  it('counts as over when the page was away as long as an ended chat can be opened', async () => {
    const { chat } = await gone(VISITOR_TOKEN_GRACE);
    expect(chat.wasAwayForLong).toBe(true);
  });
});
