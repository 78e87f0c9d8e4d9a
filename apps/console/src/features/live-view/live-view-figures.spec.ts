import type { LiveView } from '@warmline/contracts';
import { aLiveView, aWaiting, id, MINUTE, START } from '../../testing/builders';
import { freePeople, longestWait, mainObstacle, nextFreeAt } from './live-view-figures';

const waiting = (number: number, band: 1 | 2 | 3, minutes: number) =>
  aWaiting({ conversationId: id(number), band, waitingSince: START - minutes * MINUTE });

const person = (number: number, over: Partial<LiveView['people'][number]> = {}) => ({
  id: id(number),
  name: `P${number}`,
  role: 'responder' as const,
  availability: 'available' as const,
  awayBecause: null,
  present: true,
  open: 0,
  wrapUps: 0,
  shiftEndsAt: null,
  skills: [],
  obstacles: [],
  breakDueAt: null,
  training: [],
  week: { worked: 0, atMost: 12, allowed: null },
  contactWantedAt: null,
  toObserve: null,
  firstFeedback: null,
  capacity: 2,
  capacityNow: 2,
  load: over.open ?? 0,
  ...over,
});

describe('the live view', () => {
  it('say the longest wait, whatever the order of answering', () => {
    const board = aLiveView({ waiting: [waiting(1, 1, 2), waiting(2, 3, 9)] });
    expect(longestWait(board)?.conversationId).toBe(id(2));
  });

  it('call free only who is there, available and has room', () => {
    const people = [
      person(1),
      person(2, { open: 2 }),
      person(3, { availability: 'away' }),
      person(4, { present: false }),
    ];
    expect(freePeople(aLiveView({ people }))).toEqual({ free: 1, on: 2 });
  });

  it('call on who is available or holds a conversation, and not who left a console open', () => {
    const away = { availability: 'away' } as const;
    expect(freePeople(aLiveView({ people: [person(1, away), person(2, away)] }))).toEqual({ free: 0, on: 0 });
    expect(freePeople(aLiveView({ people: [person(1, { ...away, open: 1 })] }))).toEqual({ free: 0, on: 1 });
  });

  it('call nobody free who is in quiet time or has not checked in', () => {
    const people = [
      person(1),
      person(2, { obstacles: [{ reason: 'cool_down', until: START + MINUTE, lacks: null }] }),
      person(3, { obstacles: [{ reason: 'not_checked_in', until: null, lacks: null }] }),
    ];
    expect(freePeople(aLiveView({ people }))).toEqual({ free: 1, on: 3 });
  });

  it('know why none is free and when the next one is, and neither while someone is free', () => {
    const resting = (number: number, minutes: number) =>
      person(number, { obstacles: [{ reason: 'cool_down', until: START + minutes * MINUTE, lacks: null }] });
    const people = [person(1, { open: 2 }), resting(2, 11), resting(3, 4)];
    expect(nextFreeAt(aLiveView({ people }))).toBe(START + 4 * MINUTE);
    expect(mainObstacle(aLiveView({ people }))).toEqual({ reason: 'cool_down', people: 2 });
    expect(nextFreeAt(aLiveView({ people: [...people, person(4)] }))).toBeNull();
    expect(mainObstacle(aLiveView({ people: [...people, person(4)] }))).toBeNull();
    expect(nextFreeAt(aLiveView({ people: [person(1, { open: 2 })] }))).toBeNull();
  });
});
