import { instant, later } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { RETENTION_WISHES, type RetentionWish } from '@warmline/vocabulary';
import {
  agreeToRetention,
  askForRetention,
  closeRetention,
  RETENTION_REQUEST_FOR,
  type RetentionRequest,
  type RetentionState,
  type WishedRetention,
} from './retention-request';

const [sam, kim] = [numbered.staff(1), numbered.staff(2)];
const ASKED = instant(Date.UTC(2027, 2, 1));
const about = {
  service: numbered.service(1),
  conversation: numbered.conversation(1),
  request: numbered.offer(1),
  by: sam,
  at: ASKED,
};
const WISHES: Readonly<Record<RetentionWish, WishedRetention>> = {
  hold: { wish: 'hold', reason: 'legal_court' },
  end_hold: { wish: 'end_hold', reason: null },
  erase: { wish: 'erase', reason: 'person_asked' },
};
const outcome = (state: RetentionState, wish: RetentionWish): string => {
  const decision = askForRetention(state, WISHES[wish], about);
  return decision.accepted ? 'asked' : decision.refusal;
};
const [ended, held] = [
  { hasEnded: true, isHeld: false, isAsked: false, isDealtWith: true },
  { hasEnded: true, isHeld: true, isAsked: false, isDealtWith: true },
];
const of = (change: Partial<RetentionRequest> = {}): RetentionRequest => ({
  ...about,
  wish: 'hold',
  askedBy: sam,
  askedAt: ASKED,
  isAnswered: false,
  mayAsk: true,
  isDealtWith: true,
  ...change,
});
const at = (span: number, by = kim) => ({ by, at: later(ASKED, span) });

describe('what may be asked', () => {
  it.each([
    ['one that has ended', ended, ['asked', 'retention_changed', 'asked']],
    ['one that goes on', { ...ended, hasEnded: false }, ['asked', 'retention_changed', 'not_ended']],
    [
      'one that nobody has dealt with',
      { ...ended, isDealtWith: false },
      ['asked', 'retention_changed', 'not_dealt_with'],
    ],
    ['one that is held', held, ['retention_changed', 'asked', 'on_hold']],
    ['one that goes on and is held', { ...held, hasEnded: false }, ['retention_changed', 'asked', 'on_hold']],
  ] as const)('[PRV4] of %s', (_which, state, expected) => {
    expect(RETENTION_WISHES.map((wish) => outcome(state, wish))).toEqual(expected);
    for (const wish of RETENTION_WISHES)
      expect(outcome({ ...state, isAsked: true }, wish)).toBe('retention_changed');
  });
});

describe('the answer to a request', () => {
  it('[PRV4] takes a second person: who asked never agrees, even after it was answered', () => {
    expect(agreeToRetention(of(), at(1, sam))).toMatchObject({ refusal: 'not_yourself' });
    expect(agreeToRetention(of({ isAnswered: true }), at(1, sam))).toMatchObject({ refusal: 'not_yourself' });
    expect(agreeToRetention(of(), at(1))).toMatchObject({
      events: [{ type: 'retention_agreed', by: kim, askedBy: sam }],
    });
  });

  it('[PRV4] is no agreement once who asked has lost the right, or to erase what nobody has dealt with', () => {
    expect(agreeToRetention(of({ mayAsk: false }), at(1))).toMatchObject({ refusal: 'retention_changed' });
    expect(closeRetention(of({ mayAsk: false }), at(1)).accepted).toBe(true);
    expect(agreeToRetention(of({ isDealtWith: false, wish: 'erase' }), at(1))).toMatchObject({
      refusal: 'not_dealt_with',
    });
    for (const wish of ['hold', 'end_hold'] as const)
      expect(agreeToRetention(of({ isDealtWith: false, wish }), at(1)).accepted).toBe(true);
  });

  it('[PRV4] is given once, and within 72 hours', () => {
    for (const answer of [agreeToRetention, closeRetention]) {
      expect(answer(of({ isAnswered: true }), at(1))).toMatchObject({ refusal: 'retention_changed' });
      expect(answer(of(), at(RETENTION_REQUEST_FOR - 1)).accepted).toBe(true);
      expect(answer(of(), at(RETENTION_REQUEST_FOR))).toMatchObject({ refusal: 'retention_changed' });
    }
  });

  it('[PRV4] is a withdrawal by who asked, and declined by anyone else', () => {
    expect(closeRetention(of(), at(1, sam))).toMatchObject({
      events: [{ type: 'retention_withdrawn', by: sam }],
    });
    expect(closeRetention(of(), at(1))).toMatchObject({
      events: [{ type: 'retention_declined', by: kim, askedBy: sam }],
    });
  });
});
