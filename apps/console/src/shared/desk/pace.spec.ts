import { aMessage, MINUTE, START } from '../../testing/builders';
import { clocksOf, paceOf, turnOf, unreadIn } from './pace';

const clocks = (visitor: number | null, responder: number | null) => ({
  joinedAt: START - 30 * MINUTE,
  lastVisitorMessageAt: visitor === null ? null : START - visitor * MINUTE,
  lastResponderMessageAt: responder === null ? null : START - responder * MINUTE,
});

describe('pace', () => {
  it('marks a visitor who has waited three minutes for a reply', () => {
    expect(paceOf(clocks(2.9, 10), START)).toEqual({ name: 'going' });
    expect(paceOf(clocks(3, 10), START)).toEqual({ name: 'waits', minutes: 3, isForFirst: false });
  });

  it('marks a conversation quiet for four minutes after our reply: the wait for us is not their silence', () => {
    expect(paceOf(clocks(20, 3.9), START)).toEqual({ name: 'going' });
    expect(paceOf(clocks(20, 4), START)).toEqual({ name: 'quiet', minutes: 4 });
  });

  it('[SAF1] counts from joining the wait for the first word of who joined, also of a visitor who wrote nothing', () => {
    const waits = { minutes: 30, isForFirst: true };
    for (const from of [clocks(null, null), clocks(50, 40), clocks(40, null), clocks(null, 40)]) {
      expect(paceOf(from, START)).toEqual({ name: 'waits', ...waits });
      expect(turnOf(from, START)).toEqual({ whose: 'ours', ...waits });
    }
    expect(turnOf(clocks(null, 10), START)).toEqual({ whose: 'theirs', minutes: 10 });
  });

  it('counts from joining where the visitor wrote before', () => {
    const joined = { ...clocks(20, null), joinedAt: START - MINUTE };
    expect(paceOf(joined, START)).toEqual({ name: 'going' });
  });

  it('says whose turn it is, and for how long', () => {
    expect(turnOf(clocks(2, 10), START)).toEqual({ whose: 'ours', minutes: 2, isForFirst: false });
    expect(turnOf(clocks(10, 4), START)).toEqual({ whose: 'theirs', minutes: 4 });
  });

  it('takes the newest message of the timeline where the desk has not heard of it', () => {
    const told = clocks(10, 9);
    const [asked, answered] = [aMessage(1, 'visitor', 'a'), aMessage(2, 'responder', 'b')];
    expect(clocksOf(told, [])).toEqual(told);
    expect(clocksOf(told, [asked])).toEqual({ ...told, lastVisitorMessageAt: asked.at });
    expect(clocksOf(told, [asked, answered])).toEqual({
      ...told,
      lastVisitorMessageAt: asked.at,
      lastResponderMessageAt: answered.at,
    });
    const newer = { ...told, lastVisitorMessageAt: asked.at + 1 };
    expect(clocksOf(newer, [asked])).toEqual(newer);
  });

  it('counts unread words of the visitor only', () => {
    const entries = [aMessage(1, 'visitor', 'a'), aMessage(2, 'responder', 'b'), aMessage(3, 'visitor', 'c')];
    expect(unreadIn(entries, 0)).toBe(2);
    expect(unreadIn(entries, 1)).toBe(1);
    expect(unreadIn(entries, 3)).toBe(0);
  });
});
