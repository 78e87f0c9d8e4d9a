import { aConnection as begin, anOnlineConnection as online } from '../testing/a-connection';

describe('asking', () => {
  const answers = async (reply: unknown) => {
    const page = online();
    const outcome = page.connection.send('timeline:read', { after: 3 });
    page.wire.sent[0]?.answer(reply);
    return { page, outcome: await outcome };
  };

  it('an accepted command gives its value', async () => {
    const { page, outcome } = await answers({ ok: true, value: { entries: [], head: 3 } });
    expect(page.wire.sent[0]).toMatchObject({ command: 'timeline:read', payload: { after: 3 } });
    expect(outcome).toEqual({ kind: 'done', value: { entries: [], head: 3 } });
  });

  it('a refused command gives its refusal', async () => {
    const { outcome } = await answers({ ok: false, refusal: 'unavailable' });
    expect(outcome).toEqual({ kind: 'refused', refusal: 'unavailable' });
  });

  it('a command on a lost connection is unknown, never refused or done', async () => {
    const page = online();
    const outcome = page.connection.send('timeline:read', { after: 0 });
    page.wire.listener.disconnected();
    page.wire.sent[0]?.answer({ ok: true, value: { entries: [], head: 9 } });
    expect(await outcome).toEqual({ kind: 'unknown', why: 'disconnected' });
  });

  it('a command with no answer, or an unreadable one, is unknown', async () => {
    const page = online();
    const outcome = page.connection.send('timeline:read', { after: 0 });
    page.wire.sent[0]?.answer('nonsense');
    for (let ping = 0; ping < 2; ping += 1) {
      await page.clock.advance(4_500);
      page.wire.listener.heard();
    }
    expect(await outcome).toEqual({ kind: 'unknown', why: 'timeout' });
    expect(page.name()).toBe('online');
  });

  it('a connection that answers no command is replaced', async () => {
    const page = online();
    const outcome = page.connection.send('timeline:read', { after: 0 });
    for (let ping = 0; ping < 2; ping += 1) {
      await page.clock.advance(4_000);
      page.wire.listener.heard();
    }
    expect(await outcome).toEqual({ kind: 'unknown', why: 'timeout' });
    expect(page.connection.state.get()).toMatchObject({ name: 'reconnecting', why: 'unanswered' });
    expect(page.wire.isOpen).toBe(false);
    await page.clock.advance(500);
    expect(page.wire.tries).toBe(2);
  });

  it('a connection that answered another command is kept after a timeout', async () => {
    const page = online();
    const slow = page.connection.send('timeline:read', { after: 0 });
    await page.clock.advance(4_000);
    const quick = page.connection.send('typing:set', { typing: true });
    page.wire.sent[1]?.answer({ ok: true, value: {} });
    await quick;
    await page.clock.advance(4_000);
    expect(await slow).toEqual({ kind: 'unknown', why: 'timeout' });
    expect(page.name()).toBe('online');
  });

  it('a command is not sent while there is no connection', async () => {
    const page = begin();
    expect(await page.connection.send('timeline:read', { after: 0 })).toEqual({
      kind: 'unknown',
      why: 'offline',
    });
    expect(page.wire.sent).toEqual([]);
  });

  it('a message that would close the socket is never sent', async () => {
    const page = online();
    const body = '\u0001'.repeat(11_000);
    expect(await page.connection.send('message:send', { id: 'x', body })).toEqual({
      kind: 'refused',
      refusal: 'message_too_long',
    });
    expect(page.wire.sent).toEqual([]);
  });

  it('a notice reaches its subscribers until they unsubscribe', () => {
    const page = online();
    const heard: boolean[] = [];
    const off = page.connection.on('typing:changed', ({ typing }) => heard.push(typing));
    page.wire.listener.notice('typing:changed', { typing: true });
    page.wire.listener.notice('timeline:appended', { entries: [] });
    off();
    page.wire.listener.notice('typing:changed', { typing: false });
    expect(heard).toEqual([true]);
  });
});
