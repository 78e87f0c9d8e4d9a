import fc from 'fast-check';
import { instant, MINUTE } from '@warmline/kernel';
import { answerRate, leftWaiting, reachRate, SERVICE_LEVEL, serviceLevel } from './answering';
import { countedIn, isShortLeave } from './contact';
import { flowIn } from './flow';
import { steps } from './interval';
import { rate } from './share';
import { anyContact, at, left } from './testing';

const seeded = { seed: 70_423, numRuns: 200 };
const anyContacts = fc.array(anyContact, { maxLength: 40 });
const ALL = { from: at(0), to: at(300) };
const bands = [1, 2, 3] as const;
const level = (contacts: Parameters<typeof serviceLevel>[0], band: 1 | 2 | 3) =>
  rate(serviceLevel(contacts, { band, within: SERVICE_LEVEL[band].within }));

describe('rates', () => {
  it('lie between 0 and 1, or are of nothing', () => {
    fc.assert(
      fc.property(anyContacts, fc.nat(20), (contacts, turnedAway) => {
        const counted = countedIn(contacts, ALL);
        const all = [answerRate(counted), reachRate(counted, turnedAway), leftWaiting(counted)].map(rate);
        for (const value of [...all, ...bands.map((band) => level(counted, band))])
          expect(value === null || (value >= 0 && value <= 1)).toBe(true);
      }),
      seeded,
    );
  });

  it('never grow because a visitor left', () => {
    fc.assert(
      fc.property(
        anyContacts,
        fc.double({ min: 0.5, max: 60, noNaN: true }),
        fc.constantFrom(...bands),
        (contacts, waited, band) => {
          const before = countedIn(contacts, ALL);
          const after = [...before, left(0, waited, { band })];
          expect(level(after, band) ?? 1).toBeLessThanOrEqual(level(before, band) ?? 1);
          expect(rate(answerRate(after)) ?? 1).toBeLessThanOrEqual(rate(answerRate(before)) ?? 1);
          expect(rate(leftWaiting(after)) ?? 0).toBeGreaterThanOrEqual(rate(leftWaiting(before)) ?? 0);
        },
      ),
      seeded,
    );
  });

  it('never improve because more visitors are turned away', () => {
    fc.assert(
      fc.property(anyContacts, fc.nat(20), (contacts, more) => {
        const counted = countedIn(contacts, ALL);
        const [few, many] = [reachRate(counted, 1), reachRate(counted, 1 + more)].map(rate);
        expect(many ?? 0).toBeLessThanOrEqual(few ?? 0);
      }),
      seeded,
    );
  });

  it('do not move for a short leave, except the reach rate', () => {
    fc.assert(
      fc.property(anyContacts, fc.double({ min: 0, max: 0.49, noNaN: true }), (contacts, waited) => {
        const before = countedIn(contacts, ALL);
        const gone = left(1, waited);
        expect(isShortLeave(gone)).toBe(true);
        const after = [...before, gone];
        expect([answerRate(after), leftWaiting(after)]).toEqual([answerRate(before), leftWaiting(before)]);
        expect(reachRate(after, 0).of).toBe(reachRate(before, 0).of + 1);
      }),
      seeded,
    );
  });
});

describe('intervals', () => {
  const anyCut = fc.integer({ min: 0, max: 300 });

  it('share no contact with their neighbour and lose none', () => {
    fc.assert(
      fc.property(anyContacts, anyCut, (contacts, cut) => {
        const [first, second] = [
          { from: at(0), to: at(cut) },
          { from: at(cut), to: at(300) },
        ];
        const parts = [...countedIn(contacts, first), ...countedIn(contacts, second)];
        expect(parts).toHaveLength(countedIn(contacts, ALL).length);
      }),
      seeded,
    );
  });

  it('cut into steps cover the whole once, and everyone who came is in one of them', () => {
    fc.assert(
      fc.property(anyContacts, fc.integer({ min: 1, max: 400 }), (contacts, minutes) => {
        const whole = { from: at(0), to: instant(at(0) + minutes * MINUTE) };
        const cut = steps(whole, 15 * MINUTE, 1_000);
        expect([cut.at(0)?.from, cut.at(-1)?.to]).toEqual([whole.from, whole.to]);
        for (const [place, { from }] of cut.entries())
          expect(place === 0 || from === cut[place - 1]?.to).toBe(true);
        const came = contacts.filter(({ enteredAt }) => enteredAt >= whole.from && enteredAt < whole.to);
        const flow = cut.map((step) => flowIn(contacts, step));
        expect(flow.reduce((total, { arrivals }) => total + arrivals, 0)).toBe(came.length);
      }),
      seeded,
    );
  });
});
