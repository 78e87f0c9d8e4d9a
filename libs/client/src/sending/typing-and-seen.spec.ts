import type { Outcome } from '../connection/outcome';
import { ManualClock } from '../testing/manual-clock';
import { SeenCursor } from '../timeline/seen-cursor';
import { TypingIndicator, TypingReporter } from './typing';

describe('telling that one types', () => {
  it('says so at most every three seconds, and once when it stopped', async () => {
    const clock = new ManualClock();
    const told: [number, boolean][] = [];
    const start = clock.now();
    const signal = new TypingReporter((typing) => told.push([clock.now() - start, typing]), clock);
    for (let key = 0; key < 40; key += 1) {
      signal.typed();
      await clock.advance(100);
    }
    await clock.advance(20_000);
    expect(told).toEqual([
      [0, true],
      [3_000, true],
      [8_900, false],
    ]);
  });

  it('says it stopped at once when the text is sent', () => {
    const told: boolean[] = [];
    const signal = new TypingReporter((typing) => told.push(typing), new ManualClock());
    signal.stopped();
    signal.typed();
    signal.stopped();
    expect(told).toEqual([true, false]);
  });

  it('forgets the other side when the word that it stopped is lost', async () => {
    const clock = new ManualClock();
    const shown = new TypingIndicator(clock);
    shown.heard(true);
    await clock.advance(7_900);
    expect(shown.typing.get()).toBe(true);
    await clock.advance(200);
    expect(shown.typing.get()).toBe(false);
  });
});

describe('telling what was seen', () => {
  const begin = () => {
    const clock = new ManualClock();
    const told: number[] = [];
    const page = { visible: true, outcome: { kind: 'done', value: {} } as Outcome<unknown> };
    const cursor = new SeenCursor({
      clock,
      isVisible: () => page.visible,
      tell: async (seq) => {
        told.push(seq);
        return page.outcome;
      },
    });
    return { clock, told, page, cursor };
  };

  it('tells at most once a second, only the newest, only forwards', async () => {
    const { clock, told, cursor } = begin();
    for (const seq of [1, 2, 5, 3]) cursor.shown(seq);
    await clock.advance(5_000);
    cursor.shown(4);
    expect(told).toEqual([1, 5]);
  });

  it('tells nothing while nobody can see the page', () => {
    const { told, page, cursor } = begin();
    page.visible = false;
    cursor.shown(3);
    expect(told).toEqual([]);
    page.visible = true;
    cursor.shown(0);
    expect(told).toEqual([3]);
  });

  it('tells again after the line returns', async () => {
    const { clock, told, page, cursor } = begin();
    page.outcome = { kind: 'unknown', why: 'offline' };
    cursor.shown(3);
    page.outcome = { kind: 'done', value: {} };
    await clock.advance(1_000);
    expect(told).toEqual([3, 3]);
    await clock.advance(10_000);
    expect(told).toEqual([3, 3]);
  });
});
