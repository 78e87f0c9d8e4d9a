import { localDay, type Weekday } from '@warmline/calendar';
import { instant, later, MINUTE, serviceId, staffId, type Instant } from '@warmline/kernel';
import type { OpeningMoment } from '../commands';
import { SESSION, type OpeningOverride, type OpeningRules, type OpeningSituation } from '../opening';
import type { OpeningHours, Span } from '../opening-hours';
import { NO_PRESSURE } from '../pressure';

export const SERVICE = serviceId('00000000-0000-4000-8000-00000000d001');
export const KIM = staffId('00000000-0000-4000-8000-00000000d002');

/** `18:30` as minutes since midnight; `25:00` is one in the morning after. */
const minutes = (text: string): number => {
  const [hours = 0, rest = 0] = text.split(':').map(Number);
  return hours * 60 + rest;
};

/** `18:00-22:30`; `-` for closed. */
export const spans = (...texts: readonly string[]): Span[] =>
  texts
    .filter((text) => text !== '-')
    .map((text) => {
      const [opens = '', closes = ''] = text.split('-');
      return { opens: minutes(opens), closes: minutes(closes) };
    });

const DAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The same hours every day, on the walls of London. */
export const daily = (...texts: readonly string[]): OpeningHours => ({
  zone: 'Europe/London',
  weekly: new Map(DAYS.map((day) => [day, spans(...texts)])),
  exceptions: [],
});

export const AROUND_THE_CLOCK: OpeningHours = { zone: 'Europe/London', weekly: null, exceptions: [] };

export const withException = (
  hours: OpeningHours,
  day: string,
  ...texts: readonly string[]
): OpeningHours => ({
  ...hours,
  exceptions: [...hours.exceptions, { day: localDay(day), spans: spans(...texts) }],
});

export const at = (text: string): Instant => instant(Date.parse(text));

/** A Wednesday evening: open 18:00 to 22:00. */
export const EIGHT = at('2026-11-18T20:00:00Z');

const RULES: OpeningRules = {
  hours: daily('18:00-22:00'),
  session: SESSION,
  isOnCall: false,
  keepsNightRule: false,
};

const SITUATION: OpeningSituation = {
  onShift: 2,
  answering: 2,
  respondersOn: 2,
  supervisorsOn: 0,
  atOnce: { answering: 2, supervisorsOn: 2 },
  standardBound: 5 * MINUTE,
  override: null,
  pressure: NO_PRESSURE,
  nextPlanned: null,
};

/** A person's doing, five minutes ago, unless said otherwise. */
export const set = (
  setting: OpeningOverride['setting'],
  given: Partial<OpeningOverride> = {},
): OpeningOverride => ({
  setting,
  reason: 'too_few_on',
  by: KIM,
  at: later(EIGHT, -5 * MINUTE),
  ...given,
});

/** Open from 18:00 to 22:00, eight in the evening, two on shift, unless said otherwise. */
export const aMoment = (
  given: { readonly now?: Instant; readonly rules?: Partial<OpeningRules> } & Partial<OpeningSituation> = {},
): OpeningMoment => {
  const { now = EIGHT, rules = {}, ...situation } = given;
  return { service: SERVICE, now, rules: { ...RULES, ...rules }, situation: { ...SITUATION, ...situation } };
};
