import { instant } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { isLaneOpen, joinOpenly, leaveOpenly, noteRefusal, privateWordRefusal } from './beside';
import type { Conversation } from './conversation';
import { aConversation } from './testing/a-conversation';

const [sam, ana] = [numbered.staff(1), numbered.staff(2)];
const at = instant(5_000);
const STATES = {
  waiting: aConversation().afterHoldings(1).waiting(),
  talking: aConversation().afterHoldings(1).heldBy(sam),
  ended: aConversation().afterHoldings(2).ended(),
} as const satisfies Record<string, Conversation>;

const holder = { claim: { staff: sam, epoch: 2, held: true }, isReading: false };
const former = { claim: { staff: sam, epoch: 1, held: true }, isReading: false };
const reader = { claim: { staff: ana, epoch: 2, held: false }, isReading: true };
const stranger = { claim: { staff: ana, epoch: 2, held: false }, isReading: false };
const PEOPLE = { holder, former, reader, stranger };
const bothEnds = { supervisors: [ana], hasCalled: false };

describe('beside a conversation', () => {
  it.each([
    ['waiting', 'holder', 'stale_epoch'],
    ['waiting', 'former', 'stale_epoch'],
    ['waiting', 'reader', null],
    ['waiting', 'stranger', 'not_found'],
    ['talking', 'holder', null],
    ['talking', 'former', 'stale_epoch'],
    ['talking', 'reader', null],
    ['talking', 'stranger', 'not_found'],
    ['ended', 'holder', null],
    ['ended', 'former', 'stale_epoch'],
    ['ended', 'reader', null],
    ['ended', 'stranger', 'not_found'],
  ] as const)('while it is %s, a note by the %s is answered with %s', (state, who, refusal) => {
    expect(noteRefusal(STATES[state], { ...PEOPLE[who], isWrappedUp: false })).toBe(refusal);
  });

  it('no note is added by a holder who has wrapped up', () => {
    expect(noteRefusal(STATES.ended, { ...holder, isWrappedUp: true })).toBe('conversation_ended');
  });

  it.each([
    ['waiting', 'holder', 'stale_epoch'],
    ['waiting', 'reader', 'stale_epoch'],
    ['talking', 'holder', null],
    ['talking', 'former', 'stale_epoch'],
    ['talking', 'reader', null],
    ['talking', 'stranger', 'not_found'],
    ['ended', 'holder', 'conversation_ended'],
    ['ended', 'reader', 'conversation_ended'],
    ['ended', 'stranger', 'not_found'],
  ] as const)(
    '[SAF5] while it is %s, a private word by the %s is answered with %s',
    (state, who, refusal) => {
      expect(privateWordRefusal(STATES[state], PEOPLE[who], bothEnds)).toBe(refusal);
    },
  );

  it('a private lane is open while a supervisor reads along or is called', () => {
    const nobody = { supervisors: [], hasCalled: false };
    expect(isLaneOpen(STATES.talking, nobody)).toBe(false);
    expect(isLaneOpen(STATES.talking, bothEnds)).toBe(true);
    expect(isLaneOpen(STATES.talking, { supervisors: [], hasCalled: true })).toBe(true);
    expect(isLaneOpen(STATES.ended, bothEnds)).toBe(false);
    expect(privateWordRefusal(STATES.talking, holder, nobody)).toBe('lane_closed');
  });

  it('[SAF4] a supervisor joins once, while someone else holds the conversation, and leaves only if they had joined', () => {
    const observer = { staff: ana, isReading: true, hasJoined: false, at };
    expect(joinOpenly(STATES.talking, observer)).toMatchObject({ events: [{ type: 'supervisor_joined' }] });
    expect(joinOpenly(STATES.talking, { ...observer, hasJoined: true })).toMatchObject({ events: [] });
    for (const [state, who, refusal] of [
      [STATES.talking, { ...observer, isReading: false }, 'not_found'],
      [STATES.talking, { ...observer, staff: sam }, 'stale_epoch'],
      [STATES.waiting, observer, 'stale_epoch'],
      [STATES.ended, observer, 'conversation_ended'],
    ] as const)
      expect(joinOpenly(state, who)).toMatchObject({ refusal });
    expect(leaveOpenly(STATES.talking, { ...observer, hasJoined: true })).toMatchObject([
      { type: 'supervisor_left', staff: ana },
    ]);
    expect(leaveOpenly(STATES.talking, observer)).toEqual([]);
    expect(leaveOpenly(STATES.ended, { ...observer, hasJoined: true })).toEqual([]);
  });
});
