import { TARGET_MINUTES } from '@warmline/vocabulary';

const { 1: first, 2: second, 3: third } = TARGET_MINUTES;

/**
 * How many wait in danger or past the target of their band: the cause of a surge request. Whom a flood may have made is left
 * out, as from the alarm. `service` is SQL.
 */
export const waitingInNeed = (service: string): string => `
  select count(*) from conversation c where c.service_id = ${service} and c.state = 'waiting'
    and coalesce(c.hold not in ('unproven', 'set_aside'), true) and (c.in_danger
      or c.waiting_since < clock_timestamp() - (array[${first}, ${second}, ${third}])[c.band] * interval '1 minute')`;

/** How long (ms) quiet time lasts: after a conversation, as asked for, and after a heavy one. */
export interface QuietSpans {
  readonly quietAfter: number;
  readonly quietExtended: number;
  readonly restAfterHeavy: number;
}

/** Whether the quiet time of a person `s` runs (docs/spec/wellbeing.md), with the parameters of these numbers as its spans. */
export const isInQuietTime = (after: number, extended: number, heavy: number): string => {
  const isWithin = (column: string, span: string): string =>
    `coalesce(s.${column} > clock_timestamp() - (${span})::double precision * interval '1 millisecond', false)`;
  const quiet = `case when s.cool_down_extended then $${extended} else $${after} end`;
  return `(${isWithin('cool_down_since', quiet)} or ${isWithin('heavy_since', `$${heavy}`)})`;
};

/**
 * Whether the surge request `e` is still shown. One with a cause is over once fewer wait in need than have said yes and taken
 * nobody since, or as many. One that was made ahead of a rush stays for its time.
 */
export const IS_STILL_NEEDED = `
  not e.was_needed or (${waitingInNeed('e.service_id')}) > (
    select count(*) from surge_answer a where a.request_id = e.id and a.can and not exists (
      select 1 from holding h where h.staff_id = a.staff_id and h.began_at > a.answered_at))`;
