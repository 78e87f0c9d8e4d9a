import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { SafetyStepCause } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { hexBytes, list, moment, oneOf, optional, row, text } from '../connection/parse-rows';
import { milliseconds, ms, RowQuery } from '../connection/row-query';
import { isKept } from './expiry';

export interface StoredSafetyEntry {
  readonly id: string;
  readonly by: StaffId;
  readonly byName: string;
  readonly at: Instant;
  readonly sealed: Buffer;
}

/** The safety record of a conversation. What its entries say is still sealed. */
export interface StoredSafetyRecord {
  readonly service: ServiceId;
  readonly now: Instant;
  readonly stepAt: Instant | null;
  readonly stepBecause: SafetyStepCause | null;
  readonly calledAt: Instant | null;
  /** The supervisor who answered the newest call about it since then; null while nobody has. */
  readonly answeredBy: string | null;
  /** The oldest first. */
  readonly entries: readonly StoredSafetyEntry[];
  /** Everyone of the service whom the call is for. */
  readonly supervisors: readonly { readonly id: StaffId; readonly name: string }[];
}

const RECORD = new RowQuery<StoredSafetyRecord>(
  {
    service: known.service,
    now: moment,
    stepAt: optional(moment),
    stepBecause: optional(oneOf<SafetyStepCause>({ threshold: true, card: true })),
    calledAt: optional(moment),
    answeredBy: optional(text),
    entries: list(row({ id: text, by: known.staff, byName: text, at: moment, sealed: hexBytes })),
    supervisors: list(row({ id: known.staff, name: text })),
  },
  `
  select c.service_id as service, ${ms('clock_timestamp()', 'now')}, ${ms('c.safety_step_at', 'stepAt')},
    c.safety_step_because as "stepBecause", ${ms('c.safety_called_at', 'calledAt')},
    (select a.name from help_call h join staff a on a.id = h.answered_by
      where h.conversation_id = c.id and h.answered_at >= c.safety_called_at
      order by h.answered_at desc limit 1) as "answeredBy",
    coalesce((select json_agg(json_build_object('id', e.id, 'by', s.id, 'byName', s.name, 'at', ${milliseconds('e.recorded_at')},
        'sealed', encode(e.sealed, 'hex')) order by e.number)
      from safety_entry e join staff s on s.id = e.staff_id where e.conversation_id = c.id), '[]') as entries,
    coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name, s.id) from staff s
      where s.service_id = c.service_id and s.active and s.role = 'supervisor'), '[]') as supervisors
  from conversation c where c.id = $1 and ${isKept('c')}`,
);

export class SafetyRecordReadModel {
  constructor(private readonly database: Database) {}

  /** Null for an unknown conversation. */
  async loadRecord(conversation: ConversationId): Promise<StoredSafetyRecord | null> {
    return RECORD.first(this.database, [conversation]);
  }
}
