import type { Instant } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { flag, moment, optional } from '../connection/parse-rows';
import { ms } from '../connection/row-query';

/** A contact, as the figures take it. */
export interface StoredContact {
  readonly band: Band;
  readonly enteredAt: Instant;
  readonly waitingSince: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly leftAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly wrote: boolean;
}

export const contactColumns = {
  band: known.band,
  enteredAt: moment,
  waitingSince: optional(moment),
  acceptedAt: optional(moment),
  answeredAt: optional(moment),
  leftAt: optional(moment),
  endedAt: optional(moment),
  wrote: flag,
};

/** The columns of contacts, and `more` of them, from a relation `contact` of conversations. Each costs the same few pages. */
export const contactsWith = (more = ''): string => `
  select ${more} c.band, c.visitor_messages > 0 as wrote,
    ${ms('c.entered_at', 'enteredAt')}, ${ms('c.ended_at', 'endedAt')},
    ${ms(`case when c.state = 'waiting' then c.waiting_since end`, 'waitingSince')},
    ${ms('accepted.at', 'acceptedAt')}, ${ms('answered.at', 'answeredAt')},
    ${ms(`case when c.epoch = 0 or newest.ended_at < c.ended_at then c.ended_at end`, 'leftAt')}
  from contact c
  left join lateral (
    select h.began_at as at from holding h where h.conversation_id = c.id order by h.epoch limit 1
  ) accepted on true
  left join holding newest on newest.conversation_id = c.id and newest.epoch = c.epoch
  left join lateral (
    select e.at from timeline_entry e
    where e.conversation_id = c.id and e.kind = 'message' and e.author_role = 'responder' order by e.seq limit 1
  ) answered on accepted.at is not null`;
