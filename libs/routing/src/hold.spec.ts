import { instant, MINUTE, SECOND } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { Band } from '@warmline/vocabulary';
import { inAnswerOrder, isAnsweredFirst, orderBandOf, rankOf, type QueueEntry } from './answer-order';
import { holdOf, type FirstWait, type Hold } from './hold';
import { match } from './matching';
import { NOW } from './testing/any-situation';

const inDanger: FirstWait = {
  band: 1,
  because: 'safety_answer',
  epoch: 0,
  messages: 0,
  wasSeen: false,
  needsProof: false,
  setAside: false,
};
const waited = (band: Band, minutes: number, number: number): QueueEntry => ({
  conversation: numbered.conversation(number),
  band,
  enteredAt: instant(NOW - minutes * MINUTE),
});
const held = (hold: Hold, minutes: number, number: number): QueueEntry => ({
  ...waited(1, minutes, number),
  hold,
});
const numbersInOrder = (...entries: QueueEntry[]): number[] =>
  inAnswerOrder(entries, NOW).map(({ conversation }) => Number(conversation.slice(-4)));

describe('the hold of band 1', () => {
  it('[SEC5] is there for someone who said they are in danger, until they write a word', () => {
    expect(holdOf(inDanger)).toBe('unseen');
    expect(holdOf({ ...inDanger, wasSeen: true })).toBe('silent');
    expect(holdOf({ ...inDanger, messages: 1 })).toBeNull();
    expect(holdOf({ ...inDanger, wasSeen: true, messages: 1 })).toBeNull();
  });

  it('is for nobody else: not in another band, not when a person decided, not after a responder was lost', () => {
    expect(holdOf({ ...inDanger, band: 2 })).toBeNull();
    expect(holdOf({ ...inDanger, band: 3 })).toBeNull();
    expect(holdOf({ ...inDanger, because: 'person' })).toBeNull();
    expect(holdOf({ ...inDanger, because: 'responder_lost' })).toBeNull();
    expect(holdOf({ ...inDanger, epoch: 1 })).toBeNull();
  });
});

describe('the hold of someone who started in a rush', () => {
  const rushed = { ...inDanger, needsProof: true };

  it('[SEC5] is not lifted by words alone, and is by the proof of their page', () => {
    expect(holdOf(rushed)).toBe('unseen');
    expect(holdOf({ ...rushed, wasSeen: true })).toBe('unproven');
    expect(holdOf({ ...rushed, messages: 1 })).toBe('unproven');
    expect(holdOf({ ...rushed, messages: 1, needsProof: false })).toBeNull();
    expect(holdOf({ ...rushed, messages: 1, because: 'person' })).toBeNull();
  });

  it('[RTE1] [SEC5] leaves them waiting like someone who is not sure, and loses them no time', () => {
    const unproven = held('unproven', 4, 1);
    expect(rankOf(unproven, NOW)).toEqual(rankOf(waited(2, 4, 2), NOW));
    expect([orderBandOf(unproven), isAnsweredFirst(unproven)]).toEqual([2, false]);
    const flood = Array.from({ length: 300 }, (_, at) => held('unproven', 30, at + 1));
    expect(numbersInOrder(...flood, waited(1, 0, 999))[0]).toBe(999);
  });
});

describe('a chat that two supervisors set aside', () => {
  it('[SEC5] is held whatever its band and words were, until a new word brings it back or a person answers', () => {
    const aside = { ...inDanger, band: 3, setAside: true } as const;
    expect(holdOf(aside)).toBe('set_aside');
    expect(holdOf({ ...aside, band: 1, needsProof: true })).toBe('set_aside');
    expect(holdOf({ ...aside, messages: 1 })).toBe('set_aside');
    expect(holdOf({ ...aside, messages: 1, setAside: false })).toBeNull();
    expect(holdOf({ ...aside, epoch: 1 })).toBeNull();
  });
});

describe('the answer order with holds', () => {
  it('[RTE1] [SEC5] an unseen visitor waits as a standard one, and loses no time', () => {
    const unseen = held('unseen', 4, 1);
    expect(rankOf(unseen, NOW)).toEqual(rankOf(waited(3, 4, 2), NOW));
    expect(numbersInOrder(unseen, waited(3, 5, 2), waited(3, 3, 3), waited(2, 0, 4))).toEqual([4, 2, 1, 3]);
    expect(numbersInOrder(waited(1, 4, 1), waited(1, 3, 2), waited(2, 60, 3))).toEqual([1, 2, 3]);
    expect([orderBandOf(unseen), isAnsweredFirst(unseen)]).toEqual([3, false]);
  });

  it('[RTE1] [SEC5] a silent visitor goes before bands 2 and 3, and for five minutes after those who wrote', () => {
    expect(numbersInOrder(held('silent', 4, 1), waited(1, 0, 2), waited(2, 60, 3))).toEqual([2, 1, 3]);
    expect(numbersInOrder(held('silent', 6, 1), waited(1, 0, 2), waited(1, 2, 3))).toEqual([3, 1, 2]);
    expect(numbersInOrder(held('silent', 1, 1), held('silent', 2, 2))).toEqual([2, 1]);
  });

  it('[SEC5] of three hundred who said danger and left, none goes before one who wrote a word', () => {
    const flood = Array.from({ length: 300 }, (_, at) => held('unseen', 1 + at / 100, at + 1));
    const silent = Array.from({ length: 300 }, (_, at) => held('silent', 1 + at / 100, at + 301));
    const honest = { ...waited(1, 0, 999), enteredAt: instant(NOW - SECOND) };
    expect(numbersInOrder(...flood, ...silent, honest)[0]).toBe(999);
  });

  it('[SEC5] calls supervisors for no one who is unseen', () => {
    const nobody = { now: NOW, free: [], unanswered: [], heldBefore: new Map() };
    const waiting = [held('unseen', 1, 1), held('silent', 1, 2), waited(1, 1, 3)];
    expect(match({ ...nobody, waiting }).calls).toEqual([numbered.conversation(3), numbered.conversation(2)]);
  });
});
