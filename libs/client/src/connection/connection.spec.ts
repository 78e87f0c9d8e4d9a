import { aConnection as begin, anOnlineConnection as online } from '../testing/a-connection';

describe('the line to the server', () => {
  it('connects, and says so once', () => {
    const page = begin();
    expect(page.name()).toBe('connecting');
    page.wire.listener.connected();
    expect(page.name()).toBe('online');
    expect(page.wire.tries).toBe(1);
  });

  it('is back within seconds of the server, however long that was away', async () => {
    const page = online();
    page.wire.listener.disconnected();
    const lostAt = page.connection.state.get().since;
    for (let tries = page.wire.tries, passed = 0; passed < 60_000; passed += 100) {
      await page.clock.advance(100);
      if (page.wire.tries === tries) continue;
      tries = page.wire.tries;
      page.wire.listener.failed('websocket error');
    }
    expect(page.connection.state.get()).toEqual({ name: 'reconnecting', since: lostAt, why: 'unreachable' });
    const before = page.wire.tries;
    await page.clock.advance(5_000);
    expect(page.wire.tries).toBe(before + 1);
    page.wire.listener.connected();
    expect(page.name()).toBe('online');
  });

  it('tries first within half a second', async () => {
    const page = online();
    page.wire.listener.disconnected();
    await page.clock.advance(500);
    expect(page.wire.tries).toBe(2);
  });

  it('[ASG4] shows ten seconds of silence as lost, counted from the last word, though nothing was cut', async () => {
    const page = online();
    await page.clock.advance(5_000);
    page.wire.listener.heard();
    const lastWord = page.clock.now();
    await page.clock.advance(9_900);
    expect(page.name()).toBe('online');
    await page.clock.advance(200);
    expect(page.connection.state.get()).toMatchObject({
      name: 'reconnecting',
      why: 'silent',
      since: lastWord,
    });
    expect(page.connection.lastHeardAt).toBe(lastWord);
  });

  it('stays online while the server pings every five seconds', async () => {
    const page = online();
    for (let ping = 0; ping < 20; ping += 1) {
      await page.clock.advance(5_000);
      page.wire.listener.heard();
    }
    expect(page.name()).toBe('online');
    expect(page.wire.tries).toBe(1);
  });

  it('tries again when a try neither comes up nor fails', async () => {
    const page = begin();
    await page.clock.advance(13_000);
    expect(page.wire.tries).toBe(2);
    expect(page.name()).toBe('reconnecting');
  });

  it('tries at once when the device wakes, but not while online', () => {
    const page = online();
    page.wake();
    expect(page.wire.tries).toBe(1);
    page.wire.listener.disconnected();
    page.wake();
    expect(page.wire.tries).toBe(2);
  });

  it('tries once when the device wakes in several ways at the same moment', () => {
    const page = online();
    page.wire.listener.disconnected();
    for (let signal = 0; signal < 3; signal += 1) page.wake();
    expect(page.wire.tries).toBe(2);
  });

  it('finds a line that fell silent while the device slept as soon as it wakes', () => {
    const page = online();
    page.clock.sleep(60_000);
    page.wake();
    expect(page.name()).toBe('reconnecting');
    expect(page.wire.tries).toBe(2);
  });

  it('comes again in the same moment when a server that stops asks for it, and never in a tight circle', async () => {
    const page = online();
    const answered = page.connection.send('timeline:read', { after: 0 });
    page.wire.sent[0]?.answer({ ok: true, value: { entries: [], head: 0 } });
    await answered;
    page.wire.listener.disconnected('moved');
    expect(page.connection.state.get()).toMatchObject({ name: 'reconnecting', why: 'moved' });
    await page.clock.advance(0);
    expect(page.wire.tries).toBe(2);
    for (let round = 0; round < 5; round += 1) {
      page.wire.listener.connected();
      page.wire.listener.disconnected('moved');
      await page.clock.advance(100);
    }
    expect(page.wire.tries).toBeLessThan(5);
  });

  it('waits longer and longer for a line that comes up but never answers', async () => {
    const page = online();
    const before = page.wire.tries;
    for (let passed = 0; passed < 60_000; passed += 100) {
      await page.clock.advance(100);
      if (!page.wire.isOpen) continue;
      page.wire.listener.connected();
      page.wire.close();
      page.wire.listener.disconnected();
    }
    expect(page.wire.tries - before).toBeLessThan(30);
  });

  it('stops trying when the server will not have this page, until asked', async () => {
    const page = begin();
    page.wire.listener.failed('protocol_mismatch');
    expect(page.connection.state.get()).toMatchObject({ name: 'refused', refusal: 'protocol_mismatch' });
    await page.clock.advance(60_000);
    page.wake();
    expect(page.wire.tries).toBe(1);
    page.connection.retryNow();
    expect(page.wire.tries).toBe(2);
    expect(page.name()).toBe('connecting');
  });

  it('keeps trying when told it was too fast, slowly, and not at the same moment as others', async () => {
    const page = begin();
    page.wire.listener.failed('too_fast');
    await page.clock.advance(4_900);
    expect(page.wire.tries).toBe(1);
    await page.clock.advance(5_200);
    expect(page.wire.tries).toBe(2);
  });

  it('is silent for good once stopped', async () => {
    const page = online();
    page.connection.stop();
    page.wire.listener.disconnected();
    page.connection.retryNow();
    await page.clock.advance(60_000);
    expect(page.name()).toBe('stopped');
    expect(page.wire.tries).toBe(1);
  });
});
