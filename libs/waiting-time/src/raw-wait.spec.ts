import { instant, later, MINUTE } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { QueueEntry } from '@warmline/routing';
import { NOW } from '@warmline/routing/testing';
import type { Band } from '@warmline/vocabulary';
import { LONGEST_ESTIMATE, minutesToOvertake, rawWaits, type Outlook } from './raw-wait';

const waitedFor = (minutes: number, band: Band, number: number): QueueEntry => ({
  conversation: numbered.conversation(number),
  band,
  enteredAt: instant(NOW - minutes * MINUTE),
});

/** Ten slots, each free every 50 minutes; nobody comes, nobody leaves. */
const QUIET_SERVICE: Outlook = {
  now: NOW,
  waiting: [],
  free: [],
  planned: [{ from: NOW, until: later(NOW, 300 * MINUTE), slots: 10 }],
  rates: { arrivals: { 1: 0, 2: 0, 3: 0 }, perSlot: 1 / 50, leaving: 0 },
};

const newcomer = waitedFor(0, 3, 99);
const wait = (outlook: Partial<Outlook>, entry = newcomer): number =>
  rawWaits({ ...QUIET_SERVICE, ...outlook })(entry);

describe('the raw wait', () => {
  it('is nothing for whom a slot is free', () => {
    expect(wait({ free: [{ load: 1, capacity: 2 }] })).toBe(0);
    expect(wait({ free: [{ load: 0, capacity: 2 }], waiting: [waitedFor(3, 3, 1)] })).toBe(0);
  });

  it('is something for whom the free slots are taken by those before', () => {
    const before = [waitedFor(3, 3, 1), waitedFor(2, 3, 2)];
    expect(wait({ free: [{ load: 0, capacity: 2 }], waiting: before })).toBeGreaterThan(0);
    expect(wait({ free: [{ load: 1, capacity: 2 }] }, waitedFor(0, 1, 99))).toBeGreaterThan(0);
  });

  it('is the time until one slot of all becomes free, for each who goes before and once more', () => {
    expect(wait({})).toBeCloseTo(5);
    expect(wait({ waiting: [waitedFor(3, 3, 1), waitedFor(2, 3, 2)] })).toBeCloseTo(15);
  });

  it('is shorter where those before may leave', () => {
    const waiting = [waitedFor(3, 3, 1), waitedFor(2, 3, 2)];
    const rates = { ...QUIET_SERVICE.rates, leaving: 0.05 };
    expect(wait({ waiting, rates })).toBeCloseTo(1 / 0.2 + 1 / 0.25 + 1 / 0.3);
  });

  it('counts those who will come and go before', () => {
    const rates = { ...QUIET_SERVICE.rates, arrivals: { 1: 0.02, 2: 0, 3: 0 } };
    // W = 5 + 0.02 W / 0.2, four times from 5.
    expect(wait({ rates })).toBeCloseTo(5.5555);
  });

  it('does not count those who stand behind', () => {
    expect(wait({ waiting: [waitedFor(0, 3, 98)] }, waitedFor(1, 3, 99))).toBeCloseTo(5);
    expect(wait({ waiting: [waitedFor(19, 3, 1)] }, waitedFor(0, 1, 99))).toBeCloseTo(5);
  });

  it('is judged by the order that will hold then: a long waiter has joined the tier of band 2 by now + W', () => {
    const long = waitedFor(19.5, 3, 99);
    const soon = [waitedFor(0, 2, 1), waitedFor(0, 2, 2)];
    // At once both of band 2 would go first; after five minutes both are past their target, and go first all the same.
    expect(wait({ waiting: soon }, long)).toBeCloseTo(15);
    expect(wait({ waiting: soon }, waitedFor(60, 3, 99))).toBeCloseTo(5);
  });

  it('follows the rota, not the present: slots that go in ten minutes count for ten minutes', () => {
    const planned = [{ from: NOW, until: later(NOW, 10 * MINUTE), slots: 10 }];
    expect(wait({ planned })).toBeCloseTo(5);
    expect(wait({ planned, waiting: [waitedFor(3, 3, 1), waitedFor(2, 3, 2)] })).toBeGreaterThan(15);
  });

  it('is the longest there is where nobody is planned', () => {
    expect(wait({ planned: [] })).toBe(LONGEST_ESTIMATE);
  });

  it('is over when a slot comes back from a break, if nothing is sooner', () => {
    const returning = [later(NOW, 2 * MINUTE)];
    expect(wait({ returning })).toBeCloseTo(2);
    expect(wait({ returning, waiting: [waitedFor(3, 3, 1)] })).toBeCloseTo(5);
    expect(wait({ returning: [later(NOW, 9 * MINUTE)] })).toBeCloseTo(5);
  });

  it('is no number that is not one, whatever a clock says', () => {
    expect(wait({ returning: [later(NOW, -MINUTE)] })).toBeGreaterThan(0);
    expect(wait({}, { ...newcomer, enteredAt: later(NOW, 5 * MINUTE) })).toBeCloseTo(5);
  });
});

describe('who comes later and goes before', () => {
  const during = { now: NOW, wait: 30 };

  it('is nobody of the same band', () => {
    for (const band of [1, 2, 3] as const)
      expect(minutesToOvertake(band, waitedFor(0, band, 1), during)).toBe(0);
  });

  it('is everybody of band 1, at any time', () => {
    expect(minutesToOvertake(1, waitedFor(0, 3, 1), during)).toBe(30);
  });

  it('is band 2 for as long as it has waited a greater share of its target by then', () => {
    // A standard visitor of 0 minutes will have waited 30: past twice the target by one target; band 2 needs 3 minutes.
    expect(minutesToOvertake(2, waitedFor(0, 3, 1), during)).toBeCloseTo(27);
    expect(minutesToOvertake(2, waitedFor(0, 3, 1), { now: NOW, wait: 15 })).toBe(15);
  });

  it('is nobody standard, unless they wait past twice their target while band 2 waits', () => {
    expect(minutesToOvertake(3, waitedFor(0, 2, 1), during)).toBe(0);
  });
});
