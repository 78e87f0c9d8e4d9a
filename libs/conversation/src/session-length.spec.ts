import { instant, MINUTE } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { Conversation } from './conversation';
import { extendTime, tellTime, type SessionFacts } from './session-length';

const after = (minutes: number) => instant(1_000_000 + minutes * MINUTE);
const session: SessionFacts = { beganAt: after(0), length: 45 * MINUTE, extensions: 0, told: null };
const talking = {
  id: numbered.conversation(1),
  service: numbered.service(1),
  epoch: 3,
  state: 'talking',
  holder: numbered.staff(1),
  visitorLeft: false,
  dangerLoweredBy: [],
  isInDanger: false,
} as const;
const toldAt = (minutes: number, facts: Partial<SessionFacts> = {}, conversation: Conversation = talking) =>
  tellTime(conversation, { ...session, ...facts }, { at: after(minutes), scaled: (span) => span }).events.map(
    (fact) => fact.minutes,
  );

describe('the time that is left', () => {
  it('[SAF4] is said once at 15 and at 5 minutes, and only while it is true', () => {
    expect(toldAt(29.9)).toEqual([]);
    expect(toldAt(30)).toEqual([15]);
    expect(toldAt(32.9)).toEqual([15]);
    expect(toldAt(33)).toEqual([]);
    expect(toldAt(31, { told: 15 })).toEqual([]);
    expect(toldAt(40, { told: 15 })).toEqual([5]);
    expect(toldAt(41, { told: 5 })).toEqual([]);
    expect(toldAt(42)).toEqual([]);
  });

  it('[SAF4] counts what the responder has added, and says no more than the whole time', () => {
    expect(toldAt(40, { extensions: 1 })).toEqual([]);
    expect(toldAt(45, { extensions: 1 })).toEqual([15]);
    expect(toldAt(0, { length: 15 * MINUTE })).toEqual([]);
    expect(toldAt(10, { length: 15 * MINUTE })).toEqual([5]);
  });

  it('is not said to someone in danger, who waits, or who has left', () => {
    expect(toldAt(30, {}, { ...talking, isInDanger: true })).toEqual([]);
    expect(toldAt(30, {}, { ...talking, visitorLeft: true })).toEqual([]);
  });
});

describe('more time', () => {
  const claim = { staff: numbered.staff(1), epoch: 3, held: true };
  const wished = { number: 1, extensions: 0, at: after(40) };

  it('is added by the holder, once for each number', () => {
    expect(extendTime(talking, claim, wished)).toMatchObject({ events: [{ number: 1 }] });
    expect(extendTime(talking, claim, { ...wished, extensions: 1 })).toMatchObject({
      accepted: true,
      events: [],
    });
  });

  it('is refused to everyone else', () => {
    expect(extendTime(talking, { ...claim, epoch: 2 }, wished)).toMatchObject({ refusal: 'stale_epoch' });
    expect(extendTime(talking, { ...claim, held: false }, wished)).toMatchObject({ refusal: 'not_found' });
  });
});
