import type { ConversationId, ServiceId, StaffId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { RowQuery } from '../connection/row-query';

/** Facts called a supervisor about this conversation, and none has heard. Who holds it calls again. */
export interface UnheardFacts {
  readonly conversation: ConversationId;
  readonly service: ServiceId;
  readonly staff: StaffId;
}

/** As SQL, of a conversation `c`: since the facts called, a supervisor has answered or settled a call about it, or taken it. */
const HEARD = `
  exists (select 1 from help_call x where x.service_id = c.service_id and x.called_at >= c.entered_at
    and x.conversation_id = c.id
    and coalesce(x.answered_at, case x.over_because when 'settled' then x.over_at end) >= c.safety_called_at)
  or exists (select 1 from holding y join staff s on s.id = y.staff_id
    where y.conversation_id = c.id and s.role = 'supervisor' and y.began_at >= c.safety_called_at)`;

/** As a query for `finds`: facts about this conversation still ask for a supervisor, and none has heard. */
export const IS_UNHEARD = `
  select 1 from conversation c where c.id = $1 and c.safety_step_because = 'threshold' and not (${HEARD})`;

/** Conversations, or this one, whose holder has no open call about them. A call lapses with its holder, the need does not. */
export const UNHEARD = new RowQuery<UnheardFacts>(
  { conversation: known.conversation, service: known.service, staff: known.staff },
  `
  select c.id as conversation, c.service_id as service, h.staff_id as staff
  from holding h join conversation c on c.id = h.conversation_id
  where c.service_id = coalesce($3::uuid, c.service_id) and h.ended_at is null and c.safety_step_because = 'threshold' and ($1::uuid is null or c.id = $1) and not (${HEARD})
    and not exists (select 1 from help_call o
      where o.conversation_id = c.id and o.staff_id = h.staff_id and o.over_at is null)
  order by c.safety_called_at limit $2`,
);
