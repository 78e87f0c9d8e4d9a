import type { HelpCallId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { flag } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';

/** An open call that is over, and whether its conversation has ended or goes on. */
export interface LapsedCall {
  readonly id: HelpCallId;
  readonly hasEnded: boolean;
}

/** Once its chat is over, a call that someone answered is done; one that nobody answered stays until the wrap-up. */
export const LAPSED = new RowQuery<LapsedCall>(
  { id: known.helpCall, hasEnded: flag },
  `
  select h.id, coalesce(c.state = 'ended', true) as "hasEnded"
  from help_call h left join conversation c on c.id = h.conversation_id where h.service_id = $3 and h.over_at is null and case
    when h.conversation_id is null then h.called_at < clock_timestamp() - $1::double precision * interval '1 millisecond'
    else not exists (select 1 from holding x where x.conversation_id = h.conversation_id and x.staff_id = h.staff_id
      and x.wrapped_up_at is null and (x.ended_at is null or h.answered_at is null)) end
  order by h.called_at limit $2`,
);
