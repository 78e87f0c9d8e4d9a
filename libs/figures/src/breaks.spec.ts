import { MINUTE } from '@warmline/kernel';
import { BREAK_ON_TIME, breaksDue, breaksKept, type WorkedTime } from './breaks';
import { at } from './testing';

const sam = (from: number, to: number) => ({ responder: 'sam', from: at(from), to: at(to) });
const jo = (from: number, to: number) => ({ ...sam(from, to), responder: 'jo' });
const DAY = { from: at(0), to: at(24 * 60) };

const dueIn = (worked: Partial<WorkedTime>, now = 24 * 60) =>
  breaksDue(
    { shifts: [], conversations: [], breaks: [], ...worked },
    { workBeforeBreak: 60 * MINUTE, onTime: BREAK_ON_TIME, now: at(now) },
    DAY,
  );
const keptIn = (...worked: Parameters<typeof dueIn>) => {
  const { part, of } = breaksKept(dueIn(...worked), BREAK_ON_TIME);
  return `${part} of ${of}`;
};

describe('breaks that are due', () => {
  it('come due after an hour with a conversation open, overlaps counted once, and time between them not at all', () => {
    const conversations = [sam(0, 40), sam(20, 40), sam(50, 90)];
    expect(dueIn({ shifts: [sam(0, 120)], conversations })).toEqual([{ dueAt: at(70), begunAt: null }]);
  });

  it('are kept when they begin within a quarter of an hour, and not after it', () => {
    const worked = { shifts: [sam(0, 120)], conversations: [sam(0, 75)] };
    expect(keptIn({ ...worked, breaks: [sam(75, 85)] })).toBe('1 of 1');
    expect(keptIn({ ...worked, breaks: [sam(76, 86)] })).toBe('0 of 1');
  });

  it('count from the end of the last break, wanted or due', () => {
    const conversations = [sam(0, 50), sam(60, 118)];
    const breaks = [sam(50, 60)];
    expect(dueIn({ shifts: [sam(0, 120)], conversations, breaks })).toEqual([]);
  });

  it('come due again after each break', () => {
    const conversations = [sam(0, 62), sam(72, 140)];
    const breaks = [sam(62, 72), sam(140, 150)];
    expect(keptIn({ shifts: [sam(0, 180)], conversations, breaks })).toBe('2 of 2');
  });

  it('are not counted while there is still time, nor where the shift ended in time', () => {
    const conversations = [sam(0, 65)];
    expect(keptIn({ shifts: [sam(0, 70)], conversations })).toBe('0 of 0');
    expect(keptIn({ shifts: [sam(0, 120)], conversations }, 70)).toBe('0 of 0');
    expect(keptIn({ shifts: [sam(0, 120)], conversations }, 76)).toBe('0 of 1');
  });

  it('are of each person, and of each shift: a break of a colleague is nobody else’s', () => {
    const shifts = [sam(0, 100), jo(0, 100), sam(200, 300)];
    const conversations = [sam(0, 61), jo(0, 61), sam(200, 250)];
    expect(keptIn({ shifts, conversations, breaks: [jo(61, 71)] })).toBe('1 of 2');
  });

  it('are counted on the day on which they came due', () => {
    expect(dueIn({ shifts: [sam(-120, 0)], conversations: [sam(-100, 0)] })).toEqual([]);
  });
});
