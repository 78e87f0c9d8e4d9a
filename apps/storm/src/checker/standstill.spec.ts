import type { HistoryEvent } from '../history/history-event';
import { Standstill } from './standstill';

const ONE = { line: 1, gateway: 0 } as const;
const online = (who: string): HistoryEvent => ({ k: 'line', who, state: 'online', ...ONE });
const views = (who: string, conversation: string, state: string): HistoryEvent => ({
  k: 'view',
  who,
  conversation,
  state,
  epoch: null,
});
const available = (who: string, about = 'available'): HistoryEvent => ({
  k: 'did',
  who,
  what: 'availability:set',
  about,
  outcome: 'done',
});
const PEOPLE = [1, 2, 3];
const everyone: readonly HistoryEvent[] = [
  { k: 'run', seed: 1, timeScale: 0.1 },
  ...PEOPLE.flatMap((number) => [online(`v${number}`), views(`v${number}`, `c${number}`, 'waiting')]),
  ...PEOPLE.flatMap((number) => [online(`s:r${number}`), available(`s:r${number}`)]),
];
const tick: HistoryEvent = online('v9');

/** Everyone comes, then each of these at its time (ms after that). */
const judged = (...later: readonly (readonly [number, HistoryEvent])[]): number => {
  const judge = new Standstill();
  const all = [...everyone.map((event) => [0, event] as const), ...later];
  all.forEach(([w, event], index) => judge.see({ ...event, t: w, w, ln: index + 1 }));
  return judge.verdict().length;
};
const at = { kill: false, at: 0 } as const;
const struck = (target: string): HistoryEvent => ({ k: 'nemesis', what: 'sigkill', target, ...at });

describe('nobody is asked', () => {
  it('[ASG4] counts as stranded while three wait and three are free', () => {
    expect(judged([2_000, tick], [4_000, tick])).toBe(0);
    expect(judged([2_000, tick], [5_000, tick])).toBe(1);
  });

  it('counts again from each offer, and from each strike at what asks', () => {
    const offered: HistoryEvent = { k: 'offered', who: 's:r1', conversation: 'c1', enteredAt: 0 };
    for (const event of [offered, struck('redis'), struck('worker 1'), struck('gateway 0>postgres')])
      expect(judged([3_000, event], [6_000, tick])).toBe(0);
    expect(judged([3_000, struck('gateway 0')], [6_000, tick])).toBe(1);
  });

  it('is nothing while there are fewer: in a conversation, away, at the end of a shift, or not there', () => {
    const few: readonly HistoryEvent[] = [
      views('v1', 'c1', 'talking'),
      { k: 'line', who: 'v1', state: 'reconnecting', ...ONE },
      views('s:r1', 'c9', 'talking'),
      available('s:r1', 'away'),
      { k: 'line', who: 's:r1', state: 'reconnecting', ...ONE },
    ];
    for (const event of few) expect(judged([1, event], [9_000, tick])).toBe(0);
    expect(judged([600_000, tick], [609_000, tick])).toBe(0);
  });

  const rests = (lasts: number | null): HistoryEvent => ({
    k: 'rests',
    who: 's:r1',
    lasts,
    why: 'cool_down',
  });

  it('is nothing while some of the free rest, and counts once they do no longer', () => {
    for (const lasts of [20_000, null]) expect(judged([1, rests(lasts)], [9_000, tick])).toBe(0);
    expect(judged([1, rests(2_000)], [2_500, tick], [9_000, tick])).toBe(1);
    expect(judged([1, rests(null)], [2_000, rests(0)], [9_000, tick])).toBe(1);
  });

  it('counts a responder who has wrapped up as free', () => {
    const done: HistoryEvent = {
      k: 'did',
      who: 's:r1',
      what: 'wrap_up:finish',
      about: 'c9',
      outcome: 'done',
    };
    expect(judged([1, views('s:r1', 'c9', 'talking')], [2, done], [9_000, tick])).toBe(1);
  });
});
