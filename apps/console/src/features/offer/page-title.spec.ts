import type { Entry } from '@warmline/contracts';
import { aDesk, aMessage, anItem, id, ROBIN } from '../../testing/builders';
import { ownUnread } from './page-title';

const threadOf = (entries: readonly Entry[]) => ({ timeline: { entries }, shown: 0 });

describe('messages not seen, in the title', () => {
  it('are those of one’s own visitors; what one only reads along is not counted', () => {
    const messages = [aMessage(1, 'visitor', 'hello'), aMessage(2, 'visitor', 'anyone?')];
    const threads = { [ROBIN]: threadOf(messages), [id(77)]: threadOf(messages) };
    expect(ownUnread({ desk: aDesk({ caseload: [anItem()] }), guests: [], threads })).toBe(2);
    expect(ownUnread({ desk: aDesk(), guests: [], threads })).toBe(0);
    expect(ownUnread({ desk: null, guests: [{ conversationId: id(77) }], threads })).toBe(2);
  });
});
