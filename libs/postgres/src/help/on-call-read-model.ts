import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { OnCallKind, OnCallResult } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { bytes, list, moment, oneOf, optional, row, text, whole } from '../connection/parse-rows';
import { milliseconds, ms, RowQuery } from '../connection/row-query';

/** Who needs a supervisor now. */
export interface StoredHelpNeed {
  readonly since: Instant;
  /** The visitor in danger; null for a call for help. */
  readonly conversation: ConversationId | null;
}

/** Whether anyone needs a supervisor, and whether one is there. */
export interface StoredHelpNeeds {
  readonly now: Instant;
  readonly needs: readonly StoredHelpNeed[];
  readonly supervisors: readonly StaffId[];
  /** When a console of a supervisor last answered, to within 15 s; null for never. */
  readonly seenAt: Instant | null;
}

export const ON_CALL_KIND = oneOf<OnCallKind>({ webhook: true, email: true });
export const ON_CALL_RESULT = oneOf<OnCallResult>({
  sent: true,
  not_set_up: true,
  unreadable: true,
  address_refused: true,
  not_reached: true,
  timed_out: true,
  not_encrypted: true,
  redirected: true,
  turned_down: true,
});

/** A contact as an administrator is shown it. The address is still sealed. */
export interface StoredOnCallContact {
  readonly id: string;
  readonly kind: OnCallKind;
  readonly label: string;
  readonly addressSealed: Buffer;
  /** The last try: null before the first. `at` is when it was sent, given up, or asked for. */
  readonly lastAt: Instant | null;
  readonly lastResult: OnCallResult | null;
  /** A message is on its way, or will be tried again. */
  readonly open: number;
  /** Messages of the last 30 days. */
  readonly sent: number;
  readonly failed: number;
}

/** As supervisors are alarmed about: docs/rules/safety.md#saf1-danger-is-heard. */
const NEEDS = new RowQuery<StoredHelpNeeds>(
  {
    now: moment,
    needs: list(row<StoredHelpNeed>({ since: moment, conversation: optional(known.conversation) })),
    supervisors: list(known.staff),
    seenAt: optional(moment),
  },
  `
  select ${ms('clock_timestamp()', 'now')},
    coalesce((select json_agg(n order by n.since) from (
      select floor(extract(epoch from greatest(c.waiting_since, c.safety_at)) * 1000 + $2::double precision) as since,
        c.id as conversation
      from conversation c where c.service_id = $1 and c.state = 'waiting' and c.in_danger
        and coalesce(c.hold not in ('unproven', 'set_aside'), true)
        and greatest(c.waiting_since, c.safety_at) < clock_timestamp() - $2::double precision * interval '1 millisecond'
      union all
      select ${milliseconds('h.called_at')}, null from help_call h
      where h.service_id = $1 and h.over_at is null and h.answered_at is null) n), '[]') as needs,
    coalesce((select json_agg(s.id) from staff s
      where s.service_id = $1 and s.active and s.role = 'supervisor'), '[]') as supervisors,
    (select ${milliseconds('max(p.at)')} from staff_presence p join staff s on s.id = p.staff_id
      where s.service_id = $1 and s.active and s.role = 'supervisor') as "seenAt"`,
);

const CONTACTS = new RowQuery<StoredOnCallContact>(
  {
    id: text,
    kind: ON_CALL_KIND,
    label: text,
    addressSealed: bytes,
    lastAt: optional(moment),
    lastResult: optional(ON_CALL_RESULT),
    open: whole,
    sent: whole,
    failed: whole,
  },
  `
  select c.id::text, c.kind, c.label, c.address_sealed as "addressSealed",
    ${ms('l.at', 'lastAt')}, l.result as "lastResult",
    (select count(*)::integer from on_call_message m where m.contact_id = c.id and m.done_at is null) as open,
    (select count(*)::integer from on_call_message m where m.contact_id = c.id and m.done_at is not null and m.result = 'sent') as sent,
    (select count(*)::integer from on_call_message m where m.contact_id = c.id and m.done_at is not null and m.result <> 'sent') as failed
  from on_call_contact c
  left join lateral (select coalesce(m.done_at, m.made_at) as at, m.result from on_call_message m
    where m.contact_id = c.id and m.result is not null order by m.made_at desc limit 1) l on true
  where c.service_id = $1 order by c.added_at, c.id`,
);

const DUE = new RowQuery<{ readonly id: string }>(
  { id: text },
  `select id::text from on_call_message where service_id = $3 and done_at is null and next_try_at < clock_timestamp() - $1::double precision * interval '1 millisecond'
   order by next_try_at limit $2`,
);

/** Reads who needs a supervisor, and how the on-call contacts do. */
export class OnCallReadModel {
  constructor(private readonly database: Database) {}

  /** `danger`: how long (ms) a visitor in danger may wait before supervisors are alarmed. */
  async loadNeeds(service: ServiceId, danger: number): Promise<StoredHelpNeeds> {
    return NEEDS.one(this.database, [service, danger]);
  }

  /** The oldest first. */
  async loadContacts(service: ServiceId): Promise<StoredOnCallContact[]> {
    return CONTACTS.all(this.database, [service]);
  }

  /** Messages whose next try was due more than `late` ms ago, the oldest first. */
  async findDue(service: ServiceId, late: number, limit: number): Promise<string[]> {
    return (await DUE.all(this.database, [late, limit, service])).map(({ id }) => id);
  }
}
