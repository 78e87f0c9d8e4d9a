import { instant, later, MINUTE } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { freshResponder, match, type QueueEntry, type Responder, type Situation } from '@warmline/routing';
import { NOW } from '@warmline/routing/testing';
import type { Band } from '@warmline/vocabulary';
import { reachedTombstones, virtualOutcome, type Tombstone } from './tombstone';

const waitedFor = (minutes: number, band: Band, number: number): QueueEntry => ({
  conversation: numbered.conversation(number),
  band,
  enteredAt: instant(NOW - minutes * MINUTE),
});
const stone = (minutes: number, band: Band = 3): Tombstone => {
  const entry = waitedFor(minutes, band, 50 + minutes);
  return { ...entry, waitingSince: entry.enteredAt, raw: 4 };
};
const responder = (number: number, standard: number): Responder => ({
  ...freshResponder(numbered.staff(number), NOW),
  caseload: { standard, answerFirst: 0, wrapUps: 0 },
});
const situation = (waiting: QueueEntry[], free: Responder[]): Situation => ({
  now: NOW,
  waiting,
  free,
  unanswered: [],
  heldBefore: new Map(),
});
const reached = (stones: Tombstone[], waiting: QueueEntry[], free: Responder[]): Tombstone[] => {
  const round = situation(waiting, free);
  return reachedTombstones(stones, round, match(round).proposals);
};

describe('reached tombstones', () => {
  it('[RTE4] a tombstone is reached when a later visitor is offered', () => {
    expect(reached([stone(9)], [waitedFor(8, 3, 1)], [responder(1, 1)])).toEqual([stone(9)]);
  });

  it('[RTE4] a tombstone is not reached while an earlier visitor is offered', () => {
    expect(reached([stone(9)], [waitedFor(10, 3, 1)], [responder(1, 1)])).toEqual([]);
  });

  it('a tombstone is reached when a responder stays free', () => {
    expect(reached([stone(9)], [waitedFor(10, 3, 1)], [responder(1, 1), responder(2, 1)])).toEqual([
      stone(9),
    ]);
    expect(reached([stone(9), stone(2)], [], [responder(1, 1)])).toEqual([stone(9), stone(2)]);
  });

  it('a tombstone is not reached without a free slot, or for band 1 without an idle responder', () => {
    expect(reached([stone(9)], [], [responder(1, 2)])).toEqual([]);
    expect(reached([stone(9, 1)], [], [responder(1, 1)])).toEqual([]);
    expect(reached([stone(9, 1)], [], [responder(1, 0)])).toEqual([stone(9, 1)]);
  });

  it('a tombstone is not reached while no free responder may be asked', () => {
    const resting = responder(1, 1);
    const quiet = { ...resting, day: { ...resting.day, quietSince: later(NOW, -MINUTE) } };
    expect(reached([stone(9)], [], [quiet])).toEqual([]);
  });

  it('a tombstone follows the answer order, not the order of arrival', () => {
    const soon = waitedFor(2, 2, 1);
    expect(reached([stone(9)], [soon], [responder(1, 1)])).toEqual([]);
    expect(reached([stone(30)], [soon], [responder(1, 1)])).toEqual([stone(30)]);
  });

  it('a tombstone takes no offer from a visitor', () => {
    const round = situation([waitedFor(8, 3, 1)], [responder(1, 1)]);
    const before = match(round);
    reachedTombstones([stone(9)], round, before.proposals);
    expect(match(round)).toEqual(before);
  });

  it('ends a wait as long as they would have had', () => {
    expect(virtualOutcome(stone(9), later(NOW, 3 * MINUTE))).toEqual({ band: 3, raw: 4, trueWait: 12 });
  });
});
