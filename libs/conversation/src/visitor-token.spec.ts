import { instant, later } from '@warmline/kernel';
import { VISITOR_TOKEN_GRACE } from '@warmline/vocabulary';
import { visitorTokenWorks } from './visitor-token';

const at = instant(1_000_000);
const open = { visitorLeftAt: null, endedAt: null, endReason: null } as const;

describe('the token of a visitor', () => {
  it('[PRV3] a token works for as long as the conversation is open', () => {
    expect(visitorTokenWorks(open, later(at, 90 * VISITOR_TOKEN_GRACE))).toBe(true);
  });

  it('[PRV3] a token stops 5 minutes after the end, to the millisecond', () => {
    const over = { ...open, endedAt: at, endReason: 'visitor_ended' } as const;
    expect(visitorTokenWorks(over, at)).toBe(true);
    expect(visitorTokenWorks(over, later(at, VISITOR_TOKEN_GRACE - 1))).toBe(true);
    expect(visitorTokenWorks(over, later(at, VISITOR_TOKEN_GRACE))).toBe(false);
  });

  it.each([
    ['in the chat, before the conversation ends', { ...open, visitorLeftAt: at }],
    ['in the chat, once it has ended', { visitorLeftAt: at, endedAt: at, endReason: 'quick_exit' }],
    ['in the queue', { ...open, endedAt: at, endReason: 'quick_exit' }],
  ] as const)('[PRV5] a token stops at a quick exit at once: %s', (_where, life) => {
    expect(visitorTokenWorks(life, at)).toBe(false);
  });
});
