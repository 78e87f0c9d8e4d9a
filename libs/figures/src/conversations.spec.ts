import { later, MINUTE, SECOND } from '@warmline/kernel';
import {
  conversationLength,
  handedOver,
  helpResponse,
  replyGaps,
  UNDONE_WITHIN,
  unfinishedEndings,
} from './conversations';
import { rate, shownSplit } from './share';
import { percentile, spread } from './spread';
import { at } from './testing/index';
import { lateBadly, estimateKept } from './wait-estimates';

const conversation = (minutes: number | null, endReason: string | null, handovers = 0) => ({
  answeredAt: at(0),
  endedAt: minutes === null ? null : at(minutes),
  endReason,
  handovers,
});

describe('conversations', () => {
  const conversations = [
    conversation(40, 'visitor_ended', 1),
    conversation(20, 'went_quiet'),
    conversation(60, 'quick_exit', 2),
    conversation(null, null),
  ];

  it('measures the length of conversations that ended', () => {
    expect(conversationLength(conversations)).toMatchObject({ n: 3, median: 40 * MINUTE, p90: 60 * MINUTE });
  });

  it('counts the endings without a goodbye', () => {
    expect(unfinishedEndings(conversations)).toEqual({ part: 2, of: 3 });
  });

  it('counts conversations that were handed over at least once and at least twice', () => {
    expect([handedOver(conversations, 1), handedOver(conversations, 2)]).toEqual([
      { part: 2, of: 4 },
      { part: 1, of: 4 },
    ]);
  });
});

describe('replyGaps', () => {
  it('run from the first message that was not answered yet to the next answer', () => {
    const said = [
      { by: 'responder', at: at(0) },
      { by: 'visitor', at: at(1) },
      { by: 'visitor', at: at(2) },
      { by: 'responder', at: at(3) },
      { by: 'responder', at: at(4) },
      { by: 'visitor', at: at(5) },
    ] as const;
    expect(replyGaps(said)).toEqual([2 * MINUTE]);
  });
});

describe('helpResponse', () => {
  it('counts a call nobody came to for as long as it has lasted', () => {
    const calls = [
      { urgent: true, calledAt: at(0), joinedAt: later(at(0), 40 * SECOND), overAt: at(30) },
      { urgent: true, calledAt: at(1), joinedAt: null, overAt: null },
    ];
    expect(helpResponse(calls, at(6))).toMatchObject({ n: 2, p90: 5 * MINUTE });
    expect(helpResponse([], at(6))).toBeNull();
  });

  it('counts a call that was given up for as long as it lasted, and not one that was undone at once', () => {
    const call = { urgent: false, calledAt: at(0), joinedAt: null };
    expect(helpResponse([{ ...call, overAt: at(4) }], at(60))).toMatchObject({ n: 1, p90: 4 * MINUTE });
    expect(helpResponse([{ ...call, overAt: later(at(0), UNDONE_WITHIN) }], at(60))).toBeNull();
    expect(helpResponse([{ ...call, overAt: later(at(0), UNDONE_WITHIN + 1) }], at(60))?.n).toBe(1);
  });
});

it('keeps a promise to its last millisecond, and is late badly past five minutes more', () => {
  const bound = 10 * MINUTE;
  const outcomes = [bound, bound + 1, bound + 5 * MINUTE, bound + 5 * MINUTE + 1].map((trueWait) => ({
    bound,
    trueWait,
  }));
  expect([estimateKept(outcomes), lateBadly(outcomes)]).toEqual([
    { part: 1, of: 4 },
    { part: 1, of: 4 },
  ]);
});

it('shows no split of fewer than ten, nor how many they are, and no rate of nothing', () => {
  expect(shownSplit({ part: 9, of: 9 })).toEqual({ part: null, of: null });
  expect(shownSplit({ part: 0, of: 0 })).toEqual({ part: null, of: 0 });
  expect(shownSplit({ part: 9, of: 10 })).toEqual({ part: 9, of: 10 });
  expect([rate({ part: 0, of: 0 }), rate({ part: 0, of: 4 })]).toEqual([null, 0]);
});

it('takes the nearest rank, of one and of many', () => {
  expect(percentile([7], 0.9)).toBe(7);
  expect(percentile([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9)).toBe(9);
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(percentile([], 0.5)).toBeNull();
  expect(spread([])).toBeNull();
});
