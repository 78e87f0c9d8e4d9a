import { survey, type AskedChat } from './after-chat';

const unanswered: AskedChat = { isAnswered: false, feeling: null, listened: null };
const times = (count: number, chat: Partial<AskedChat>): AskedChat[] =>
  Array.from({ length: count }, () => ({ ...unanswered, isAnswered: true, ...chat }));

describe('what visitors say after chats', () => {
  it('counts better and much better, and who felt listened to without a doubt', () => {
    const asked = [
      ...times(10, { feeling: 'much_better', listened: 'yes' }),
      ...times(14, { feeling: 'better', listened: 'partly' }),
      ...times(6, { feeling: 'same', listened: 'no' }),
      ...times(2, { listened: 'yes' }),
      ...Array.from({ length: 68 }, () => unanswered),
    ];
    expect(survey(asked)).toEqual({
      better: { part: 24, of: 30 },
      listened: { part: 12, of: 32 },
      response: { part: 32, of: 100 },
    });
  });

  it('shows neither of fewer than thirty answers, and still how many answered', () => {
    const asked = times(29, { feeling: 'better', listened: 'yes' });
    expect(survey(asked)).toEqual({
      better: { part: null, of: 29 },
      listened: { part: null, of: 29 },
      response: { part: 29, of: 29 },
    });
  });
});
