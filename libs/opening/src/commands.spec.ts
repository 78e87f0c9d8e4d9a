import { later, MINUTE } from '@warmline/kernel';
import { OPENING_SETTINGS } from '@warmline/vocabulary';
import { openingSuggestion, keepServiceOpen, actOnSuggestion, setOpening } from './commands';
import type { OpeningOverride } from './opening';
import { ACT_WITHIN, CALM, CALM_FOR, NO_PRESSURE, OVER, pressureAfter } from './pressure';
import { aMoment, at, EIGHT, KIM, SERVICE, set } from './testing/an-opening';

const crowded = { ...NO_PRESSURE, overSince: EIGHT };
const calm = { ...NO_PRESSURE, calmSince: EIGHT };
const after = (minutes: number) => later(EIGHT, minutes * MINUTE);

describe('pressure', () => {
  it('remembers since when the wait is long, or short, and starts over when it was not', () => {
    const long = pressureAfter(NO_PRESSURE, OVER + 1, EIGHT);
    expect(long).toEqual(crowded);
    expect(pressureAfter(long, OVER + 1, after(3))).toEqual(crowded);
    expect(pressureAfter(long, OVER, after(3))).toEqual(NO_PRESSURE);
    const short = pressureAfter(long, CALM - 1, EIGHT);
    expect(short).toEqual(calm);
    expect(pressureAfter(short, CALM - 1, after(3))).toEqual(calm);
    expect(pressureAfter(short, CALM, after(3))).toEqual(NO_PRESSURE);
  });

  it('while nobody can say how long the wait is, is none', () => {
    expect(pressureAfter(crowded, null, after(1))).toEqual(NO_PRESSURE);
  });

  it('between the two limits changes nothing that was said by a person', () => {
    const kept = { ...crowded, keptOpenAt: EIGHT };
    expect(pressureAfter(kept, 40 * MINUTE, after(1)).keptOpenAt).toBe(EIGHT);
  });
});

describe('setting the opening', () => {
  const states: readonly (OpeningOverride | null)[] = [
    null,
    ...OPENING_SETTINGS.map((setting) => set(setting)),
  ];
  const rows = states.flatMap((before) => OPENING_SETTINGS.map((setting) => [before, setting] as const));

  it.each(rows)('from %j to %s is told once, with who did it and why', (before, setting) => {
    const decision = setOpening(aMoment({ override: before }), { setting, reason: 'incident' }, KIM);
    expect(decision).toEqual({
      accepted: true,
      events: [{ type: 'door_set', service: SERVICE, setting, reason: 'incident', by: KIM, at: EIGHT }],
    });
  });

  it.each(OPENING_SETTINGS)('to %s as it is already changes nothing', (setting) => {
    const decision = setOpening(aMoment({ override: set(setting) }), { setting, reason: 'too_few_on' }, KIM);
    expect(decision).toEqual({ accepted: true, events: [] });
  });

  it('to what it had done by itself makes it a person’s doing', () => {
    const byItself = set('at_capacity', { by: null, reason: 'long_wait' });
    const decision = setOpening(
      aMoment({ override: byItself }),
      { setting: 'at_capacity', reason: 'long_wait' },
      KIM,
    );
    expect(decision.accepted && decision.events).toHaveLength(1);
  });

  it('again after it lapsed is told again', () => {
    const now = at('2026-11-20T20:00:00Z');
    const decision = setOpening(
      aMoment({ now, override: set('closed') }),
      { setting: 'closed', reason: 'too_few_on' },
      KIM,
    );
    expect(decision.accepted && decision.events).toHaveLength(1);
  });
});

describe('what a supervisor is asked', () => {
  it('is to take no more standard visitors, with the time at which it happens by itself', () => {
    expect(openingSuggestion(aMoment({ pressure: crowded, now: after(1) }))).toEqual({
      kind: 'close_to_standard',
      since: EIGHT,
      actsAt: later(EIGHT, ACT_WITHIN),
    });
    expect(openingSuggestion(aMoment({ now: after(1) }))).toBeNull();
  });

  it.each([
    ['nobody is on', { onShift: 0 }],
    ['it is closed', { override: set('closed') }],
    ['it is paused', { override: set('paused') }],
    ['closing is near', { now: at('2026-11-18T21:30:00Z') }],
    ['it was kept open', { pressure: { ...crowded, keptOpenAt: EIGHT } }],
  ])('is nothing when %s', (_, given) => {
    expect(openingSuggestion(aMoment({ pressure: crowded, now: after(1), ...given }))).toBeNull();
  });

  it('is to open again once it was calm for ten minutes since it closed', () => {
    const override = set('at_capacity', { reason: 'long_wait', at: after(-1) });
    const asked = (minutes: number) =>
      openingSuggestion(aMoment({ override, pressure: calm, now: after(minutes) }));
    expect(asked(10 - 1 / 60)).toBeNull();
    expect(asked(10)).toEqual({ kind: 'reopen', since: later(EIGHT, CALM_FOR), actsAt: after(15) });
    // Calm before it closed is no reason.
    const closedNow = set('at_capacity', { reason: 'long_wait', at: after(4) });
    expect(openingSuggestion(aMoment({ override: closedNow, pressure: calm, now: after(10) }))).toBeNull();
  });

  it('waits for a person where a person closed it for another reason', () => {
    const override = set('at_capacity', { at: after(-1) });
    const asked = openingSuggestion(aMoment({ override, pressure: calm, now: after(60) }));
    expect(asked).toMatchObject({ kind: 'reopen', actsAt: null });
  });
});

describe('keeping it open', () => {
  it('is told once, while it is asked for', () => {
    expect(keepServiceOpen(aMoment({ pressure: crowded, now: after(1) }), KIM)).toEqual({
      accepted: true,
      events: [{ type: 'door_kept_open', service: SERVICE, by: KIM, at: after(1) }],
    });
    const none = [
      { pressure: NO_PRESSURE },
      { pressure: { ...crowded, keptOpenAt: EIGHT } },
      { pressure: crowded, override: set('closed') },
    ];
    for (const given of none)
      expect(keepServiceOpen(aMoment(given), KIM)).toEqual({ accepted: false, refusal: 'nothing_suggested' });
  });
});

describe('what happens by itself', () => {
  it('[RTE7] closes to standard visitors after five minutes without an answer, once', () => {
    expect(actOnSuggestion(aMoment({ pressure: crowded, now: later(EIGHT, ACT_WITHIN - 1) }))).toEqual([]);
    const now = later(EIGHT, ACT_WITHIN);
    const [fact, ...more] = actOnSuggestion(aMoment({ pressure: crowded, now }));
    expect(more).toEqual([]);
    expect(fact).toEqual({
      type: 'door_set',
      service: SERVICE,
      setting: 'at_capacity',
      reason: 'long_wait',
      by: null,
      at: now,
    });
    const override = set('at_capacity', { reason: 'long_wait', by: null, at: now });
    expect(actOnSuggestion(aMoment({ pressure: crowded, now: later(now, 1), override }))).toEqual([]);
  });

  it('opens again after ten calm minutes and five without an answer, once', () => {
    const override = set('at_capacity', { reason: 'long_wait', by: null, at: after(-1) });
    expect(actOnSuggestion(aMoment({ override, pressure: calm, now: after(14) }))).toEqual([]);
    const [fact] = actOnSuggestion(aMoment({ override, pressure: calm, now: after(15) }));
    expect(fact).toMatchObject({ setting: 'open', reason: 'back_to_normal', by: null });
    const opened = set('open', { reason: 'back_to_normal', by: null, at: after(15) });
    expect(actOnSuggestion(aMoment({ override: opened, pressure: calm, now: after(16) }))).toEqual([]);
  });

  it('is nothing that a person decided, ever', () => {
    for (const setting of OPENING_SETTINGS)
      for (const pressure of [NO_PRESSURE, calm])
        expect(
          actOnSuggestion(aMoment({ override: set(setting, { at: after(-1) }), pressure, now: after(60) })),
        ).toEqual([]);
    expect(
      actOnSuggestion(aMoment({ pressure: { ...crowded, keptOpenAt: after(1) }, now: after(20) })),
    ).toEqual([]);
  });
});
