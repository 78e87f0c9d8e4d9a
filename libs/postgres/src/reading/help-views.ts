import type { Urgency } from '@warmline/help';
import type { ConversationId, HelpCallId, ServiceId, StaffId } from '@warmline/kernel';
import type { Database } from '../database';
import { ms } from './desks';

/** An open call for help. Times in ms since 1970; the visitor's name still sealed. */
export interface StoredHelpCall {
  readonly id: HelpCallId;
  readonly conversation: ConversationId | null;
  readonly urgency: Urgency;
  readonly calledById: StaffId;
  readonly calledByName: string;
  readonly nameSealed: Buffer | null;
  readonly calledAt: number;
  readonly answeredById: StaffId | null;
  readonly answeredByName: string | null;
  readonly answeredAt: number | null;
  readonly joinedAt: number | null;
  /** Who answered reads along at this moment. */
  readonly isThere: boolean;
}

/** What people of a service ask of each other at this moment. */
export interface StoredHelp {
  readonly now: number;
  readonly calls: readonly StoredHelpCall[];
  readonly supervisors: readonly StaffId[];
}

/** Calls of one reading, at most. */
const CALLS_MOST = 100;

const CALLS = `
  select h.id, h.conversation_id as conversation, h.urgency, h.staff_id as "calledById", s.name as "calledByName",
    encode(c.name_sealed, 'hex') as "nameSealed", ${ms('h.called_at', 'calledAt')},
    h.answered_by as "answeredById", a.name as "answeredByName", ${ms('h.answered_at', 'answeredAt')},
    ${ms('h.joined_at', 'joinedAt')},
    exists (select 1 from observation w where w.conversation_id = h.conversation_id and w.staff_id = h.answered_by
      and w.ended_at is null) as "isThere"
  from help_call h join staff s on s.id = h.staff_id
  left join staff a on a.id = h.answered_by left join conversation c on c.id = h.conversation_id
  where h.service_id = $1 and h.over_at is null order by h.called_at, h.id limit ${CALLS_MOST}`;

/** One statement, so one snapshot: it is asked with every tick. */
const HELP = `
  select ${ms('clock_timestamp()', 'now')},
    coalesce((select json_agg(c) from (${CALLS}) c), '[]') as calls,
    coalesce((select json_agg(s.id) from staff s
      where s.service_id = $1 and s.active and s.role = 'supervisor'), '[]') as supervisors`;

type Row = Omit<StoredHelp, 'calls'> & {
  readonly calls: readonly (Omit<StoredHelpCall, 'nameSealed'> & { readonly nameSealed: string | null })[];
};

export class HelpReadings {
  constructor(private readonly database: Database) {}

  async ofService(service: ServiceId): Promise<StoredHelp> {
    const [row]: [Row] = await this.database.query(HELP, [service]);
    return {
      ...row,
      calls: row.calls.map(({ nameSealed, ...call }) => ({
        ...call,
        nameSealed: nameSealed === null ? null : Buffer.from(nameSealed, 'hex'),
      })),
    };
  }

  /**
   * Open calls that are over without anybody's word, the oldest first: whoever called neither holds the conversation nor has
   * to wrap it up, or it is about none and older than `span` ms.
   */
  async lapsed(span: number, limit: number): Promise<HelpCallId[]> {
    const rows: { id: HelpCallId }[] = await this.database.query(
      `select h.id from help_call h where h.over_at is null and case
         when h.conversation_id is null then h.called_at < clock_timestamp() - $1::double precision * interval '1 millisecond'
         else not exists (select 1 from holding x where x.conversation_id = h.conversation_id and x.staff_id = h.staff_id
           and x.wrapped_up_at is null) end
       order by h.called_at limit $2`,
      [span, limit],
    );
    return rows.map(({ id }) => id);
  }
}
