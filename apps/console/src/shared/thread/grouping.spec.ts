import type { ThreadItem } from '@warmline/client';
import { aMessage, MINUTE } from '../../testing/builders';
import { inGroups, lastOwn } from './grouping';

const said = (seq: number, from: 'visitor' | 'responder', later = 0): ThreadItem => {
  const entry = aMessage(seq, from, 'words');
  return { kind: 'entry', entry: { ...entry, at: entry.at + later } };
};

describe('the messages of a thread', () => {
  it('form a row for each speaker', () => {
    const items = [said(1, 'visitor'), said(2, 'visitor'), said(3, 'responder'), said(4, 'responder')];
    expect(inGroups(items).map(({ isFirst }) => isFirst)).toEqual([true, false, true, false]);
  });

  it('carry a time every five minutes, which begins a group', () => {
    const items = [said(1, 'visitor'), said(2, 'visitor', 4 * MINUTE), said(3, 'visitor', 5 * MINUTE)];
    const grouped = inGroups(items);
    expect(grouped.map(({ time }) => time !== null)).toEqual([true, false, true]);
    expect(grouped.map(({ isFirst }) => isFirst)).toEqual([true, false, true]);
  });

  it('say Sent or Seen in one place, at the newest of one’s own', () => {
    const items = [said(1, 'responder'), said(2, 'responder'), said(3, 'visitor')];
    expect(lastOwn(items)).toBe(aMessage(2, 'responder', '').id);
    expect(lastOwn([said(3, 'visitor')])).toBeNull();
  });
});
