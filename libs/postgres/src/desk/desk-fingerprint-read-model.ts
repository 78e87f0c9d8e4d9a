import type { ConversationId, StaffId } from '@warmline/kernel';
import { HANDOVER_BEFORE_END, OFFERS_STOP_BEFORE_END } from '@warmline/wellbeing';
import type { Database } from '../connection/database';

/**
 * What a desk depends on, shortened: two prints that are alike are of desks that are alike, but for who is present and for
 * what a console hears in its conversations' timelines anyway: reading every desk anew that somebody writes on would be
 * a storm of questions with every tick.
 */
export interface DeskFingerprint {
  readonly staff: StaffId;
  readonly fingerprint: string;
  /** Those on the desk, each with its head. */
  readonly conversations: readonly { readonly id: ConversationId; readonly head: number }[];
}

const soon = (span: number): string =>
  `coalesce(s.shift_ends_at < clock_timestamp() + interval '${span} milliseconds', false)`;

const PRINTS = `
  select s.id as staff,
    concat_ws('/', s.version, ${soon(OFFERS_STOP_BEFORE_END)}, ${soon(HANDOVER_BEFORE_END)},
      (select string_agg(c.id || ':' || c.version || ':' || h.epoch, ',' order by c.id, h.epoch)
       from holding h join conversation c on c.id = h.conversation_id
       where h.staff_id = s.id and h.wrapped_up_at is null),
      (select count(*) from offer o where o.staff_id = s.id and o.outcome is null and o.expires_at > clock_timestamp()),
      (select string_agg(v.id || ':' || v.state || ':' || c.responder_message_at, ',' order by v.id)
       from handover v join conversation c on c.id = v.conversation_id
       where (v.sender_id = s.id or v.receiver_id = s.id)
         and (v.closed_at is null or v.closed_at > clock_timestamp() - interval '1 minute'))) as print,
    coalesce((select json_agg(json_build_object('id', c.id, 'head', c.last_seq) order by c.id)
       from holding h join conversation c on c.id = h.conversation_id
       where h.staff_id = s.id and h.wrapped_up_at is null), '[]') as conversations
  from staff s where s.id = any ($1::uuid[])`;

export class DeskFingerprintReadModel {
  constructor(private readonly database: Database) {}

  /** One question for all of them, where reading every desk would be many. */
  async loadFingerprints(staff: readonly StaffId[]): Promise<DeskFingerprint[]> {
    return staff.length === 0 ? [] : this.database.query(PRINTS, [staff]);
  }
}
