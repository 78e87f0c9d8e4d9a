import type { ConversationId, StaffId } from '@warmline/kernel';
import { HANDOVER_BEFORE_END, OFFERS_STOP_BEFORE_END } from '@warmline/wellbeing';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { list, row, text, whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import { isKept } from '../conversations/expiry';
import { stillShown } from '../handovers/handover-read-model';

/**
 * What a desk depends on, in short. Equal fingerprints mean equal desks, but for who is present and for what a console receives
 * in its timelines anyway. Reading a desk again for every message on it would load the database with every poll.
 */
export interface DeskFingerprint {
  readonly staff: StaffId;
  readonly fingerprint: string;
  /** The conversations on the desk, each with its newest number. */
  readonly conversations: readonly { readonly id: ConversationId; readonly head: number }[];
}

const endsWithin = (span: number): string =>
  `coalesce(s.shift_ends_at < clock_timestamp() + interval '${span} milliseconds', false)`;

const FINGERPRINTS = new RowQuery<DeskFingerprint>(
  {
    staff: known.staff,
    fingerprint: text,
    conversations: list(row({ id: known.conversation, head: whole })),
  },
  `
  select s.id as staff,
    concat_ws('/', s.version, ${endsWithin(OFFERS_STOP_BEFORE_END)}, ${endsWithin(HANDOVER_BEFORE_END)},
      (select string_agg(c.id || ':' || c.version || ':' || h.epoch, ',' order by c.id, h.epoch)
       from holding h join conversation c on c.id = h.conversation_id
       where h.staff_id = s.id and h.wrapped_up_at is null and ${isKept('c')}),
      (select string_agg(o.id || ':' || c.version, ',') from offer o join conversation c on c.id = o.conversation_id
       where o.staff_id = s.id and o.outcome is null and o.expires_at > clock_timestamp()),
      (select string_agg(v.id || ':' || v.state || ':' || c.safety_at || ':' || c.safety_entries || ':' || c.in_danger || ':' || coalesce(c.responder_message_at, c.entered_at), ',' order by v.id)
       from handover v join conversation c on c.id = v.conversation_id
       where v.id in (${stillShown('x.sender_id = s.id')} union all ${stillShown('x.receiver_id = s.id')}))) as fingerprint,
    coalesce((select json_agg(json_build_object('id', c.id, 'head', c.last_seq) order by c.id)
       from holding h join conversation c on c.id = h.conversation_id
       where h.staff_id = s.id and h.wrapped_up_at is null and ${isKept('c')}), '[]') as conversations
  from staff s where s.id = any ($1::uuid[])`,
);

export class DeskFingerprintReadModel {
  constructor(private readonly database: Database) {}

  /** One query for all of these desks, where reading each desk would be many. */
  async loadFingerprints(staff: readonly StaffId[]): Promise<DeskFingerprint[]> {
    return staff.length === 0 ? [] : FINGERPRINTS.all(this.database, [staff]);
  }
}
