import type { EntityManager } from 'typeorm';
import type { Instant, ServiceId } from '@warmline/kernel';
import type { ReadinessConfirmed, ReadinessFacts, ServiceOpened } from '@warmline/setup';
import type { ReadinessConfirmation } from '@warmline/vocabulary';
import { NEEDED_FOR_ALL } from '@warmline/wellbeing';
import { changedRows, flag, moment, oneOf, optional, text, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';
import { NO_PASSWORD } from '../staff/invite-store';

interface CountsRow extends Omit<ReadinessFacts, 'confirmed' | 'firstShift' | 'testChat'> {
  readonly openedAt: Instant | null;
  readonly shiftAt: Instant | null;
  readonly hasSupervisor: boolean;
  readonly testBy: string | null;
  readonly testAt: Instant | null;
}

/** An account that its person has opened: they chose a password, or have a passkey. */
const OPENED = `s.active and (s.password_hash <> '${NO_PASSWORD}' or exists (select 1 from passkey k where k.staff_id = s.id))`;

const COUNTS = new RowQuery<CountsRow>(
  {
    now: moment,
    openedAt: optional(moment),
    administrators: whole,
    withoutSecondFactor: whole,
    hasHours: flag,
    responders: whole,
    shiftAt: optional(moment),
    hasSupervisor: flag,
    onCallContacts: whole,
    testBy: optional(text),
    testAt: optional(moment),
  },
  `
  select ${ms('clock_timestamp()', 'now')}, ${ms('v.opened_at', 'openedAt')},
    (select count(*)::integer from staff s where s.service_id = v.id and (s.role = 'administrator' or 'administrator' = any (s.further_roles)) and ${OPENED}) as administrators,
    (select count(*)::integer from staff s where s.service_id = v.id and ${OPENED}
      and not exists (select 1 from authenticator a where a.staff_id = s.id)
      and not exists (select 1 from passkey k where k.staff_id = s.id)) as "withoutSecondFactor",
    exists (select 1 from service_hours h where h.service_id = v.id) as "hasHours",
    (select count(*)::integer from staff s where s.service_id = v.id and s.role in ('responder', 'supervisor') and ${OPENED}
      and not exists (select 1 from unnest($2::text[]) as needed(module) where not exists (select 1 from training_record t
        where t.staff_id = s.id and t.module = needed.module and t.expires_at > clock_timestamp()))) as responders,
    ${ms('f.starts_at', 'shiftAt')},
    exists (select 1 from rota_block b join staff s on s.id = b.staff_id where b.service_id = v.id
      and s.role = 'supervisor' and s.active and b.starts_at <= f.starts_at and b.ends_at > f.starts_at) as "hasSupervisor",
    (select count(*)::integer from on_call_contact c where c.service_id = v.id) as "onCallContacts",
    t.name as "testBy", ${ms('t.ended_at', 'testAt')}
  from service v
  left join lateral (select min(b.starts_at) as starts_at from rota_block b join staff s on s.id = b.staff_id
    where b.service_id = v.id and s.active and b.ends_at > clock_timestamp()) f on true
  left join lateral (select s.name, p.ended_at from practice p join staff s on s.id = p.staff_id
    where p.service_id = v.id and p.colleague_id = p.staff_id and p.result in ('passed', 'not_passed')
    order by p.ended_at desc limit 1) t on true
  where v.id = $1`,
);

export interface StoredConfirmation {
  readonly what: ReadinessConfirmation;
  readonly about: string;
  readonly by: string;
  readonly at: Instant;
}

const CONFIRMATIONS = new RowQuery<StoredConfirmation>(
  {
    what: oneOf<ReadinessConfirmation>({ numbers: true, wording: true, backup: true, always_open: true }),
    about: text,
    by: text,
    at: moment,
  },
  `select c.what, c.about, s.name as by, ${ms('c.at', 'at')}
   from readiness_confirmation c join staff s on s.id = c.staff_id where c.service_id = $1`,
);

/** What is stored about being ready, without the words that people gave. */
export interface StoredReadiness extends Omit<ReadinessFacts, 'confirmed'> {
  readonly openedAt: Instant | null;
  readonly confirmations: readonly StoredConfirmation[];
}

/** What has to be so before a service opens, and its opening. */
export class ReadinessStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  async load(service: ServiceId): Promise<StoredReadiness> {
    const { shiftAt, hasSupervisor, testBy, testAt, ...counts } = await COUNTS.one(this.tx, [
      service,
      NEEDED_FOR_ALL,
    ]);
    return {
      ...counts,
      firstShift: shiftAt === null ? null : { beginsAt: shiftAt, hasSupervisor },
      testChat: testBy === null || testAt === null ? null : { by: testBy, at: testAt },
      confirmations: await CONFIRMATIONS.all(this.tx, [service]),
    };
  }

  /** `about`: SHA-256 of what was looked at. */
  async confirm(fact: ReadinessConfirmed, about: string): Promise<void> {
    await this.tx.query(
      `insert into readiness_confirmation (service_id, what, about, staff_id) values ($1, $2, $3, $4)
       on conflict (service_id, what) do update set about = excluded.about, staff_id = excluded.staff_id, at = clock_timestamp()`,
      [fact.service, fact.what, about, fact.staff],
    );
    await this.writers.audit.record(fact);
  }

  /** Twice is once: only the first is recorded. */
  async open(fact: ServiceOpened): Promise<void> {
    const changed = changedRows(
      await this.tx.query(
        'update service set opened_at = clock_timestamp() where id = $1 and opened_at is null',
        [fact.service],
      ),
    );
    if (changed > 0) await this.writers.audit.record(fact);
  }
}
