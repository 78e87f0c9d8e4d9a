import fc from 'fast-check';
import { instant } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { hasRoom, type FreeResponder, type QueueEntry } from '@warmline/routing';
import { parseSituation } from './parse-situation';

const seeded = { seed: 41_009, numRuns: 300 };
const conversation = numbered.conversation(1);
const staff = numbered.staff(1);

const anyTime = fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instant);
const anyWaiting: fc.Arbitrary<QueueEntry[]> = fc.array(
  fc.record({
    band: fc.constantFrom(1, 2, 3),
    conversation: fc.nat(999).map(numbered.conversation),
    enteredAt: anyTime,
  }),
  { maxLength: 6 },
);
const anyFree: fc.Arbitrary<FreeResponder[]> = fc.array(
  fc.record({
    staff: fc.nat(999).map(numbered.staff),
    freeSince: anyTime,
    load: fc.constantFrom(0, 0.5, 1, 2.5),
    capacity: fc.constantFrom(1, 2, 3),
  }),
  { maxLength: 6 },
);

/** As the script answers: flat lists of text. */
const asAnswered = (waiting: readonly QueueEntry[], free: readonly FreeResponder[]) => [
  waiting.flatMap((entry) => [String(entry.band), entry.conversation, String(entry.enteredAt)]),
  free.flatMap(({ staff: id, freeSince, load, capacity }) => [id, String(freeSince), `${load}/${capacity}`]),
];

describe('the answer of read-situation', () => {
  it('is read as it was meant, in its order', () => {
    fc.assert(
      fc.property(anyWaiting, anyFree, (waiting, free) => {
        expect(parseSituation(asAnswered(waiting, free))).toMatchObject({ waiting, free });
      }),
      seeded,
    );
  });

  it('counts a responder whose load is not known as full', () => {
    for (const load of [
      '',
      '/',
      'x/y',
      '1',
      '/2',
      '1/',
      'NaN/2',
      '0/NaN',
      '1/2/3',
      '-1/2',
      'Infinity/2',
      ' 0/2',
    ]) {
      const { free } = parseSituation([[], [staff, '1000', load]]);
      expect(free.map((responder) => hasRoom(responder.load, responder.capacity, 3))).toEqual([false]);
    }
  });

  it('reads time as Redis writes large scores', () => {
    const { waiting } = parseSituation([['3', conversation, '1.75e+12'], []]);
    expect(waiting[0]?.enteredAt).toBe(1_750_000_000_000);
  });

  it.each([
    ['nothing', null],
    ['text', 'OK'],
    ['an object', { waiting: [], free: [] }],
    ['one list', [[]]],
    ['lists of something else', [null, null]],
    ['a band that is none', [['4', conversation, '1'], []]],
    ['a band of the prototype', [['constructor', conversation, '1'], []]],
    ['an id that is none', [['1', 'somebody', '1'], []]],
    ['a time that is none', [['1', conversation, 'soon'], []]],
    ['an infinite time', [['1', conversation, 'inf'], []]],
    ['a responder that is none', [[], ['somebody', '1', '0/2']]],
  ])('is refused as %s', (_, answer) => {
    expect(() => parseSituation(answer)).toThrow();
  });

  it.each([
    ['nothing', [null, null], { generation: null, position: 0 }],
    ['an index being built', ['', '7'], { generation: null, position: 7 }],
    ['a whole one', ['first', '12'], { generation: 'first', position: 12 }],
  ])('says of %s where it stands', (_, [generation, position], state) => {
    expect(parseSituation([[], [], generation, position]).state).toEqual(state);
    expect(() => parseSituation([[], [], generation, 'far'])).toThrow();
  });

  it('leaves out a row that was cut off', () => {
    expect(
      parseSituation([
        ['1', conversation],
        [staff, '1'],
      ]),
    ).toMatchObject({ waiting: [], free: [] });
  });
});
