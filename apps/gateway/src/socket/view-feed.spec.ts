import { setTimeout as delay } from 'node:timers/promises';
import { until } from '@warmline/test-kit/testing';
import { ViewFeed, type ViewSource } from './view-feed';

/** Long enough for a batch without a pause. */
const turn = (): Promise<void> => delay(5);

/** A feed of texts, whose readers and states a test changes. */
const feeding = (options: Partial<ViewSource<string, string>> = {}) => {
  const states = new Map<string, string>();
  const sent: string[] = [];
  const loads: (readonly string[])[] = [];
  const errors: unknown[] = [];
  const feed = new ViewFeed<string, string>({
    hasReaders: (key) => states.has(key),
    loadViews: async (keys) => {
      loads.push(keys);
      return keys.map((key) => [key, states.get(key) ?? ''] as const);
    },
    send: (key, view) => sent.push(`${key}: ${view}`),
    onError: (error) => errors.push(error),
    pause: 0,
    ...options,
  });
  return { feed, states, sent, loads, errors };
};

describe('ViewFeed', () => {
  it('loads the keys of one moment together, and only those that a page shows', async () => {
    const { feed, states, sent, loads } = feeding();
    states.set('a', 'one').set('b', 'two');
    feed.refresh(['a', 'nobody']);
    feed.refresh(['b', 'a']);
    await turn();
    expect(loads).toEqual([['a', 'b']]);
    expect(sent).toEqual(['a: one', 'b: two']);
  });

  it('sends the newest state, also when it changed while an older one was loading', async () => {
    const { feed, states, sent } = feeding();
    states.set('a', 'one');
    feed.refresh(['a']);
    await turn();
    states.set('a', 'two');
    feed.refresh(['a']);
    await turn();
    expect(sent).toEqual(['a: one', 'a: two']);
  });

  it('sends nothing that a page shows already, when views have fingerprints', async () => {
    const { feed, states, sent, loads } = feeding({ fingerprint: (view) => view });
    states.set('a', 'one');
    for (const state of ['one', 'one', 'two']) {
      states.set('a', state);
      feed.refresh(['a']);
      await turn();
    }
    expect(loads).toHaveLength(3);
    expect(sent).toEqual(['a: one', 'a: two']);
  });

  it('sends a view again after it was told to forget, and after its page had gone', async () => {
    const { feed, states, sent } = feeding({ fingerprint: (view) => view });
    states.set('a', 'one');
    feed.refresh(['a']);
    await turn();
    feed.forget('a');
    feed.refresh(['a']);
    await turn();
    feed.keepOnly(new Set());
    feed.refresh(['a']);
    await turn();
    expect(sent).toEqual(['a: one', 'a: one', 'a: one']);
  });

  it('loads in a poll only what has another fingerprint than what is shown', async () => {
    const { feed, states, loads } = feeding();
    states.set('a', 'one').set('b', 'one');
    feed.refreshChanged(
      new Map([
        ['a', '1'],
        ['b', '1'],
      ]),
    );
    await turn();
    feed.refreshChanged(
      new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
    );
    await turn();
    expect(loads).toEqual([['a', 'b'], ['b']]);
  });

  it('polls a view again whose load failed', async () => {
    let isBroken = true;
    const { feed, states, sent, errors } = feeding({
      loadViews: async (keys) => {
        if (isBroken) throw new Error('no database');
        return keys.map((key) => [key, 'fine'] as const);
      },
    });
    states.set('a', 'one');
    feed.refreshChanged(new Map([['a', '1']]));
    await turn();
    expect([errors.length, sent]).toEqual([1, []]);
    isBroken = false;
    feed.refreshChanged(new Map([['a', '1']]));
    await turn();
    feed.refreshChanged(new Map([['a', '1']]));
    await turn();
    expect(sent).toEqual(['a: fine']);
  });

  it('pauses between two batches, and gathers what changes in between', async () => {
    const { feed, states, loads } = feeding({ pause: 60 });
    states.set('a', 'one').set('b', 'one');
    feed.refresh(['a']);
    await until('the first batch', () => Promise.resolve(loads[0]));
    const began = performance.now();
    feed.refresh(['a']);
    feed.refresh(['b']);
    await until('the second batch', () => Promise.resolve(loads[1]));
    expect(performance.now() - began).toBeGreaterThan(30);
    expect(loads).toEqual([['a'], ['a', 'b']]);
  });
});
