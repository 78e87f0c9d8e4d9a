import { numbered } from '@warmline/kernel/testing';
import { ParkedMessages, type Pending } from './parked-messages';

const pending = (id: number, conversation: number): Pending => ({
  message: {
    conversation: numbered.conversation(conversation),
    id: numbered.entry(id),
    author: { role: 'visitor' },
    sealed: new Uint8Array(),
  },
  resolve: () => undefined,
  reject: () => undefined,
});

describe('messages that wait aside', () => {
  it('keep their order, and draw after them what comes later of the same conversation and nothing else', () => {
    const parked = new ParkedMessages();
    const [one, two, other] = [pending(1, 1), pending(2, 1), pending(3, 2)];
    parked.park(one, 0);
    expect(parked.follows(two)).toBe(true);
    expect(parked.follows(other)).toBe(false);
    expect(parked.size).toBe(2);
    expect(parked.release(numbered.conversation(1))).toEqual([one, two]);
    expect(parked.isEmpty).toBe(true);
    expect(parked.follows(two)).toBe(false);
  });

  it('are given up four seconds after the first of their conversation began to wait', () => {
    const parked = new ParkedMessages();
    const [one, two, other] = [pending(1, 1), pending(2, 1), pending(3, 2)];
    parked.park(one, 0);
    parked.park(two, 3_000);
    parked.park(other, 3_000);
    expect(parked.overdue(3_999)).toEqual([]);
    expect(parked.overdue(4_000)).toEqual([one, two]);
    expect(parked.conversations).toEqual([numbered.conversation(2)]);
  });
});
