import { optional, text, whole, type Columns } from '../connection/parse-rows';

/** An audit row as the log commits to it. `id` and `at` (microseconds since 1970) are decimal texts: both may be large. */
export interface LoggedEntry {
  readonly id: string;
  readonly at: string;
  readonly service: string;
  readonly action: string;
  readonly actorKind: string;
  readonly actor: string | null;
  readonly conversation: string | null;
  readonly epoch: number | null;
  readonly subject: string | null;
  readonly whom: string | null;
  readonly reason: string | null;
  readonly count: number | null;
}

export const ENTRY_COLUMNS: Columns<LoggedEntry> = {
  id: text,
  at: text,
  service: text,
  action: text,
  actorKind: text,
  actor: optional(text),
  conversation: optional(text),
  epoch: optional(whole),
  subject: optional(text),
  whom: optional(text),
  reason: optional(text),
  count: optional(whole),
};

/** The columns above, of audit rows `e`. What they are called and how they are written is part of the hash. */
export const ENTRY_FIELDS = `
  e.id::text, (extract(epoch from e.at) * 1000000)::bigint::text as at, e.service_id::text as service, e.action,
  e.actor_kind as "actorKind", e.actor_id::text as actor, e.conversation_id::text as conversation, e.epoch, e.subject::text,
  e.whom::text, e.reason, e.count`;
