import type { Outcome } from '@warmline/client';
import { flush, ManualClock } from '@warmline/client/testing';
import { Subscription } from './subscription';

interface Count {
  readonly now: number;
}

const answered = (now: number): Outcome<Count> => ({ kind: 'done', value: { now } });

const lost: Outcome<Count> = { kind: 'unknown', why: 'disconnected' };

const subscribed = (answers: Outcome<Count>[]) => {
  const clock = new ManualClock();
  const seen = { view: null as Count | null, hasFailed: false, isOnline: true, requests: 0 };
  const subscription = new Subscription<Count>({
    request: () => {
      seen.requests += 1;
      return Promise.resolve(answers.shift() ?? lost);
    },
    current: () => seen.view,
    show: (view) => (seen.view = view),
    onRequested: (hasView) => (seen.hasFailed = !hasView),
    isOnline: () => seen.isOnline,
    clock,
  });
  return { subscription, seen, clock };
};

describe('Subscription', () => {
  it('shows the answer and each newer push', async () => {
    const { subscription, seen } = subscribed([answered(5)]);
    expect(await subscription.open()).toBe(true);
    subscription.push({ now: 6 });
    expect(seen.view).toEqual({ now: 6 });
  });

  it('never lets an older view replace a newer one', async () => {
    const { subscription, seen } = subscribed([answered(5)]);
    subscription.push({ now: 6 });
    await subscription.open();
    expect(seen.view).toEqual({ now: 6 });
  });

  it('requests nothing again after a reconnect unless something wanted the view', async () => {
    const { subscription, seen } = subscribed([answered(5), answered(7)]);
    await subscription.resume();
    expect(seen.requests).toBe(0);
    await subscription.open();
    await subscription.resume();
    expect(seen.view).toEqual({ now: 7 });
  });

  it('repeats a request that failed for a moment while online, and reports the failure until then', async () => {
    const { subscription, seen, clock } = subscribed([
      { kind: 'refused', refusal: 'unavailable' },
      answered(5),
    ]);
    await subscription.open();
    expect(seen).toMatchObject({ view: null, hasFailed: true });
    await clock.advance(2_000);
    expect(seen).toMatchObject({ view: { now: 5 }, hasFailed: false });
  });

  it('leaves it to the reconnect to repeat a request that a lost connection took', async () => {
    const { subscription, seen, clock } = subscribed([lost]);
    seen.isOnline = false;
    await subscription.open();
    await clock.advance(60_000);
    expect(seen.requests).toBe(1);
  });

  it('does not repeat a request that was refused for good', async () => {
    const { subscription, seen, clock } = subscribed([{ kind: 'refused', refusal: 'not_allowed' }]);
    await subscription.open();
    await clock.advance(60_000);
    expect(seen).toMatchObject({ requests: 1, hasFailed: true });
  });

  it('shows the view that a command answers with', async () => {
    const { subscription, seen } = subscribed([]);
    await subscription.showAnswer(Promise.resolve(answered(9)));
    await flush();
    expect(seen.view).toEqual({ now: 9 });
  });
});
