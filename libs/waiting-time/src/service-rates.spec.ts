import { later, MINUTE } from '@warmline/kernel';
import { NOW } from '@warmline/routing/testing';
import { meanSlots } from './planned-slots';
import { ratesFrom, type Observed } from './service-rates';

const NOTHING: Observed = {
  minutes: 60,
  arrivals: { 1: 0, 2: 0, 3: 0 },
  slotMinutes: [],
  left: 0,
  minutesWaited: 0,
};

describe('the rates of a service', () => {
  it('are usual ones before anything was seen', () => {
    const rates = ratesFrom(NOTHING);
    expect(rates.arrivals).toEqual({ 1: 0, 2: 0, 3: 0 });
    expect(1 / rates.perSlot).toBeCloseTo(50);
    expect(1 / rates.leaving).toBeCloseTo(20);
  });

  it('are what was seen once enough was', () => {
    const rates = ratesFrom({
      minutes: 60,
      arrivals: { 1: 1, 2: 3, 3: 12 },
      slotMinutes: Array.from({ length: 1_000 }, () => 30),
      left: 1_000,
      minutesWaited: 10_000,
    });
    expect(rates.arrivals).toEqual({ 1: 1 / 60, 2: 0.05, 3: 0.2 });
    expect(1 / rates.perSlot).toBeCloseTo(30.2, 1);
    expect(1 / rates.leaving).toBeCloseTo(10, 0);
  });
});

describe('slots on average', () => {
  const line = (from: number, until: number, slots: number) => ({
    from: later(NOW, from * MINUTE),
    until: later(NOW, until * MINUTE),
    slots,
  });

  it('count stretches for as long as they overlap with what is to come', () => {
    expect(meanSlots([line(-60, 60, 4)], NOW, 30)).toBe(4);
    expect(meanSlots([line(-60, 15, 4), line(15, 90, 2)], NOW, 30)).toBe(3);
    expect(meanSlots([line(-60, -10, 4), line(40, 90, 2)], NOW, 30)).toBe(0);
  });

  it('add up where they overlap', () => {
    expect(meanSlots([line(0, 60, 2), line(0, 60, 2), line(30, 60, 2)], NOW, 60)).toBe(5);
  });
});
