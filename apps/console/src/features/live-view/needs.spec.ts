import type { LiveView } from '@warmline/contracts';
import { aLiveView, aPerson, aWaiting, id, MINUTE, START } from '../../testing/builders';
import { needsOf } from './needs';

const waiting = (number: number, minutes: number) =>
  aWaiting({ conversationId: id(number), band: 2, waitingSince: START - minutes * MINUTE });

const needs = (people: LiveView['people'], minutes: number) =>
  needsOf(aLiveView({ waiting: [waiting(1, minutes), waiting(2, 1)], people }), null, {
    me: null,
    now: START,
  });

const away = aPerson({ id: id(13), availability: 'away' });
const busy = [
  aPerson({ id: id(11), obstacles: [{ reason: 'cool_down', until: START + MINUTE, lacks: null }] }),
  aPerson({ id: id(12), open: 2, load: 2 }),
  away,
];

describe('what needs a supervisor', () => {
  it('[SAF3] is that no one is free while someone waits past their target', () => {
    expect(needs(busy, 9)).toMatchObject([{ kind: 'nobody_free', since: START - 9 * MINUTE, waiting: 1 }]);
    expect(needs(busy, 2)).toEqual([]);
    expect(needs([...busy, aPerson()], 9)).toEqual([]);
  });

  it('[SAF3] is that no one is free before a wait passes its target', () => {
    const until = START + 11 * MINUTE;
    const resting = aPerson({ id: id(11), obstacles: [{ reason: 'cool_down', until, lacks: null }] });
    expect(needs([resting], 2)).toMatchObject([{ kind: 'nobody_free', waiting: 2, isLate: false }]);
  });

  it('[SAF3] is told in one row when everyone is away', () => {
    expect(needs([away], 9)).toMatchObject([{ kind: 'nobody_on', waiting: 2 }]);
  });

  it('[PRV4] is the oldest hold or erasure that waits, after everyone in need', () => {
    const board = aLiveView({ waiting: [waiting(1, 9)], people: [away] });
    const holds = { count: 2, since: START - 90 * MINUTE };
    expect(needsOf(board, null, { me: null, now: START, holds })).toMatchObject([
      { kind: 'nobody_on' },
      { kind: 'holds', count: 2, since: START - 90 * MINUTE },
    ]);
  });
});
