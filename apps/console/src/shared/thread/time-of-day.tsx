import { locale } from '../i18n/locale';

const clock = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(locale.formats, { weekday: 'long', day: 'numeric', month: 'long' });

const dayOf = (at: number): string => day.format(at);

/** Whether the later of two moments falls on another day; the first of a thread does not need telling. */
export const isNewDay = (before: number | null, at: number | null): boolean =>
  before !== null && at !== null && dayOf(before) !== dayOf(at);

export const DayLine = ({ at }: { readonly at: number | null }) =>
  at === null ? null : <p className="thread__day">{dayOf(at)}</p>;

export const TimeOfDay = ({ at }: { readonly at: number }) => (
  <time className="thread__time" dateTime={new Date(at).toISOString()}>
    {clock.format(at)}
  </time>
);
